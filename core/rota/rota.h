#pragma once

#include "core/command/fields.h"

#include <map>

namespace core {

/// How a place on the rota is filled. S3-A2
enum class Fill { Planned, Overtime, Agency, ManagerCover, Unfilled };
template <>
inline constexpr const char* words<Fill>[]
    = {"planned", "overtime", "agency", "manager_cover", "unfilled"};

/// One place on the rota, as rules look at it. UTC; half-open: who ends at 08:00 is not on at
/// 08:00. records §2.7
struct RotaShift {
    QString service; ///< profile key
    QString role; ///< profile key: "edt_officer", "amhp", "on_call_manager" …
    Instant from;
    Instant to;
    UserId user; ///< none: nobody yet, or no user of this desk
    QString person; ///< full name; empty while unfilled
    QString number; ///< where to ring them
    bool amhp = false; ///< works it with an AMHP warrant
    Fill fill = Fill::Planned;
    QString band; ///< key of one of the profile's rota limits. COM-3.11c
    QString team; ///< core or sub-team
    QStringList availableFor; ///< community, hospital, custody, children
    QString words;

    bool operator==(const RotaShift&) const = default;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("service", s.service);
        v("role", s.role);
        v("from", s.from);
        v("to", s.to);
        v("user", s.user);
        v("person", s.person);
        v("number", s.number);
        v("amhp", s.amhp);
        v("fill", s.fill);
        v("band", s.band);
        v("team", s.team);
        v("available_for", s.availableFor);
        v("words", s.words);
    }
};

class Records;
struct Shift;

/// What is planned, as its user is known now: under their name, as no AMHP once the warrant is
/// gone, unfilled once they have left; only for what ends after that. COM-3.1
RotaShift planAsKnown(const Shift& shift, const Records& records);

/// The shifts with a part in [from, to) that stand, by start; those withdrawn are left out.
std::vector<RotaShift> standingShifts(const Records& records, Instant from, Instant to);

/// The last shift that stands of each service, in the two years before `now` or later: which
/// services keep a rota, also one that has run out. COM-3.1
std::map<QString, RotaShift> lastShifts(const Records& records, Instant now);

/// Whether anybody keeps a rota here. COM-3.1
bool keepsRota(const Records& records, Instant now);

/// Who is on the rota at `at`: the filled shifts that contain it, of `role` or of every role.
/// HO-3.2b, COM-3.1
std::vector<RotaShift> onRota(
    const std::vector<RotaShift>& shifts, Instant at, const QString& role = {});

/// The same by role: role key → names, each once, by start. HO-3.2b
std::map<QString, QStringList> rotaByRole(const std::vector<RotaShift>& shifts, Instant at);

/// Whose shift it is: the name, since one person stands on a rota by login and by name; empty while
/// unfilled.
QString personKey(const RotaShift& shift);

}
