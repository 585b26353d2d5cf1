#include "core/handover/contested.h"
#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString routeLabel(const SitrepScope& scope, const HandoverItem& item)
{
    return u"%1 to %2"_s.arg(serviceLabel(scope, item.from), serviceLabel(scope, item.to));
}

template <typename Wanted>
Figure countItemsOf(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const HandoverItem& item : record->handovers)
            if (item.purpose != HandoverPurpose::Inform && wanted(*record, item))
                tally.add(refOf(*record)).under(u"route"_s, routeLabel(scope, item));
    return tally.done();
}

template <typename Wanted>
Figure countItems(const SitrepScope& scope, const Wanted& wanted)
{
    return countItemsOf(scope, [&](const Case&, const HandoverItem& item) { return wanted(item); });
}

// The receiver's record is here, and contests the acceptance. HO-3.6c
bool theySaidOtherwise(const Case& record, const HandoverItem& item, Instant at)
{
    const Conflict* conflict = contestedAnswer(record, item);
    return conflict
        && std::any_of(
            conflict->sides.begin(), conflict->sides.end(), [&](const ConflictSide& side) {
                return side.service == item.to && side.recorded <= at;
            });
}

bool isAccepted(const HandoverItem& item)
{
    return item.state == ItemState::Accepted || item.state == ItemState::AcceptedByTelephone;
}

// Also of what was withdrawn since: what either side tells of it happened. HO-3.6c
std::optional<Instant> acceptedAt(const HandoverItem& item)
{
    if (isAccepted(item))
        return item.answeredAt;
    if (item.state != ItemState::Withdrawn || !(item.byTelephone || item.theirRecord))
        return {};
    return item.byTelephone ? item.byTelephone->at : item.theirRecord->at;
}

// Proposed by then, and neither answered nor withdrawn by then.
bool pendingAt(const HandoverItem& item, Instant at)
{
    const auto accepted = acceptedAt(item);
    return item.proposedAt <= at && (!item.answeredAt || *item.answeredAt > at)
        && (!accepted || *accepted > at);
}

// From when to when an acceptance by telephone had only the giver's note.
bool wasNotedOnly(const HandoverItem& item, Instant at)
{
    if (item.state == ItemState::Withdrawn)
        return item.byTelephone && item.byTelephone->at <= at && *item.answeredAt > at
            && !(item.theirRecord && item.theirRecord->at <= at);
    const bool byTelephone
        = item.state == ItemState::AcceptedByTelephone || item.confirmedAt.has_value();
    return byTelephone && item.answeredAt && *item.answeredAt <= at
        && (!item.confirmedAt || *item.confirmedAt > at);
}

}

Figure countHanded(const SitrepScope& scope)
{
    return countItems(
        scope, [&](const HandoverItem& item) { return scope.holds(item.proposedAt); });
}

Figure countHandedReasons(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const HandoverItem& item : record->handovers)
            if (scope.holds(item.proposedAt))
                tally.add(refOf(*record)).under(u"reason"_s, spoken(word(item.reason)));
    return tally.done();
}

Figure countAccepted(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const HandoverItem& item : record->handovers) {
            if (item.purpose == HandoverPurpose::Inform || !scope.holds(acceptedAt(item)))
                continue;
            tally.add(refOf(*record)).under(u"route"_s, routeLabel(scope, item));
            if (item.state == ItemState::Withdrawn)
                tally.under(u"since then"_s, u"withdrawn"_s);
        }
    return tally.done();
}

Figure countDeclined(const SitrepScope& scope)
{
    return countItems(scope, [&](const HandoverItem& item) {
        return item.state == ItemState::Declined && scope.holds(item.answeredAt);
    });
}

Figure countWithdrawn(const SitrepScope& scope)
{
    return countItems(scope, [&](const HandoverItem& item) {
        return item.state == ItemState::Withdrawn && scope.holds(item.answeredAt);
    });
}

Figure countNotAccepted(const SitrepScope& scope)
{
    return countItems(
        scope, [&](const HandoverItem& item) { return pendingAt(item, scope.cutOff()); });
}

Figure countRecordsOutstanding(const SitrepScope& scope)
{
    return countItemsOf(scope, [&](const Case& record, const HandoverItem& item) {
        return wasNotedOnly(item, scope.cutOff())
            && !theySaidOtherwise(record, item, scope.cutOff());
    });
}

// The limit of every window of the period has passed, so no later call changes these.
Figure countLateCalls(const SitrepScope& scope)
{
    Tally tally;
    for (const ScopedWindow& window : scope.windows) {
        const auto opened = window.record ? window.record->openedAt : std::nullopt;
        if (!opened || *opened > window.times.breach)
            continue;
        const auto ended = window.record->verbalEnded;
        if (!ended || *ended > window.times.breach)
            tally.add(refOf(scope, window)).under(u"timing"_s, u"not within the limit"_s);
        else if (*ended > window.times.starts)
            tally.add(refOf(scope, window))
                .under(u"timing"_s, u"after the slot, within the limit"_s);
    }
    return tally.done();
}

Figure countMissedWindows(const SitrepScope& scope)
{
    Tally tally;
    for (const ScopedWindow& window : scope.windows) {
        const auto opened = window.record ? window.record->openedAt : std::nullopt;
        if (!opened || *opened > window.times.breach)
            tally.add(refOf(scope, window))
                .under(u"route"_s,
                    u"%1 to %2"_s.arg(serviceLabel(scope, window.times.from),
                        serviceLabel(scope, window.times.to)));
    }
    return tally.done();
}

}
