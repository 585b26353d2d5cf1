#pragma once

#include "core/command/fields.h"
#include "core/profile/calendar.h"

namespace core {

/// Must: somebody may stay unreached or a sum unanswered. Should: it holds for tonight.
enum class FindingWeight { Must, Should };
template <>
inline constexpr const char* words<FindingWeight>[] = {"must", "should"};

/// What is amiss in a profile that can be used: where, what, and how to mend it.
struct ProfileFinding {
    QString path; ///< JSON path, "ladders[0].rungs[1].number"; "bank_holidays" for the table
    FindingWeight weight = FindingWeight::Should;
    QString clause;
    QString text;
    QString mend;

    bool operator==(const ProfileFinding&) const = default;
};

/// A shift of the rota as far as a profile is checked against it: half-open, UTC.
struct CoverShift {
    QString service;
    Instant from;
    Instant to;
    bool filled = true; ///< somebody works it
    QString role = {}; ///< profile key; empty: not said, taken for one who may accept work
};

/// All that is amiss at `now`, what must be mended first: rungs that cannot be reached, missing
/// numbers, nobody on the rota (for the services that have shifts), overlapping slots, hours with
/// no service, the holiday table's end, numbers not verified lately. ESC-6.1, ESC-5.2, COM-3.2
std::vector<ProfileFinding> lintProfile(
    const ServiceCalendar& calendar, Instant now, const std::vector<CoverShift>& rota = {});

/// A profile's own problems, those for which it cannot be loaded, as findings.
std::vector<ProfileFinding> findingsOf(const std::vector<ProfileProblem>& problems);

/// The findings as lines for whoever starts the duty: what must be mended each by itself, the rest
/// in one. ESC-6.1
QStringList lintNotes(const std::vector<ProfileFinding>& findings);

}
