#pragma once

#include "core/profile/profile.h"
#include "core/rota/rota.h"

namespace core {

/// What somebody works in a month, beside what the profile asks for. A shift belongs to the month
/// in which it begins, London time; its length is the time that passes.
struct MonthlyShifts {
    QString person;
    UserId user;
    QString role;
    QString band; ///< key of the limit; empty: the role has none, or the band is not known
    bool bandOwed = false; ///< the role has bands, and none of the shifts says whose limit holds
    int shifts = 0;
    Minutes worked{0};
    int fewest = 0;
    int most = 0; ///< 0: no limit

    bool over() const { return most > 0 && shifts > most; }
    bool under() const { return shifts < fewest; }
};

/// COM-3.11c, SRC-12: every person's filled shifts of the month that begins on `month`, by role and
/// name, with the limit of their band. A band that nobody wrote down is owed, never assumed. Who
/// has a band by an earlier shift and none in the month has a line of no shifts.
std::vector<MonthlyShifts> monthlyShifts(
    const std::vector<RotaShift>& shifts, const Profile& profile, QDate month);

/// The instants between which a month's shifts begin. UTC, half-open.
struct MonthBounds {
    Instant from;
    Instant to;
};
MonthBounds monthBounds(QDate month);

/// "Priya Nair has 5 shifts as amhp in November 2026; Band 6 works at most 4.", the same with "band
/// not known", or empty. COM-3.11c
QString limitText(const MonthlyShifts& line, const Profile& profile, QDate month);

}
