#include "core/handover/by_own_time.h"

#include "core/casework/entry_events.h"
#include "core/casework/held.h"
#include "core/handover/answer_words.h"
#include "core/handover/answering.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_rules.h"
#include "core/handover/whose_act.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& noteKind()
{
    static const QString kind = u"handover"_s;
    return kind;
}

Instant minuteOf(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

QString beginning(const HandoverItem& item)
{
    return item.transferNumber + u": Withdrawn by "_s;
}

// A team's record is answered in its call; what a person cleared up, or the services went on from
// with another handover, is told of beside it.
bool isOpenToTime(const Case& record, const HandoverItem& item)
{
    const auto after = std::find_if(record.handovers.rbegin(), record.handovers.rend(),
        [](const HandoverItem& each) { return each.state != ItemState::Informed; });
    return record.open() && item.answeredAt && !item.reconciled && after != record.handovers.rend()
        && after->id == item.id && !edtRecordOf(record, item.id);
}

bool isAllocatedSince(const Case& record)
{
    return !record.allocated.empty() && record.allocated.current() != Allocation{};
}

}

bool sameMinute(Instant one, Instant other)
{
    return minuteOf(one) == minuteOf(other);
}

bool acceptanceDecides(const Case& record, const HandoverItem& item, Instant accepted)
{
    return item.state == ItemState::Withdrawn && isOpenToTime(record, item) && !item.theirRecord
        && minuteOf(accepted) < minuteOf(*item.answeredAt) && isHeldBy(record, item.from)
        && accepted >= record.responsible.since();
}

bool withdrawalDecides(const Case& record, const HandoverItem& item, Instant withdrawn)
{
    return item.state == ItemState::Accepted && isOpenToTime(record, item) && item.theirRecord
        && !item.byTelephone && item.purpose == HandoverPurpose::HandOver
        && minuteOf(withdrawn) <= minuteOf(*item.answeredAt)
        && minuteOf(withdrawn) >= minuteOf(item.proposedAt) && isHeldBy(record, item.to)
        && record.responsible.since() == *item.answeredAt && !isAllocatedSince(record);
}

bool wasAcceptedFirst(const Case& record, const HandoverItem* item, const Event& event)
{
    return item && isActOf(ItemAct::Accept, *item, event.actor.service)
        && acceptanceDecides(record, *item, event.occurred);
}

bool wasWithdrawnFirst(const Case& record, const HandoverItem* item, const Event& event)
{
    return item && isActOf(ItemAct::Withdraw, *item, event.actor.service)
        && withdrawalDecides(record, *item, event.occurred);
}

bool isConfirmedOnly(const HandoverItem* item, const Event& event)
{
    return item && item->state == ItemState::Accepted && item->byTelephone && !item->theirRecord
        && isActOf(ItemAct::Accept, *item, event.actor.service);
}

QString withdrawnWords(const QString& by, const QString& reason)
{
    return u"Withdrawn by %1: %2"_s.arg(by, reason);
}

const Note* withdrawalBeside(const Case& record, const HandoverItem& item)
{
    const auto found
        = std::find_if(record.entries.begin(), record.entries.end(), [&](const Note& note) {
              return note.kind == noteKind() && note.words.startsWith(beginning(item));
          });
    return item.state == ItemState::Accepted && found != record.entries.end() ? &*found : nullptr;
}

void keepWithdrawal(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context)
{
    decision.events.push_back(newEvent(subjectOf(record.id),
        CaseNoted{{context.mint()}, noteKind(),
            u"%1: %2"_s.arg(item.transferNumber, withdrawnWords(item.answeredBy, item.answerWords)),
            context.late()},
        *item.answeredAt));
    decision.flags.push_back({u"HO-3.6c"_s,
        u"%1 was withdrawn by %2 at %3, after this acceptance (%4): the acceptance moved the case, "
        "and %5 is responsible from then on. Ring each other; what is to go back is proposed with "
        "handover.propose."_s.arg(item.transferNumber, item.answeredBy,
            dateTimeText(*item.answeredAt), item.answerWords,
            serviceName(item.to, context.profile()))});
}

// What was withdrawn nobody could accept any more; of the same minute it stays with who had it.
void flagTakenBack(Decision& decision, const HandoverItem& item, const Context& context)
{
    const QString which = sameMinute(context.occurred, *item.answeredAt)
        ? u"in the minute of this withdrawal, and which was first is to be cleared up"_s
        : u"after this withdrawal"_s;
    decision.flags.push_back({u"HO-3.6c"_s,
        u"%1 was accepted by %2 at %3, %4: %5 is responsible. Ring each other, and record with "
        "handover.reconcile what was found out."_s.arg(item.transferNumber, item.answeredBy,
            dateTimeText(*item.answeredAt), which, serviceName(item.from, context.profile()))});
}

void flagUndone(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context)
{
    decision.flags.push_back({u"HO-3.6c"_s,
        u"%1 was %2 by %3 at %4 (%5): this record stands beside it to be cleared up, and %6."_s.arg(
            item.transferNumber, answerWord(item), item.answeredBy, dateTimeText(*item.answeredAt),
            answerSaid(item), whoGoesOn(record, item, context.profile()))});
}

Instant countsFrom(const Case& record, const HandoverItem& item, Instant accepted)
{
    return isUnanswered(item) && item.state != ItemState::AcceptedByTelephone
        ? std::max(accepted, record.responsible.since())
        : accepted;
}

void flagBeforeProposal(Decision& decision, const Case& record, const HandoverItem& item,
    const QString& words, const Context& context)
{
    if (context.occurred >= item.proposedAt || item.state == ItemState::AcceptedByTelephone)
        return;
    decision.flags.push_back({u"HO-3.6b"_s,
        u"%1 was accepted by %2 at %3, before its proposal of %4 was typed."_s.arg(
            item.transferNumber, context.actor.name, dateTimeText(context.occurred),
            dateTimeText(item.proposedAt))});
    const Instant counts = countsFrom(record, item, context.occurred);
    if (context.occurred >= counts)
        return;
    decision.events.push_back(newEvent(subjectOf(record.id),
        CaseNoted{{context.mint()}, noteKind(),
            u"%1: Accepted by %2: %3"_s.arg(item.transferNumber, context.actor.name, words),
            context.late()}));
    decision.notes.append(
        u"HO-3.6b: the acceptance was before %1 was opened at %2 and counts from then."_s.arg(
            record.ref, dateTimeText(counts)));
}

}
