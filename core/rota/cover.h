#pragma once

#include "core/profile/calendar.h"
#include "core/profile/profile_lint.h"
#include "core/rota/rota.h"

namespace core {

/// A time without enough AMHPs. UTC, half-open, exact to the minute that shifts are planned in.
struct CoverGap {
    Instant from;
    Instant to;
    int people = 0; ///< AMHPs on the rota then, fewer than are needed

    bool operator==(const CoverGap&) const = default;
    Minutes length() const { return std::chrono::floor<Minutes>(to - from); }
};

/// A stretch of time. UTC, half-open.
struct Stretch {
    Instant from;
    Instant to;

    bool operator==(const Stretch&) const = default;
};

/// COM-3.1, S3-R1: every minute of [from, to) in which fewer than `atLeast` different AMHPs are on
/// the rota; neighbouring minutes with as many people are one gap. Across both clock changes the
/// minutes that pass count.
std::vector<CoverGap> amhpGaps(
    const std::vector<RotaShift>& shifts, const Stretch& period, int atLeast = 1);

/// The parts of `period` in which `service` receives Mental Health Act work, in order. Throws
/// BeyondHolidays.
std::vector<Stretch> amhpHours(
    const ServiceCalendar& calendar, const QString& service, const Stretch& period);

/// How many AMHPs there must be at any time: the profile's `amhp_cover_at_least`, 1. COM-3.1
int amhpsNeeded(const Profile& profile);

/// The shifts that stand around `now` and in the days that follow, as a profile is checked against
/// them; of a service whose rota has none there, its last: it keeps a rota that has run out.
/// ESC-6.1, COM-3.1
std::vector<CoverShift> coverShifts(const Records& records, Instant now);

/// COM-3.1: a caution where the profile counts on a rota (limits, shifts, AMHPs needed) and nobody
/// ever kept one on this desk: nothing else would say that nobody is on it. Ends with the first
/// shift.
std::optional<ProfileFinding> rotaMissing(
    const Profile& profile, const Records& records, Instant now);

/// "Sun 25 Oct 2026 01:00 BST to 01:30 GMT, 90 min: no AMHP": a gap as people read it.
QString gapText(const CoverGap& gap);

}
