#include "core/handover/answering.h"

#include "core/casework/entry_events.h"
#include "core/casework/held.h"
#include "core/handover/answer_words.h"
#include "core/handover/contested.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

Decision Answered::no() const
{
    return {{}, refusals, {}, {}, {}, {}};
}

Decision Answered::yes() const
{
    Decision decision;
    decision.made.insert(u"item"_s, item->id.text());
    decision.made.insert(u"transfer"_s, item->transferNumber);
    return decision;
}

static const HandoverItem* itemNamed(const Case& record, const PartId& id)
{
    const auto found = std::find_if(record.handovers.begin(), record.handovers.end(),
        [&](const HandoverItem& item) { return item.id == id; });
    return found == record.handovers.end() ? nullptr : &*found;
}

static const HandoverItem* newest(const Case& record)
{
    return record.handovers.empty() ? nullptr : &record.handovers.back();
}

static bool isAnswered(const HandoverItem& item)
{
    return item.state == ItemState::Accepted || item.state == ItemState::Declined
        || item.state == ItemState::Withdrawn;
}

// The newest that a told time means and whose answer `fits`; none while one of then still waits.
template <typename Fits>
static const HandoverItem* answeredOne(
    const Case& record, const PartId& item, const Context& context, const Fits& fits)
{
    const HandoverItem* waiting = unansweredItem(record);
    if (!context.occurredGiven
        || (item.isNull() && waiting && waiting->proposedAt <= context.occurred))
        return nullptr;
    const auto found = std::find_if(
        record.handovers.rbegin(), record.handovers.rend(), [&](const HandoverItem& each) {
            const bool meant
                = item.isNull() ? each.proposedAt <= context.occurred : each.id == item;
            return meant && fits(each) && !contestedAnswer(record, each);
        });
    return found == record.handovers.rend() ? nullptr : &*found;
}

const HandoverItem* answeredByNow(const Case& record, const PartId& item, const Context& context)
{
    return answeredOne(record, item, context, isAnswered);
}

const HandoverItem* answeredSince(const Case& record, const PartId& item,
    std::initializer_list<ItemState> answers, const Context& context)
{
    return answeredOne(record, item, context, [&](const HandoverItem& each) {
        return each.answeredAt && context.occurred <= *each.answeredAt
            && std::find(answers.begin(), answers.end(), each.state) != answers.end();
    });
}

static bool isAccepted(const HandoverItem* item)
{
    return item && item->state == ItemState::Accepted;
}

// A call may have been before the proposal was typed, and before the case was: the giver had it by
// then. What is answered, or noted as accepted, takes what else was said by its own time.
static std::optional<Instant> earliest(ItemAct act, const Case& record, const HandoverItem& item)
{
    const bool noted = item.state == ItemState::AcceptedByTelephone;
    if (!isUnanswered(item) || (noted && act == ItemAct::Accept)
        || act == ItemAct::DeclineByTelephone)
        return {};
    if (act != ItemAct::AcceptByTelephone && act != ItemAct::Accept)
        return item.proposedAt;
    const bool wasAnothers = record.responsible.entries().size() > 1;
    return wasAnothers ? std::optional(std::min(item.proposedAt, record.responsible.since()))
                       : std::nullopt;
}

static QString endOf(const HandoverItem& item)
{
    if (!item.answeredAt)
        return u"%1 is %2"_s.arg(item.transferNumber, stateWords(item.state));
    return u"%1 was %2 by %3 at %4"_s.arg(
        item.transferNumber, answerWord(item), item.answeredBy, dateTimeText(*item.answeredAt));
}

QString whoGoesOn(const Case& record, const HandoverItem& item, const Profile& profile)
{
    const QString owner = serviceName(record.responsible.current(), profile);
    if (record.closedAt)
        return u"%1 was responsible when %2 was closed"_s.arg(owner, record.ref);
    if (const HandoverItem* waiting = unansweredItem(record))
        return u"%1 is responsible, and %2 awaits its answer"_s.arg(owner, waiting->transferNumber);
    return isHeldBy(record, item.from)
        ? u"%1 stays responsible until it is proposed and accepted again"_s.arg(owner)
        : u"%1 is responsible now"_s.arg(owner);
}

void noteBeside(Decision& decision, const Case& record, const HandoverItem& item,
    const QString& words, const Context& context)
{
    decision.events.push_back(newEvent(subjectOf(record.id),
        CaseNoted{{context.mint()}, u"handover"_s, u"%1: %2"_s.arg(item.transferNumber, words),
            context.late()}));
    decision.notes.append(u"%1: this is noted beside it; %2."_s.arg(
        endOf(item), whoGoesOn(record, item, context.profile())));
}

// What else was said at its time can still be told, by giving that time.
static bool canBeTold(ItemAct act, const HandoverItem& item)
{
    if (act == ItemAct::Decline || act == ItemAct::DeclineByTelephone || act == ItemAct::Withdraw)
        return isAnswered(item);
    return act == ItemAct::Accept && !item.theirRecord
        && (item.state == ItemState::Declined || item.state == ItemState::Withdrawn);
}

static QString mendOfNothing(ItemAct act, const Case& record, const Context& context)
{
    const HandoverItem* last = newest(record);
    const QString told = last && !context.occurredGiven && canBeTold(act, *last)
        ? u"What was said before now is taken with its time in at. "_s
        : QString();
    if (!record.open())
        return told + u"Reopen it with case.reopen, then propose it with handover.propose."_s;
    return told
        + u"%1 can propose it%2 with handover.propose."_s.arg(
            serviceName(record.responsible.current(), context.profile()),
            last && isHeldBy(record, last->from) ? u" anew"_s : QString());
}

static Refusal nothingToAnswer(ItemAct act, const Case& record, const Context& context)
{
    if (const HandoverItem* waiting = unansweredItem(record))
        return Refusal{u"HO-3.6b"_s, u"item"_s, u"The case has no such handover."_s,
            u"Leave it out: %1 awaits an answer."_s.arg(waiting->transferNumber)};
    const HandoverItem* last = newest(record);
    return Refusal{u"HO-3.6b"_s, u"item"_s,
        u"No handover of this case awaits an answer%1."_s.arg(
            last ? u": "_s + endOf(*last) : QString()),
        mendOfNothing(act, record, context)};
}

static std::optional<Refusal> refuseItem(
    ItemAct act, const Case& record, const HandoverItem* item, const Context& context)
{
    if (!item)
        return nothingToAnswer(act, record, context);
    const auto from = earliest(act, record, *item);
    if (!from || context.occurred >= *from)
        return {};
    return Refusal{u"HO-3.6b"_s, u"at"_s,
        *from == item->proposedAt
            ? u"%1 was proposed at %2, after that."_s.arg(
                item->transferNumber, dateTimeText(item->proposedAt))
            : u"%1 had the case only from %2."_s.arg(
                serviceName(item->from, context.profile()), dateTimeText(*from)),
        u"Give a time from then on."_s};
}

static std::optional<Refusal> refuseAnswered(const HandoverItem* item)
{
    if (!item || isUnanswered(*item))
        return {};
    return Refusal{u"HO-3.6b"_s, u"item"_s,
        u"%1 has been answered: %2."_s.arg(item->transferNumber, answerWord(*item)),
        u"`list handovers` shows what awaits an answer."_s};
}

// Closing ends no acceptance that was told before it. HO-3.6b
static std::optional<Refusal> refuseClosed(
    const Case& record, const HandoverItem* item, const Context& context)
{
    const bool told = item && item->answeredAt && *item->answeredAt < record.closedAt
        && (item->state == ItemState::AcceptedByTelephone || isAccepted(item) || isUndone(*item));
    if (!record.closedAt || told || context.occurred < *record.closedAt)
        return {};
    return Refusal{u"HO-3.6a"_s, u"case"_s,
        u"%1 was closed at %2."_s.arg(record.ref, dateTimeText(*record.closedAt)),
        u"Reopen it with case.reopen, or give the time before that at which it happened."_s};
}

static Answered found(const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer;
    answer.record = context.records.caseRecord(caseId);
    if (!answer.record)
        add(answer.refusals, refuseCase(nullptr));
    else
        answer.item
            = item.isNull() ? unansweredItem(*answer.record) : itemNamed(*answer.record, item);
    return answer;
}

static void check(Answered& answer, ItemAct act, const Context& context)
{
    add(answer.refusals, refuseClosed(*answer.record, answer.item, context));
    if (answer.refusals.empty())
        add(answer.refusals, refuseItem(act, *answer.record, answer.item, context));
}

Answered answered(ItemAct act, const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer = found(caseId, item, context);
    if (answer.refusals.empty())
        add(answer.refusals, refuseAnswered(answer.item));
    if (answer.refusals.empty())
        check(answer, act, context);
    return answer;
}

// Answered since, or answered so that the act may still be told; what else is answered is refused.
static void take(Answered& answer, const PartId& item, const HandoverItem* since,
    bool (*takes)(const HandoverItem*))
{
    if (since)
        answer.item = since;
    else if (answer.record && item.isNull() && !answer.item && takes(newest(*answer.record)))
        answer.item = newest(*answer.record);
    if (answer.refusals.empty() && !since && !takes(answer.item))
        add(answer.refusals, refuseAnswered(answer.item));
}

static const HandoverItem* sinceOf(const Answered& answer, const PartId& item,
    std::initializer_list<ItemState> answers, const Context& context)
{
    return answer.record ? answeredSince(*answer.record, item, answers, context) : nullptr;
}

Answered answeredOrTold(
    ItemAct act, const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer = found(caseId, item, context);
    const HandoverItem* told
        = answer.record ? answeredByNow(*answer.record, item, context) : nullptr;
    take(answer, item, told, [](const HandoverItem*) { return false; });
    if (answer.refusals.empty())
        check(answer, act, context);
    return answer;
}

Answered answeredOrReadBack(const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer = found(caseId, item, context);
    const HandoverItem* since = sinceOf(
        answer, item, {ItemState::Accepted, ItemState::Declined, ItemState::Withdrawn}, context);
    take(answer, item, since, [](const HandoverItem*) { return false; });
    if (answer.refusals.empty())
        check(answer, ItemAct::ReadBack, context);
    return answer;
}

static bool awaitsRecordBeside(const HandoverItem* item)
{
    return item && item->byTelephone && !item->theirRecord && (isUndone(*item) || isAccepted(item));
}

// Of a team's record the call is logged, and there the decline was said.
static const HandoverItem* undoneByNow(
    const Answered& answer, const PartId& item, const Context& context)
{
    const HandoverItem* told
        = answer.record ? answeredByNow(*answer.record, item, context) : nullptr;
    if (!told || told->theirRecord)
        return nullptr;
    const bool declined
        = told->state == ItemState::Declined && !edtRecordOf(*answer.record, told->id);
    return declined || told->state == ItemState::Withdrawn ? told : nullptr;
}

Answered answeredOrUndone(const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer = found(caseId, item, context);
    take(answer, item, undoneByNow(answer, item, context), awaitsRecordBeside);
    if (answer.refusals.empty())
        check(answer, ItemAct::Accept, context);
    return answer;
}

static bool takesEmail(const HandoverItem* item)
{
    return isAccepted(item)
        || (item && item->byTelephone
            && (item->state == ItemState::Withdrawn || item->state == ItemState::Declined));
}

Answered answeredOrAccepted(
    ItemAct act, const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer = found(caseId, item, context);
    const bool note = act == ItemAct::AcceptByTelephone;
    const HandoverItem* since
        = sinceOf(answer, item, {ItemState::Withdrawn, ItemState::Declined}, context);
    if (since && note == since->byTelephone.has_value())
        since = nullptr;
    take(answer, item, since, note ? isAccepted : takesEmail);
    if (answer.refusals.empty())
        check(answer, act, context);
    return answer;
}

std::optional<Refusal> refuseAct(
    ItemAct act, const HandoverItem& item, const QString& mend, const Context& context)
{
    if (isActOf(act, item, context.actor.service))
        return {};
    return Refusal{u"HO-3.6b"_s, u"user"_s,
        u"%1 is no user of %2."_s.arg(
            context.actor.name, serviceName(actsFor(act, item), context.profile())),
        mend};
}

}
