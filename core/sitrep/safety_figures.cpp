#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

template <typename Records, typename Wanted>
void addFlags(Tally& tally, const SitrepScope& scope, const Records& records, const Wanted& wanted)
{
    for (const auto& record : records)
        for (const Flagged& flag : record->flags)
            if (scope.holds(flag.at) && wanted(flag.clause))
                tally.add(refOf(*record)).under(u"clause"_s, flag.clause);
}

template <typename Wanted>
Figure countFlagged(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    addFlags(tally, scope, scope.cases, wanted);
    addFlags(tally, scope, scope.contacts, wanted);
    return tally.done();
}

}

Figure countUnder18InPoliceStation(const SitrepScope& scope)
{
    return countFlagged(scope, [](const QString& clause) { return clause == u"CLK-04"; });
}

Figure countWarrantExceptions(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const HandoverItem& item : record->handovers)
            if (item.warrant && scope.holds(item.proposedAt))
                tally.add(refOf(*record));
    return tally.done();
}

Figure countOthersSignatures(const SitrepScope& scope)
{
    return countFlagged(scope, [](const QString& clause) { return clause == u"HO-3.9a"; });
}

Figure countFlags(const SitrepScope& scope)
{
    return countFlagged(scope, [](const QString&) { return true; });
}

static bool wasOpenIn(const SitrepScope& scope, const Disagreement& dispute)
{
    return dispute.at <= scope.cutOff() && (!dispute.settledAt || *dispute.settledAt >= scope.from);
}

static QString stateAtEnd(const SitrepScope& scope, const Disagreement& dispute)
{
    return dispute.settledAt && *dispute.settledAt < scope.to ? u"settled"_s : u"open"_s;
}

Figure countDisputes(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const Disagreement& dispute : record->disputes)
            if (wasOpenIn(scope, dispute))
                tally.add(refOf(*record)).under(u"state"_s, stateAtEnd(scope, dispute));
    return tally.done();
}

Figure countDeaths(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        if (record->outcome == Outcome::Died && scope.holds(record->closedAt))
            tally.add(refOf(*record));
    return tally.done();
}

Figure countMissing(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& contact : scope.contacts)
        if (contact->details.category == Category::Missing)
            tally.add(refOf(*contact)).under(u"kind"_s, u"missing"_s);
    for (const auto& record : scope.cases)
        for (const StatusEpisode& episode : record->statuses)
            if (episode.status == LegalStatus::Awol && scope.holds(episode.start))
                tally.add(refOf(*record)).under(u"kind"_s, u"absent without leave"_s);
    return tally.done();
}

}
