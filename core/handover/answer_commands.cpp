#include "core/casework/case_checks.h"
#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/frontdoor/adults_only.h"
#include "core/handover/answer_words.h"
#include "core/handover/answering.h"
#include "core/handover/by_own_time.h"
#include "core/handover/carried.h"
#include "core/handover/commands.h"
#include "core/handover/documents_to_follow.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/handover/lead_hours.h"
#include "core/handover/warrant.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct ReadBack {
    static constexpr const char* name = "handover.read_back";
    CaseId caseId;
    PartId item;
    QString clock;
    QString nextAction;
    QString ifThen;
    QString code;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("clock", s.clock, "Which clock runs out when");
        v("next_action", s.nextAction, "What is done next, by whom");
        v("if_then", s.ifThen, "If … then …");
        v("code", s.code, "The three words that the giver read out, to compare them");
    }
};

struct AgreedAction {
    QString what;
    QString who;
    Due due;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("what", s.what, "What is to be done", Need::Required);
        v("who", s.who, "Who does it");
        v("due", s.due, "By when", Need::Required);
    }
};

struct Accept {
    static constexpr const char* name = "handover.accept";
    CaseId caseId;
    PartId item;
    QString words;
    QString stays;
    std::vector<AgreedAction> agreedActions;
    std::optional<WarrantAgreement> warrant;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("words", s.words, "What was said on accepting");
        v("stays", s.stays, "Accepted in part: the actions that stay with the giving service");
        v("agreed_actions", s.agreedActions, "Actions agreed in the call; each becomes a task");
        v("warrant_agreement", s.warrant,
            "A warrant that the proposal told nothing of: who agreed, when, and on what actions");
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
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
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
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("reason", s.reason, "Why it is withdrawn", Need::Required);
    }
};

std::optional<Refusal> refuseReadBack(
    const ReadBack& wanted, const Answered& answer, const Profile& profile)
{
    const auto clocks = clocksToReadBack(*answer.record, *answer.item, profile);
    // Told when it was answered already: it was said then, of whatever clock.
    if (!isUnanswered(*answer.item) || clocks.empty()
        || (!wanted.clock.isEmpty() && !wanted.nextAction.isEmpty()))
        return {};
    return Refusal{u"HO-3.6b"_s, wanted.clock.isEmpty() ? u"clock"_s : u"next_action"_s,
        u"A clock runs on this case: %1, due %2."_s.arg(
            clocks.front().title, dateTimeText(clocks.front().due)),
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
    Answered answer = answeredOrReadBack(wanted.caseId, wanted.item, context);
    if (answer.refused())
        return answer.no();
    add(answer.refusals,
        refuseAct(ItemAct::ReadBack, *answer.item, u"The receiver reads back."_s, context));
    add(answer.refusals, refuseReadBack(wanted, answer, context.profile()));
    if (answer.refused())
        return answer.no();
    Decision decision = answer.yes();
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), HandoverReadBack{answer.item->id, wordsOf(wanted)}));
    if (!wanted.code.trimmed().isEmpty())
        addComparison(decision, answer, wanted.code, context);
    return decision;
}

std::optional<Refusal> refuseOwed(const Answered& answer, const Profile& profile)
{
    // Their own record of what was accepted by telephone comes after the event: nothing bars it.
    if (answer.item->state == ItemState::AcceptedByTelephone)
        return {};
    const std::vector<Owed> owed = owedBeforeAcceptance(*answer.record, *answer.item, profile);
    if (owed.empty())
        return {};
    const bool discussion = owed.front().clause == u"HO-3.3"_s;
    return Refusal{owed.front().clause, owed.front().field, owed.front().text,
        discussion ? u"Record it with handover.discuss; one entry can cover many cases."_s
                   : u"Read back with handover.read_back first."_s};
}

void addTasks(Decision& decision, const Accept& wanted, const Context& context)
{
    const auto task = u"task"_s;
    for (const AgreedAction& action : wanted.agreedActions)
        decision.events.push_back(newEvent(subjectOf(wanted.caseId),
            CaseTaskAdded{{context.mint()}, action.what, action.who, action.due.at,
                warningsBefore(action.due.at, task, context.profile()), u"HO-3.4"_s, task}));
}

bool isNamed(const QString& accepter, const QString& name)
{
    return accepter.simplified().compare(name.simplified(), Qt::CaseInsensitive) == 0;
}

// Whoever said yes on the telephone and records it, with no time of its own, tells of that moment.
// Anybody else's record is of its own time: both books stand; the owner changed when it was noted.
Instant acceptedAt(const HandoverItem& item, const Context& context)
{
    if (context.occurredGiven)
        return context.occurred;
    if (isUndone(item))
        return isNamed(item.byTelephone->accepter, context.actor.name) ? item.byTelephone->at
                                                                       : context.occurred;
    const bool byTelephone = item.state == ItemState::AcceptedByTelephone
        || (item.state == ItemState::Accepted && item.byTelephone);
    const bool told
        = byTelephone && item.answeredAt && isNamed(item.answeredBy, context.actor.name);
    return told ? *item.answeredAt : context.occurred;
}

// The acceptance was said whatever the giver, or a colleague, did: it is kept, and the owner stays.
// HO-3.6c
Decision recordBeside(const Accept& wanted, const Answered& answer, const Context& context)
{
    const HandoverItem& item = *answer.item;
    Decision decision = answer.yes();
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverRecordedBeside{item.id, wanted.words, wanted.stays, wanted.warrant},
        acceptedAt(item, context)));
    addTasks(decision, wanted, context);
    if (item.state != ItemState::Accepted)
        flagUndone(decision, *answer.record, item, context);
    return decision;
}

void checkAccepter(Answered& answer, const Context& context)
{
    add(answer.refusals,
        refuseAct(ItemAct::Accept, *answer.item,
            u"Only a user of the receiving service can accept; what was said on the telephone is "
            u"recorded with handover.accept_by_telephone."_s,
            context));
    if (!answer.refused())
        add(answer.refusals, refuseRoleToAccept(context));
}

void checkAgreement(Answered& answer, const Accept& wanted, const Context& context)
{
    add(answer.refusals, refuseAgreementToCome(wanted.warrant, context));
    add(answer.refusals,
        refuseAgreementUnasked(wanted.warrant, *answer.record, answer.item->to, context));
}

void noteItsWork(Decision& decision, const Answered& answer, const Context& context)
{
    const Case& record = *answer.record;
    const auto person = personOf(record, context);
    if (answer.item->purpose == HandoverPurpose::HandOver)
        noteWorkOfAnother(decision, record.kindOfWork, answer.item->to,
            minorAt(person.get(), context.occurred), context.profile());
}

// The giver withdrew afterwards what was accepted already. HO-3.6c
Decision acceptBefore(const Accept& wanted, const Answered& answer, const Context& context)
{
    const HandoverItem& item = *answer.item;
    const Instant at = acceptedAt(item, context);
    const auto warrant = warrantAccepted(wanted.warrant, *answer.record, item, context);
    Decision decision = answer.yes();
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverAccepted{item.id, wanted.words, wanted.stays, warrant}, at));
    keepWithdrawal(decision, *answer.record, item, context);
    flagWarrant(decision, warrant);
    noteItsWork(decision, answer, context);
    flagBeforeLead(decision, item, at, context);
    addTasks(decision, wanted, context);
    carryAgain(decision, *answer.record, item);
    addDocumentsToFollow(decision, *answer.record, item, context);
    return decision;
}

Decision accept(const Accept& wanted, const Context& context)
{
    Answered answer = answeredOrUndone(wanted.caseId, wanted.item, context);
    if (answer.refused())
        return answer.no();
    checkAccepter(answer, context);
    checkAgreement(answer, wanted, context);
    if (!answer.refused() && !isUndone(*answer.item))
        add(answer.refusals, refuseNotTelephoned(*answer.record, *answer.item));
    if (!answer.refused() && !isUnanswered(*answer.item))
        return acceptanceDecides(*answer.record, *answer.item, acceptedAt(*answer.item, context))
            ? acceptBefore(wanted, answer, context)
            : recordBeside(wanted, answer, context);
    if (!answer.refused())
        add(answer.refusals,
            refuseChildsCase(
                answer.record->kindOfWork, answer.record->person, answer.item->to, context));
    add(answer.refusals, refuseOwed(answer, context.profile()));
    if (answer.refused())
        return answer.no();
    Decision decision = answer.yes();
    const Instant at = acceptedAt(*answer.item, context);
    const auto warrant = warrantAccepted(wanted.warrant, *answer.record, *answer.item, context);
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverAccepted{answer.item->id, wanted.words, wanted.stays, warrant},
        countsFrom(*answer.record, *answer.item, at)));
    flagBeforeProposal(decision, *answer.record, *answer.item, wanted.words, context);
    flagWarrant(decision, warrant);
    noteItsWork(decision, answer, context);
    flagBeforeLead(decision, *answer.item, at, context);
    addTasks(decision, wanted, context);
    if (answer.item->state != ItemState::AcceptedByTelephone)
        addDocumentsToFollow(decision, *answer.record, *answer.item, context);
    if (answer.record->closedAt)
        decision.notes.append(
            u"%1 was closed at %2; reopen it with case.reopen if it goes on."_s.arg(
                answer.record->ref, dateTimeText(*answer.record->closedAt)));
    return decision;
}

// A decline that was after an acceptance, and a withdrawal of what was accepted, have to be cleared
// up; of what nobody took the owner is the same. HO-3.6c
Decision tellBeside(
    const Answered& answer, const QString& words, bool contradicts, const Context& context)
{
    const HandoverItem& item = *answer.item;
    Decision decision = answer.yes();
    noteBeside(decision, *answer.record, item, words, context);
    if (contradicts)
        decision.flags.push_back({u"HO-3.6c"_s,
            u"%1 was accepted by %2 at %3, and this says otherwise (%4): %5. Ring each other; what "
            "is to go back is proposed with handover.propose."_s.arg(item.transferNumber,
                item.answeredBy, dateTimeText(*item.answeredAt), words,
                whoGoesOn(*answer.record, item, context.profile()))});
    return decision;
}

bool isAfterAcceptance(const HandoverItem& item, const Context& context)
{
    return item.state == ItemState::Accepted && context.occurred >= *item.answeredAt;
}

QString wordsOf(const Decline& wanted)
{
    return wanted.nextStep.isEmpty()
        ? u"Declined: "_s + wanted.reason
        : withNextApart(u"Declined: %1 Next: %2"_s.arg(wanted.reason, wanted.nextStep));
}

Decision decline(const Decline& wanted, const Context& context)
{
    Answered answer = answeredOrTold(ItemAct::Decline, wanted.caseId, wanted.item, context);
    if (!answer.refused())
        add(answer.refusals,
            refuseAct(ItemAct::Decline, *answer.item,
                u"The receiving service declines; the giver withdraws with handover.withdraw."_s,
                context));
    if (!answer.refused())
        add(answer.refusals, refuseNotTelephoned(*answer.record, *answer.item));
    if (answer.refused())
        return answer.no();
    if (!isUnanswered(*answer.item))
        return tellBeside(
            answer, wordsOf(wanted), isAfterAcceptance(*answer.item, context), context);
    Decision decision = answer.yes();
    decision.events.push_back(newEvent(subjectOf(wanted.caseId),
        HandoverDeclined{answer.item->id, wanted.reason, wanted.nextStep}));
    leaveCarried(decision, *answer.record, *answer.item);
    return decision;
}

Decision withdraw(const Withdraw& wanted, const Context& context)
{
    Answered answer = answeredOrTold(ItemAct::Withdraw, wanted.caseId, wanted.item, context);
    if (!answer.refused())
        add(answer.refusals,
            refuseAct(ItemAct::Withdraw, *answer.item,
                u"The giving service withdraws; the receiver declines with handover.decline."_s,
                context));
    if (answer.refused())
        return answer.no();
    const bool decides = withdrawalDecides(*answer.record, *answer.item, context.occurred);
    if (!isUnanswered(*answer.item) && !decides)
        return tellBeside(answer, withdrawnWords(context.actor.name, wanted.reason),
            answer.item->state == ItemState::Accepted, context);
    Decision decision = answer.yes();
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), HandoverWithdrawn{answer.item->id, wanted.reason}));
    if (decides)
        flagTakenBack(decision, *answer.item, context);
    leaveCarried(decision, *answer.record, *answer.item);
    return decision;
}

}

std::vector<CommandSpec> answerCommands()
{
    return {
        command<ReadBack>(
            "The receiver reads back clock, next action and if-then", {u"HO-3.6b"_s}, readBack),
        command<Accept>(
            "A user of the receiving service accepts: the owner changes from that moment; what the "
            "user accepted by telephone is of the time noted then, unless `at` is given",
            {u"HO-3.6b"_s, u"HO-3.3"_s, u"HO-3.4"_s, u"HO-3.6c"_s, u"HO-3.8"_s}, accept),
        command<Decline>("The receiving service declines: the owner stays",
            {u"HO-3.6a"_s, u"HO-3.6b"_s, u"HO-3.6c"_s}, decline),
        command<Withdraw>("The giving service withdraws its proposal: the owner stays",
            {u"HO-3.6a"_s, u"HO-3.6c"_s}, withdraw),
    };
}

}
