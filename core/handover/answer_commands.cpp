#include "core/handover/commands.h"

#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/handover/refusals.h"
#include "core/handover/window.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto caseHelp = "The case";
constexpr auto itemHelp = "Which handover of the case; the one that awaits an answer if left out";

struct ReadBack {
    static constexpr const char* name = "handover.read_back";
    CaseId caseId;
    PartId item;
    QString clock;
    QString nextAction;
    QString ifThen;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, caseHelp, Need::Required);
        v("item", s.item, itemHelp);
        v("clock", s.clock, "Which clock runs out when");
        v("next_action", s.nextAction, "What is done next, by whom");
        v("if_then", s.ifThen, "If … then …");
    }
};

struct Accept {
    static constexpr const char* name = "handover.accept";
    CaseId caseId;
    PartId item;
    QString words;
    QString stays;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, caseHelp, Need::Required);
        v("item", s.item, itemHelp);
        v("words", s.words, "What was said on accepting");
        v("stays", s.stays, "Accepted in part: the actions that stay with the giving service");
    }
};

struct AcceptByTelephone {
    static constexpr const char* name = "handover.accept_by_telephone";
    CaseId caseId;
    PartId item;
    QString accepter;
    QString role;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, caseHelp, Need::Required);
        v("item", s.item, itemHelp);
        v("accepter", s.accepter, "Full name of who accepted", Need::Required);
        v("role", s.role, "Their role", Need::Required);
        v("words", s.words, "Their words", Need::Required);
    }
};

struct Confirm {
    static constexpr const char* name = "handover.confirm";
    CaseId caseId;
    PartId item;
    QString reference;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, caseHelp, Need::Required);
        v("item", s.item, itemHelp);
        v("reference", s.reference, "The confirming e-mail: from whom, when", Need::Required);
    }
};

struct Decline {
    static constexpr const char* name = "handover.decline";
    CaseId caseId;
    PartId item;
    QString reason;
    QString nextStep;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, caseHelp, Need::Required);
        v("item", s.item, itemHelp);
        v("reason", s.reason, "Why it is declined", Need::Required);
        v("next_step", s.nextStep, "What was agreed instead");
    }
};

struct Withdraw {
    static constexpr const char* name = "handover.withdraw";
    CaseId caseId;
    PartId item;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, caseHelp, Need::Required);
        v("item", s.item, itemHelp);
        v("reason", s.reason, "Why it is withdrawn", Need::Required);
    }
};

/// The handover that an answer is about, or why there is none.
struct Answered {
    std::shared_ptr<const Case> record;
    const HandoverItem* item = nullptr;
    Refusals refusals;
};

const HandoverItem* itemOf(const Case& record, const PartId& id)
{
    if (id.isNull())
        return unansweredItem(record);
    const auto found = std::find_if(record.handovers.begin(), record.handovers.end(),
        [&](const HandoverItem& item) { return item.id == id; });
    return found == record.handovers.end() ? nullptr : &*found;
}

std::optional<Refusal> refuseItem(const HandoverItem* item, const Context& context)
{
    const QString mend = u"`list handovers` shows what awaits an answer."_s;
    if (!item)
        return Refusal{
            u"HO-3.6b"_s, u"item"_s, u"No handover of this case awaits an answer."_s, mend};
    if (!isUnanswered(*item))
        return Refusal{u"HO-3.6b"_s, u"item"_s,
            u"%1 has been answered: %2."_s.arg(item->transferNumber, stateWords(item->state)),
            mend};
    if (context.occurred < item->proposedAt)
        return Refusal{u"HO-3.6b"_s, u"at"_s,
            u"%1 was proposed at %2, after that."_s.arg(
                item->transferNumber, dateTimeText(item->proposedAt)),
            u"Give a time from then on."_s};
    return {};
}

Answered answered(const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer;
    answer.record = context.records.caseRecord(caseId);
    add(answer.refusals, refuseCase(answer.record.get()));
    if (!answer.refusals.empty())
        return answer;
    answer.item = itemOf(*answer.record, item);
    add(answer.refusals, refuseItem(answer.item, context));
    return answer;
}

std::optional<Refusal> refuseUnless(
    const QString& service, const QString& mend, const Context& context)
{
    if (context.actor.service == service)
        return {};
    return Refusal{u"HO-3.6b"_s, u"user"_s,
        u"%1 is no user of %2."_s.arg(context.actor.name, serviceName(service, context.profile())),
        mend};
}

std::optional<Refusal> refuseRole(const Context& context)
{
    if (mayAccept(*context.user, context.profile()))
        return {};
    return Refusal{u"HO-3.6b"_s, u"user"_s,
        u"None of %1's roles may accept responsibility for a service."_s.arg(context.actor.name),
        u"Ask an officer, the on-call manager or the lead to accept."_s};
}

Decision noted(const Answered& answer)
{
    Decision decision;
    decision.made.insert(u"item"_s, answer.item->id.text());
    decision.made.insert(u"transfer"_s, answer.item->transferNumber);
    return decision;
}

Decision refused(Refusals refusals)
{
    return {{}, std::move(refusals), {}, {}, {}, {}};
}

std::optional<Refusal> refuseReadBack(const ReadBack& wanted, const HandoverItem& item)
{
    if (!needsReadBack(item) || (!wanted.clock.isEmpty() && !wanted.nextAction.isEmpty()))
        return {};
    return Refusal{u"HO-3.6b"_s, wanted.clock.isEmpty() ? u"clock"_s : u"next_action"_s,
        u"A clock runs on this case: %1, due %2."_s.arg(
            item.clocks.front().title, dateTimeText(item.clocks.front().due)),
        u"Read back the clock and the next action in your own words."_s};
}

QString wordsOf(const ReadBack& wanted)
{
    QStringList parts;
    for (const QString& part : {wanted.clock, wanted.nextAction, wanted.ifThen})
        if (!part.isEmpty())
            parts.append(part);
    return parts.isEmpty() ? u"Read back."_s : parts.join(u" · ");
}

Decision readBack(const ReadBack& wanted, const Context& context)
{
    Answered answer = answered(wanted.caseId, wanted.item, context);
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    add(answer.refusals, refuseUnless(answer.item->to, u"The receiver reads back."_s, context));
    add(answer.refusals, refuseReadBack(wanted, *answer.item));
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    Decision decision = noted(answer);
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), HandoverReadBack{answer.item->id, wordsOf(wanted)}));
    return decision;
}

std::optional<Refusal> refuseOwed(const Answered& answer)
{
    // Their own record of what was accepted by telephone comes after the event: nothing bars it.
    if (answer.item->state == ItemState::AcceptedByTelephone)
        return {};
    const std::vector<Owed> owed = owedBeforeAcceptance(*answer.record, *answer.item);
    if (owed.empty())
        return {};
    const bool discussion = owed.front().clause == u"HO-3.3"_s;
    return Refusal{owed.front().clause, owed.front().field, owed.front().text,
        discussion ? u"Record it with handover.discuss; one entry can cover many cases."_s
                   : u"Read back with handover.read_back first."_s};
}

Decision accept(const Accept& wanted, const Context& context)
{
    Answered answer = answered(wanted.caseId, wanted.item, context);
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    add(answer.refusals,
        refuseUnless(answer.item->to,
            u"Only a user of the receiving service can accept; what was said on the telephone is "
            u"recorded with handover.accept_by_telephone."_s,
            context));
    if (answer.refusals.empty())
        add(answer.refusals, refuseRole(context));
    add(answer.refusals, refuseOwed(answer));
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    Decision decision = noted(answer);
    decision.events.push_back(newEvent(
        subjectOf(wanted.caseId), HandoverAccepted{answer.item->id, wanted.words, wanted.stays}));
    return decision;
}

QString toldWhenLate(const HandoverItem& item, const Context& context)
{
    const auto window = context.records.window(item.window);
    const QString names = window ? coordinatorNames(*window) : QString();
    if (!names.isEmpty())
        return names;
    return u"the coordinators of %1 and %2"_s.arg(
        serviceName(item.from, context.profile()), serviceName(item.to, context.profile()));
}

Decision acceptByTelephone(const AcceptByTelephone& wanted, const Context& context)
{
    Answered answer = answered(wanted.caseId, wanted.item, context);
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    const HandoverItem& item = *answer.item;
    if (item.state == ItemState::AcceptedByTelephone)
        return refuse(u"HO-3.6b"_s, u"item"_s,
            u"%1 is %2."_s.arg(item.transferNumber, stateWords(item.state)),
            u"File the confirming e-mail with handover.confirm."_s);
    add(answer.refusals,
        refuseUnless(item.from,
            u"The giving service records it; a user of the receiving service accepts with "
            u"handover.accept."_s,
            context));
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    const Minutes within = context.profile().duration(u"their_record_within"_s, Minutes(120));
    Decision decision = noted(answer);
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverAcceptedByTelephone{item.id, wanted.accepter, wanted.role, wanted.words,
            context.occurred + within, toldWhenLate(item, context)}));
    decision.owed.push_back({u"HO-3.6b"_s, u"reference"_s,
        u"Accepted by %1, their record outstanding."_s.arg(wanted.accepter), u"confirm"_s});
    if (!seniorDiscussionMet(*answer.record, item))
        decision.flags.push_back({u"HO-3.3"_s,
            u"%1 was accepted by telephone with no senior discussion recorded."_s.arg(
                item.transferNumber)});
    return decision;
}

Decision confirm(const Confirm& wanted, const Context& context)
{
    Answered answer = answered(wanted.caseId, wanted.item, context);
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    const HandoverItem& item = *answer.item;
    if (item.state != ItemState::AcceptedByTelephone)
        return refuse(u"HO-3.6b"_s, u"item"_s,
            u"%1 was not accepted by telephone."_s.arg(item.transferNumber),
            u"Record who accepted it with handover.accept_by_telephone first."_s);
    if (context.actor.service != item.to)
        add(answer.refusals,
            refuseUnless(item.from, u"One of the two services files it."_s, context));
    if (context.occurred < *item.answeredAt)
        add(answer.refusals,
            Refusal{u"HO-3.6b"_s, u"at"_s,
                u"It was accepted at %1, after that."_s.arg(dateTimeText(*item.answeredAt)),
                u"Give a time from then on."_s});
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    Decision decision = noted(answer);
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), HandoverConfirmed{item.id, wanted.reference}));
    return decision;
}

Decision decline(const Decline& wanted, const Context& context)
{
    Answered answer = answered(wanted.caseId, wanted.item, context);
    if (answer.refusals.empty())
        add(answer.refusals,
            refuseUnless(answer.item->to,
                u"The receiving service declines; the giver withdraws with handover.withdraw."_s,
                context));
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    Decision decision = noted(answer);
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverDeclined{answer.item->id, wanted.reason, wanted.nextStep}));
    return decision;
}

Decision withdraw(const Withdraw& wanted, const Context& context)
{
    Answered answer = answered(wanted.caseId, wanted.item, context);
    if (answer.refusals.empty())
        add(answer.refusals,
            refuseUnless(answer.item->from,
                u"The giving service withdraws; the receiver declines with handover.decline."_s,
                context));
    if (!answer.refusals.empty())
        return refused(std::move(answer.refusals));
    Decision decision = noted(answer);
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), HandoverWithdrawn{answer.item->id, wanted.reason}));
    return decision;
}

}

std::vector<CommandSpec> answerCommands()
{
    return {
        command<ReadBack>(
            "The receiver reads back clock, next action and if-then", {u"HO-3.6b"_s}, readBack),
        command<Accept>(
            "A user of the receiving service accepts: the owner changes from that moment",
            {u"HO-3.6b"_s, u"HO-3.3"_s, u"HO-3.6c"_s}, accept),
        command<AcceptByTelephone>(
            "The giver records an acceptance by telephone; their record is outstanding",
            {u"HO-3.6b"_s}, acceptByTelephone),
        command<Confirm>(
            "Files the confirming e-mail of an acceptance by telephone", {u"HO-3.6b"_s}, confirm),
        command<Decline>("The receiving service declines: the owner stays",
            {u"HO-3.6a"_s, u"HO-3.6b"_s}, decline),
        command<Withdraw>(
            "The giving service withdraws its proposal: the owner stays", {u"HO-3.6a"_s}, withdraw),
    };
}

}
