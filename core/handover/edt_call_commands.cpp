#include "core/casework/cooperation_events.h"
#include "core/command/refusals.h"
#include "core/frontdoor/adults_only.h"
#include "core/handover/answering.h"
#include "core/handover/commands.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_events.h"
#include "core/handover/warrant.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

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

// The call about a handover is its answer.
void logCall(Decision& decision, const Telephone& wanted, const PartId& item,
    const EdtRecord& record, const Context& context)
{
    const Subject subject = subjectOf(wanted.caseId);
    decision.events.push_back(newEvent(subject,
        EdtTelephoned{
            item, context.actor.name, wanted.clarification, wanted.contingency, wanted.declined}));
    if (!wanted.declined.isEmpty()) {
        decision.events.push_back(newEvent(subject, HandoverDeclined{item, wanted.declined, {}}));
        return;
    }
    decision.events.push_back(
        newEvent(subject, HandoverAccepted{item, u"Telephoned: "_s + record.worker, {}}));
    if (record.contingency.isEmpty() && wanted.contingency.isEmpty())
        decision.owed.push_back(
            {u"HO-4.3b"_s, u"contingency"_s, u"What is done if things change."_s, u"handover"_s});
}

void flagUntoldWarrant(Decision& decision, const Telephone& wanted, const Case& record,
    const HandoverItem& item, const Context& context)
{
    if (wanted.declined.isEmpty() && !item.warrant
        && isWarrantOutOfHours(false, record, item.to, context))
        flagWarrant(decision, WarrantAgreement{});
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
        refused(decision, refuseSecondCall(record, declined, context));
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
            received.feedbackTo}));
    logCall(decision, wanted, proposed.id, received, context);
    flagUntoldWarrant(decision, wanted, record, declined, context);
    return decision;
}

Decision telephone(const Telephone& wanted, const Context& context)
{
    if (const auto record = context.records.caseRecord(wanted.caseId))
        if (const HandoverItem* declined = declinedInCall(*record, wanted.item))
            return telephoneAgain(wanted, *record, *declined, context);
    const Answered answer = answered(actOf(wanted), wanted.caseId, wanted.item, context);
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
    logCall(decision, wanted, answer.item->id, *record, context);
    flagUntoldWarrant(decision, wanted, *answer.record, *answer.item, context);
    return decision;
}

}

std::vector<CommandSpec> edtCallCommands()
{
    return {
        command<Telephone>("Logs the worker's telephone call: the transfer, or the decline, also "
                           "when they ring again",
            {u"HO-4.2a"_s, u"HO-4.2b"_s, u"HO-4.3a"_s, u"HO-4.3b"_s}, telephone),
    };
}

}
