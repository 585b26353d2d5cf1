#include "core/casework/status/police_station.h"
#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

#include <algorithm>

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

template <typename Record>
bool isFlagged(const Record& record, const SitrepScope& scope, const QString& clause)
{
    return std::any_of(record.flags.begin(), record.flags.end(),
        [&](const Flagged& flag) { return flag.clause == clause && scope.holds(flag.at); });
}

bool cameUnder18ToStation(const Case& record, const SitrepScope& scope)
{
    const auto stays = stationStays(record);
    return std::any_of(stays.begin(), stays.end(), [&](const PlaceStay& each) {
        return scope.holds(each.from) && wasUnder18(scope, record, each.from);
    });
}

bool isAccepted(const HandoverItem& item)
{
    return item.state == ItemState::Accepted || item.state == ItemState::AcceptedByTelephone;
}

// A warrant that the proposal did not tell of is flagged as the item is accepted. HO-3.8
bool handsWarrant(const Case& record, const HandoverItem& item)
{
    return item.warrant
        || std::any_of(record.flags.begin(), record.flags.end(), [&item](const Flagged& flag) {
               return flag.clause == u"HO-3.8"_s && flag.at == item.answeredAt;
           });
}

QString agreement(const HandoverItem& item)
{
    const bool agreed = item.warrantLeadAt && item.warrantManagerAt && !item.warrantLead.isEmpty()
        && !item.warrantManager.isEmpty();
    return agreed ? u"agreed"_s : u"not agreed"_s;
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

// One child in one station is often told in several steps, each of which is flagged; and in none
// where one desk told the age and another the place.
Figure countUnder18InPoliceStation(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        if (isFlagged(*record, scope, u"CLK-04"_s) || cameUnder18ToStation(*record, scope))
            tally.add(refOf(*record));
    for (const auto& record : scope.contacts)
        if (isFlagged(*record, scope, u"CLK-04"_s))
            tally.add(refOf(*record));
    return tally.done();
}

Figure countWarrantExceptions(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const HandoverItem& item : record->handovers)
            if (isAccepted(item) && scope.holds(item.answeredAt) && handsWarrant(*record, item))
                tally.add(refOf(*record)).under(u"agreement"_s, agreement(item));
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
    for (const auto& record : scope.deaths)
        tally.add(refOf(*record));
    return tally.done();
}

static void addIncident(Tally& tally, const SitrepScope& scope, const Escalation& escalation)
{
    const auto& grounds = escalation.grounds;
    const bool serious = scope.holds(escalation.incidentAt);
    const bool staff = !escalation.signposted && scope.holds(escalation.receivedAt)
        && std::find(grounds.begin(), grounds.end(), Ground::HealthAndSafety) != grounds.end();
    if (!serious && !staff)
        return;
    tally.add(refOf(escalation));
    if (serious)
        tally.under(u"kind"_s, u"serious incident or death"_s);
    if (staff)
        tally.under(u"kind"_s, u"health and safety"_s);
}

Figure countIncidents(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& escalation : scope.escalations)
        addIncident(tally, scope, *escalation);
    for (const auto& visit : scope.visits)
        if (std::any_of(visit->alarms.begin(), visit->alarms.end(),
                [&scope](const VisitAlarm& alarm) { return scope.holds(alarm.at); }))
            tally.add(refOf(*visit)).under(u"kind"_s, u"alarm for an officer on a visit"_s);
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
