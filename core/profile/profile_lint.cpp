#include "core/profile/profile_lint.h"

#include "core/clock/catalogue.h"
#include "core/profile/profile_lint_parts.h"
#include "core/sitrep/cut_offs.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// What a loaded profile owes is found in one place only: unfinished().
void addUnfinished(Findings& findings, const Profile& profile, QDate today)
{
    for (const ProfileProblem& owed : unfinished(profile, today)) {
        const bool rung = owed.path.startsWith(u"ladders["_s);
        const bool number = owed.path.startsWith(u"contacts["_s);
        findings.push_back({owed.path, rung ? FindingWeight::Must : FindingWeight::Should,
            rung         ? u"ESC-6.1b"_s
                : number ? u"ESC-5.2"_s
                         : u"HO-5.2b"_s,
            owed.text, owed.mend});
    }
}

void lintPathways(Findings& findings, const Profile& profile)
{
    for (std::size_t i = 0; i < profile.pathways.size(); ++i)
        if (profile.pathways[i].steps.empty())
            findings.push_back(
                {u"pathways[%1].steps"_s.arg(i), FindingWeight::Should, profile.pathways[i].clause,
                    u"“%1” has no steps: it prompts for nothing."_s.arg(profile.pathways[i].name),
                    u"Ask its owner for the steps and enter them, or remove the pathway."_s});
}

// Q17: what no cut-off is for never falls due.
void lintSitreps(Findings& findings, const Profile& profile)
{
    const int asked = profile.setting(u"sitreps_per_day"_s, u"1"_s).toInt();
    const auto made = static_cast<int>(cutOffTimes(profile).size());
    if (asked > made)
        findings.push_back({u"settings.sitreps_per_day"_s, FindingWeight::Must, u"HO-3.10"_s,
            u"%1 SITREPs a day are asked for, and only %2 fall due."_s.arg(asked).arg(made),
            u"Write the time of each in \"sitrep_at\", e.g. \"09:30, 16:30\"."_s});
}

// A warning that is there from the start on warns of nothing.
void lintWarnings(Findings& findings, const ServiceCalendar& calendar, Instant now)
{
    for (const auto& [key, before] : calendar.profile().warnings) {
        const ClockKind* kind = clockKind(key);
        if (!kind || kind->span != Span::Elapsed || before.empty())
            continue;
        const auto length = std::chrono::floor<Minutes>(dueOf(*kind, now, calendar).due - now);
        const Minutes longest = *std::max_element(before.begin(), before.end());
        if (length > Minutes{0} && longest >= length)
            findings.push_back({u"warnings."_s + key, FindingWeight::Should, kind->clause,
                u"“%1” runs for %2 and would warn %3 before its end, from the start on."_s.arg(
                    kind->title, durationText(length), durationText(longest)),
                u"Write warnings that are shorter than the clock."_s});
    }
}

}

std::vector<ProfileFinding> lintProfile(
    const ServiceCalendar& calendar, Instant now, const std::vector<CoverShift>& rota)
{
    const Profile& profile = calendar.profile();
    const QDate today = dateOf(now);
    Findings findings;
    lintLadders(findings, profile);
    lintRota(findings, calendar, now, rota);
    lintRoutes(findings, profile);
    lintHours(findings, profile);
    lintHolidays(findings, calendar, today);
    addUnfinished(findings, profile, today);
    lintPathways(findings, profile);
    lintSitreps(findings, profile);
    lintDurations(findings, profile);
    lintWarnings(findings, calendar, now);
    std::stable_sort(findings.begin(), findings.end(),
        [](const ProfileFinding& a, const ProfileFinding& b) { return a.weight < b.weight; });
    return findings;
}

std::vector<ProfileFinding> findingsOf(const std::vector<ProfileProblem>& problems)
{
    Findings findings;
    for (const ProfileProblem& problem : problems)
        findings.push_back({problem.path, FindingWeight::Must, {}, problem.text, problem.mend});
    return findings;
}

QStringList lintNotes(const std::vector<ProfileFinding>& findings)
{
    QStringList notes;
    QStringList rest;
    for (const ProfileFinding& each : findings)
        if (each.weight == FindingWeight::Must)
            notes.append(u"Profile, %1: %2 %3"_s.arg(each.path, each.text, each.mend));
        else
            rest.append(each.path);
    if (!rest.isEmpty())
        notes.append(
            u"Profile: %1 more to look at (`profile check` says why): %2."_s.arg(rest.size())
                .arg(rest.join(u", "_s)));
    return notes;
}

}
