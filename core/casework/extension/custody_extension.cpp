#include "core/casework/extension/custody_extension.h"

#include "core/casework/extension/extension_standing.h"
#include "core/casework/extension/police_rank.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

std::optional<Refusal> refuseCustody(const ClockFact& clock, Instant until, const QString& by)
{
    constexpr auto superintendents = std::chrono::hours(36);
    if (clock.kind != u"pace"_s || until <= clock.firstDue || namesCourt(by))
        return {};
    if (until > clock.start + superintendents)
        return Refusal{u"CLK-60"_s, u"by"_s,
            u"Beyond 36 hours it runs on by a warrant of the magistrates alone, not by %1."_s.arg(
                by),
            u"Give the court that issued the warrant, or a time up to %1."_s.arg(
                dateTimeText(clock.start + superintendents))};
    const PoliceRank rank = rankIn(by);
    if (rank == PoliceRank::NotSaid && isToldLower(clock, until))
        return Refusal{u"CLK-60"_s, u"by"_s,
            u"Beyond 24 hours a superintendent lets it run on, and of that end it is told that "
            u"none did."_s,
            u"Give the superintendent who authorised it, with the rank."_s};
    if (rank == PoliceRank::Superintendent || rank == PoliceRank::NotSaid)
        return {};
    return Refusal{u"CLK-60"_s, u"by"_s,
        u"Beyond 24 hours a superintendent lets it run on, not %1."_s.arg(by),
        u"Give the superintendent who authorised it."_s};
}

static bool standsWithoutRank(const ClockFact& clock, Instant until)
{
    return std::any_of(
        clock.extensions.begin(), clock.extensions.end(), [&](const ClockExtension& each) {
            return each.until == until && lacksRank(clock, until, each.by);
        });
}

bool tellsRank(const ClockFact& clock, Instant until, const QString& by)
{
    return namesWhoMay(by) && standsWithoutRank(clock, until);
}

bool tellsLower(const ClockFact& clock, Instant until, const QString& by)
{
    return namesWhoMayNot(by) && standsWithoutRank(clock, until);
}

Owed rankOwed(const ClockFact& clock, const QString& by)
{
    return {u"CLK-60"_s, u"by"_s,
        u"Of what rank %1 is, who let “%2” run on: beyond 24 hours that is for a superintendent. "
        u"Tell "
        "the extension again with it (case.clock_extend, the same end)."_s.arg(by, clock.title),
        u"handover"_s};
}

std::vector<Owed> ranksOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const ClockFact& clock : record.clocks)
        for (const ClockExtension& each : clock.extensions)
            if (clock.stands() && lacksRank(clock, each.until, each.by))
                owed.push_back(rankOwed(clock, each.by));
    return owed;
}

}
