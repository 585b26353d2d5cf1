#include "core/handover/edt_record.h"

#include "core/casework/held.h"
#include "core/handover/answering.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/handover/refusals.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

const EdtRecord* edtRecordOf(const Case& record, const PartId& item)
{
    for (const EdtRecord& each : record.edtRecords)
        if (each.item == item)
            return &each;
    return nullptr;
}

QString givingService(const QString& named, const WorkKind& work, const Context& context)
{
    if (context.actor.service != work.outOfHoursService)
        return context.actor.service;
    return named.isEmpty() ? work.dayService : named;
}

std::optional<Refusal> refuseGiver(
    const QString& from, const WorkKind& work, const Profile& profile)
{
    if (!profile.service(from))
        return Refusal{{}, u"from"_s, u"The profile has no service “%1”."_s.arg(from),
            u"Name the service of the worker's team by its key."_s};
    if (from == work.outOfHoursService)
        return Refusal{u"HO-4.2b"_s, u"from"_s,
            u"%1 has this work itself: there is nothing to hand over to it."_s.arg(
                serviceName(from, profile)),
            u"Record it as a contact, or open the case with case.open."_s};
    return refuseBookless(u"from"_s, from, profile);
}

std::optional<Refusal> refuseHandoverRoute(
    const QString& from, const WorkKind& work, const Profile& profile)
{
    if (!isHandoverRoute(work.key, from, work.outOfHoursService, profile))
        return {};
    return Refusal{u"HO-1.4b"_s, u"kind_of_work"_s,
        u"%1 goes from %2 to %3 by a proposal, its discussion and its read-back."_s.arg(
            work.name, serviceName(from, profile), serviceName(work.outOfHoursService, profile)),
        u"Use handover.propose; or name the worker's own service in from."_s};
}

std::optional<Refusal> refuseWithoutManager(
    const QString& manager, const QString& from, const Context& context)
{
    if (!manager.trimmed().isEmpty() || context.actor.service != from)
        return {};
    return Refusal{u"HO-4.1a"_s, u"manager"_s,
        u"No manager is named who agreed that the handover is proportionate."_s,
        u"Discuss it with your manager first, and give the name and the time."_s};
}

const HandoverItem* declinedInCall(const Case& record, const PartId& item)
{
    const auto found = std::find_if(record.handovers.rbegin(), record.handovers.rend(),
        [&](const HandoverItem& each) { return item.isNull() || each.id == item; });
    const bool declined = found != record.handovers.rend() && found->state == ItemState::Declined
        && edtRecordOf(record, found->id);
    return declined && !unansweredItem(record) ? &*found : nullptr;
}

static bool awaitsCall(const EdtRecord* received, bool declines)
{
    return received && (!received->telephonedAt || (!declines && !received->declined.isEmpty()));
}

const HandoverItem* withdrawnAfterCall(
    const Case& record, const PartId& item, bool declines, const Context& context)
{
    const HandoverItem* waiting = unansweredItem(record);
    if (!context.occurredGiven
        || (item.isNull() && waiting && waiting->proposedAt <= context.occurred))
        return nullptr;
    const auto found = std::find_if(
        record.handovers.rbegin(), record.handovers.rend(), [&](const HandoverItem& each) {
            return (item.isNull() || each.id == item) && each.state == ItemState::Withdrawn
                && context.occurred <= *each.answeredAt && !each.theirRecord
                && awaitsCall(edtRecordOf(record, each.id), declines)
                && !contestedAnswer(record, each);
        });
    return found == record.handovers.rend() ? nullptr : &*found;
}

static Instant minuteOf(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

static bool isLogged(const Case& record, const HandoverItem& item, const Context& context)
{
    const EdtRecord& received = *edtRecordOf(record, item.id);
    return received.telephonedAt && received.officer == context.actor.name
        && minuteOf(*received.telephonedAt) == minuteOf(context.occurred);
}

static bool isSecondCall(
    const Case& record, const PartId& named, const HandoverItem& item, const Context& context)
{
    return item.state == ItemState::Declined && declinedInCall(record, named) == &item
        && record.open() && isHeldBy(record, item.from)
        && context.occurred >= minuteOf(*item.answeredAt);
}

// A call may be older than the record of it.
static const HandoverItem* answeredAtCall(
    const Case& record, const PartId& item, const Context& context)
{
    if (record.handovers.empty())
        return nullptr;
    const Instant counted = std::max(context.occurred, record.handovers.front().proposedAt);
    const HandoverItem* found = answeredByNow(record, item, context.at(counted));
    return found && edtRecordOf(record, found->id) ? found : nullptr;
}

const HandoverItem* answeredBesideCall(
    const Case& record, const PartId& item, bool declines, const Context& context)
{
    const HandoverItem* found = answeredAtCall(record, item, context);
    if (!found || isLogged(record, *found, context) || isSecondCall(record, item, *found, context))
        return nullptr;
    const bool theirs = found->theirRecord && found->state != ItemState::Accepted;
    return theirs && !declines ? nullptr : found;
}

static bool wasLoggedAsTransfer(const EdtRecord* received)
{
    return received && received->telephonedAt && received->declined.isEmpty();
}

void holdUntilWithdrawn(Case& record, const HandoverItem& item, Instant call, Instant recorded)
{
    const bool ends = item.state == ItemState::Withdrawn;
    if ((!ends && item.state != ItemState::Accepted) || item.purpose != HandoverPurpose::HandOver
        || call >= *item.answeredAt || !wasLoggedAsTransfer(edtRecordOf(record, item.id)))
        return;
    const auto& owners = record.responsible.entries();
    const bool changed = std::any_of(owners.begin(), owners.end(), [&](const auto& owner) {
        return owner.from > call
            && (ends ? owner.from <= *item.answeredAt : owner.from < *item.answeredAt);
    });
    if (changed || record.responsible.at(call) != item.from)
        return;
    record.responsible.add(call, recorded, item.to);
    if (ends)
        record.responsible.add(*item.answeredAt, recorded, item.from);
}

// Of several that were declined a call's time means the one of then, not the newest.
static Refusal refuseBeforeDecline(
    const Case& record, const PartId& named, const HandoverItem& declined, const Context& context)
{
    const HandoverItem* then = answeredAtCall(record, named, context);
    const HandoverItem& meant = then ? *then : declined;
    const QString answered = u"%1 was %2 at %3"_s.arg(
        meant.transferNumber, stateWords(meant.state), dateTimeText(*meant.answeredAt));
    if (context.occurred < minuteOf(*meant.answeredAt))
        return {u"HO-4.2b"_s, u"at"_s, answered + u", after that."_s,
            u"Give the time of the second call."_s};
    return {u"HO-4.2b"_s, u"item"_s,
        u"%1, before that, and %2 was proposed after it."_s.arg(answered, declined.transferNumber),
        u"Name %1 where it was taken up again in that call, or give the time of a later one."_s.arg(
            meant.transferNumber)};
}

// A time is typed to the minute.
std::optional<Refusal> refuseSecondCall(
    const Case& record, const PartId& named, const HandoverItem& declined, const Context& context)
{
    if (auto closed = refuseCase(&record))
        return closed;
    if (!isHeldBy(record, declined.from))
        return Refusal{u"HO-3.6a"_s, u"case"_s,
            u"%1 is with %2."_s.arg(
                record.ref, serviceName(record.responsible.current(), context.profile())),
            u"Only what %1 still has can be handed over in its call."_s.arg(
                serviceName(declined.from, context.profile()))};
    if (context.occurred >= minuteOf(*declined.answeredAt))
        return {};
    return refuseBeforeDecline(record, named, declined, context);
}

std::optional<Refusal> refuseNotTelephoned(const Case& record, const HandoverItem& item)
{
    const EdtRecord* received = edtRecordOf(record, item.id);
    if (!received || received->telephonedAt)
        return {};
    return Refusal{u"HO-4.2b"_s, u"case"_s,
        u"%1 has not telephoned yet; until then %2 is responsible."_s.arg(
            received->worker, received->team),
        u"Log the call with handover.telephoned; it is the transfer, or the decline."_s};
}

std::optional<Refusal> refuseRoleToAccept(const Context& context)
{
    if (mayAccept(*context.user, context.profile()))
        return {};
    return Refusal{u"HO-3.6b"_s, u"user"_s,
        u"None of %1's roles may accept responsibility for a service."_s.arg(context.actor.name),
        u"Ask an officer, the on-call manager or the lead to accept."_s};
}

QString transferNumber(const QString& base, const Context& context)
{
    const QString prefix = u"T-%1-%2"_s.arg(base, context.deskMark);
    return prefix + u"%1"_s.arg(context.records.referencesWith(prefix) + 1, 2, 10, QChar(u'0'));
}

}
