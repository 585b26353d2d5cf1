#include "core/casework/case_checks.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/entry_events.h"
#include "core/casework/work_events.h"
#include "core/command/refusals.h"
#include "core/frontdoor/adults_only.h"
#include "core/handover/answering.h"
#include "core/handover/commands.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/handover/warrant.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Telephone {
    static constexpr const char* name = "handover.telephoned";
    CaseId caseId;
    PartId item;
    QString clarification;
    QString contingency;
    QString declined;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, answeredItemHelp);
        v("clarification", s.clarification, "What was asked and answered");
        v("contingency", s.contingency, "If … then …, as told in the call");
        v("declined", s.declined, "Why it is declined, in this call");
    }
};

ItemAct actOf(const Telephone& wanted)
{
    return wanted.declined.isEmpty() ? ItemAct::Accept : ItemAct::Decline;
}

std::optional<Refusal> refuseTaker(
    const Telephone& wanted, const Case& record, const HandoverItem& item, const Context& context)
{
    if (auto refusal
        = refuseAct(actOf(wanted), item, u"An officer of that service logs the call."_s, context))
        return refusal;
    if (auto refusal = refuseRoleToAccept(context); refusal || !wanted.declined.isEmpty())
        return refusal;
    return refuseChildsCase(record.kindOfWork, record.person, item.to, context);
}

/// What a call is about, and from when it counts.
struct Call {
    const Telephone& wanted;
    PartId item;
    QString to;
    Instant counts;
};

bool isExpectedOf(const Task& task, const Call& call, const Context& context)
{
    return task.kind == u"anticipated_action"_s && task.clause == u"HO-4.3b"_s
        && task.who == serviceName(call.to, context.profile());
}

// What was expected of the service that declined is left to the team. HO-4.2b
void leaveExpected(Decision& decision, const Call& call, const Case& record, const Context& context)
{
    for (const Task& task : record.tasks)
        if (!task.doneAt && isExpectedOf(task, call, context)) {
            decision.events.push_back(newEvent(subjectOf(record.id),
                CaseTaskDone{task.id, u"Declined: "_s + call.wanted.declined, true}, call.counts));
            decision.notes.append(u"%1 declined: left to the team: %2"_s.arg(task.who, task.what));
        }
}

// The worker rang again: what was left to the team when it was declined is expected anew. HO-4.3b
void expectAgain(Decision& decision, const Call& call, const Case& record, Instant declinedAt,
    const Context& context)
{
    for (const Task& task : record.tasks)
        if (task.lapsed && task.doneAt == declinedAt && isExpectedOf(task, call, context))
            decision.events.push_back(newEvent(subjectOf(record.id),
                CaseTaskAdded{{context.mint()}, task.what, task.who, task.due, task.warnings,
                    task.clause, task.kind},
                call.counts));
}

// The call about a handover is its answer.
void logCall(Decision& decision, const Call& call, const EdtRecord& record,
    const std::optional<WarrantAgreement>& untold, const Context& context)
{
    const Telephone& wanted = call.wanted;
    const Subject subject = subjectOf(wanted.caseId);
    decision.events.push_back(newEvent(subject,
        EdtTelephoned{call.item, context.actor.name, wanted.clarification, wanted.contingency,
            wanted.declined}));
    if (context.occurred < call.counts)
        decision.notes.append(
            u"HO-4.2b: the call was before the record of %1 and counts from then."_s.arg(
                dateTimeText(call.counts)));
    if (!wanted.declined.isEmpty()) {
        decision.events.push_back(
            newEvent(subject, HandoverDeclined{call.item, wanted.declined, {}}, call.counts));
        return;
    }
    decision.events.push_back(newEvent(subject,
        HandoverAccepted{call.item, u"Telephoned: "_s + record.worker, {}, untold}, call.counts));
    flagWarrant(decision, untold);
    if (record.contingency.isEmpty() && wanted.contingency.isEmpty())
        decision.owed.push_back(
            {u"HO-4.3b"_s, u"contingency"_s, u"What is done if things change."_s, u"handover"_s});
}

HandoverProposed proposedAgain(const HandoverItem& declined, const Context& context)
{
    HandoverProposed proposed;
    proposed.id = {context.mint()};
    proposed.transferNumber
        = transferNumber(u"%1-R"_s.arg(dateOf(context.occurred).toString(Qt::ISODate)), context);
    proposed.from = declined.from;
    proposed.to = declined.to;
    proposed.reason = declined.reason;
    proposed.why = declined.words;
    proposed.ipass = declined.ipass;
    proposed.seniorMet = declined.seniorMet;
    if (declined.warrant)
        proposed.warrant = WarrantAgreement{declined.warrantLead, declined.warrantLeadAt,
            declined.warrantManager, declined.warrantManagerAt, declined.warrantActions};
    return proposed;
}

// What was declined stands as it was; the second call has a number of its own.
Decision telephoneAgain(const Telephone& wanted, const Case& record, const HandoverItem& declined,
    const Context& context)
{
    Decision decision;
    if (!refused(decision, refuseTaker(wanted, record, declined, context)))
        refused(decision, refuseSecondCall(record, wanted.item, declined, context));
    if (decision.refused())
        return decision;
    const EdtRecord& received = *edtRecordOf(record, declined.id);
    const HandoverProposed proposed = proposedAgain(declined, context);
    decision.made.insert(u"item"_s, proposed.id.text());
    decision.made.insert(u"transfer"_s, proposed.transferNumber);
    const Subject subject = subjectOf(wanted.caseId);
    decision.events.push_back(newEvent(subject, proposed));
    decision.events.push_back(newEvent(subject,
        EdtRecordReceived{proposed.id, received.worker, received.team, received.telephone,
            received.manager, received.managerAt, received.contingency, received.notToContact,
            received.feedbackTo},
        received.receivedAt));
    const Call call{wanted, proposed.id, declined.to, context.occurred};
    logCall(decision, call, received, warrantAccepted({}, record, declined, context), context);
    if (wanted.declined.isEmpty())
        expectAgain(decision, call, record, *declined.answeredAt, context);
    return decision;
}

void flagWithdrawn(Decision& decision, const Call& call, const HandoverItem& item,
    const Case& record, const Context& context)
{
    const Profile& profile = context.profile();
    const QString held = call.counts < *item.answeredAt
        ? u"%1 was responsible from the call at %2 until %3"_s.arg(serviceName(item.to, profile),
            dateTimeText(call.counts), dateTimeText(*item.answeredAt))
        : u"it was withdrawn in the minute of the call"_s;
    decision.flags.push_back({u"HO-4.2b"_s,
        u"%1 was withdrawn by %2 after the call that was the transfer (%3): %4, and %5 is "
        "responsible now."_s.arg(item.transferNumber, item.answeredBy, item.answerWords, held,
            serviceName(record.responsible.current(), profile))});
}

// The record of a team has one call: the decline before it, or since, is kept in words.
void keepDecline(
    Decision& decision, const Case& record, const HandoverItem& item, const Context& context)
{
    const EdtRecord& received = *edtRecordOf(record, item.id);
    if (received.telephonedAt)
        decision.events.push_back(newEvent(subjectOf(record.id),
            CaseNoted{{context.mint()}, u"handover"_s,
                u"%1: Declined in the call by %2: %3"_s.arg(
                    item.transferNumber, received.officer, received.declined),
                context.late()},
            *received.telephonedAt));
}

// The call was made whatever the team did since: it is the transfer until the withdrawal, or the
// decline, and the team has the case since. HO-4.2b
Decision telephoneBefore(
    const Telephone& wanted, const Case& record, const HandoverItem& item, const Context& context)
{
    Decision decision;
    if (refused(decision, refuseTaker(wanted, record, item, context)))
        return decision;
    decision.made.insert(u"item"_s, item.id.text());
    decision.made.insert(u"transfer"_s, item.transferNumber);
    const Call call{wanted, item.id, item.to, std::max(context.occurred, item.proposedAt)};
    const Subject subject = subjectOf(record.id);
    decision.events.push_back(newEvent(subject,
        EdtTelephoned{item.id, context.actor.name, wanted.clarification, wanted.contingency,
            wanted.declined}));
    if (!wanted.declined.isEmpty()) {
        leaveExpected(decision, call, record, context);
        return decision;
    }
    keepDecline(decision, record, item, context);
    const auto untold = warrantAccepted({}, record, item, context);
    decision.events.push_back(newEvent(subject,
        HandoverRecordedBeside{
            item.id, u"Telephoned: "_s + edtRecordOf(record, item.id)->worker, {}, untold},
        call.counts));
    flagWarrant(decision, untold);
    flagWithdrawn(decision, call, item, record, context);
    return decision;
}

QString callWords(const Telephone& wanted, const EdtRecord& record)
{
    QStringList parts{wanted.declined.isEmpty() ? u"Telephoned: "_s + record.worker
                                                : u"Declined in the call: "_s + wanted.declined};
    for (const QString& told : {wanted.clarification, wanted.contingency})
        if (!told.isEmpty())
            parts.append(told);
    return parts.join(u" · ");
}

bool contradicts(const Call& call, const HandoverItem& item)
{
    if (call.wanted.declined.isEmpty())
        return item.state != ItemState::Accepted || call.counts < *item.answeredAt;
    return item.state == ItemState::Accepted && call.counts >= *item.answeredAt;
}

void flagOtherwise(Decision& decision, const Call& call, const HandoverItem& item,
    const Case& record, const Context& context)
{
    const bool earlier = call.wanted.declined.isEmpty() && item.state == ItemState::Accepted;
    const QString said = earlier ? u"this call was before that and is the transfer"_s
                                 : u"this call says otherwise and is to be cleared up"_s;
    decision.flags.push_back({u"HO-4.2b"_s,
        u"%1 was %2 by %3 at %4 (%5); %6, and %7."_s.arg(item.transferNumber,
            stateWords(item.state), item.answeredBy, dateTimeText(*item.answeredAt),
            item.answerWords, said, whoGoesOn(record, item, context.profile()))});
}

// What an officer said in another call than the one that is the answer happened all the same. Only
// an acceptance is more than a note: it was the transfer, or is to be cleared up. HO-4.2b, HO-3.6c
Decision telephoneBeside(
    const Telephone& wanted, const Case& record, const HandoverItem& item, const Context& context)
{
    Decision decision;
    if (refused(decision, refuseAfterClosing(record, u"at"_s, context.occurred))
        || refused(decision, refuseTaker(wanted, record, item, context)))
        return decision;
    decision.made.insert(u"item"_s, item.id.text());
    decision.made.insert(u"transfer"_s, item.transferNumber);
    const EdtRecord& received = *edtRecordOf(record, item.id);
    const Call call{wanted, item.id, item.to, std::max(context.occurred, item.proposedAt)};
    const bool otherwise = contradicts(call, item);
    if (wanted.declined.isEmpty() && otherwise)
        decision.events.push_back(newEvent(subjectOf(record.id),
            HandoverRecordedBeside{item.id, callWords(wanted, received), {}, {}}, call.counts));
    else
        noteBeside(decision, record, item, callWords(wanted, received), context);
    if (otherwise)
        flagOtherwise(decision, call, item, record, context);
    return decision;
}

// The worker may ring before the record comes: the handover is answered once it is there. HO-4.2b
Instant countsFrom(const Case& record, const PartId& item, const Context& context)
{
    for (const HandoverItem& each : record.handovers)
        if ((item.isNull() ? isUnanswered(each) : each.id == item) && edtRecordOf(record, each.id))
            return std::max(context.occurred, each.proposedAt);
    return context.occurred;
}

Decision telephone(const Telephone& wanted, const Context& context)
{
    Instant counted = context.occurred;
    if (const auto record = context.records.caseRecord(wanted.caseId)) {
        const bool declines = !wanted.declined.isEmpty();
        if (const HandoverItem* item = withdrawnAfterCall(*record, wanted.item, declines, context))
            return telephoneBefore(wanted, *record, *item, context);
        if (const HandoverItem* item = answeredBesideCall(*record, wanted.item, declines, context))
            return telephoneBeside(wanted, *record, *item, context);
        if (const HandoverItem* declined = declinedInCall(*record, wanted.item))
            return telephoneAgain(wanted, *record, *declined, context);
        counted = countsFrom(*record, wanted.item, context);
    }
    const Answered answer
        = answered(actOf(wanted), wanted.caseId, wanted.item, context.at(counted));
    if (answer.refused())
        return answer.no();
    Decision decision = answer.yes();
    const EdtRecord* record = edtRecordOf(*answer.record, answer.item->id);
    if (!record)
        return refuse(u"HO-4.2b"_s, u"item"_s,
            u"This handover came without an EDT Handover Record."_s,
            u"Answer it with handover.accept or handover.decline."_s);
    if (refused(decision, refuseTaker(wanted, *answer.record, *answer.item, context)))
        return decision;
    const Call call{wanted, answer.item->id, answer.item->to, counted};
    logCall(decision, call, *record, warrantAccepted({}, *answer.record, *answer.item, context),
        context);
    if (!wanted.declined.isEmpty())
        leaveExpected(decision, call, *answer.record, context);
    return decision;
}

}

std::vector<CommandSpec> edtCallCommands()
{
    return {
        command<Telephone>("Logs the worker's telephone call: the transfer, or the decline, also "
                           "when they ring again",
            {u"HO-4.2a"_s, u"HO-4.2b"_s, u"HO-4.3a"_s, u"HO-4.3b"_s, u"HO-3.6c"_s}, telephone),
    };
}

}
