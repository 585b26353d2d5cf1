#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/cooperation_events.h"
#include "core/casework/dispute_rules.h"
#include "core/clock/catalogue.h"
#include "core/command/refusals.h"
#include "core/escalation/escalation_rules.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct DisputeCase {
    static constexpr const char* name = "case.dispute";
    CaseId of;
    PartId id;
    QString about;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the disagreement; made when left out");
        v("about", s.about, "What the services disagree about", Need::Required);
    }
};

struct StepDispute {
    static constexpr const char* name = "case.dispute_step";
    CaseId of;
    PartId dispute;
    DisputeRung rung = DisputeRung::Managers;
    QString manager;
    QString lead;
    QString decision;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("dispute", s.dispute, "The disagreement; the open one when left out");
        v("step", s.rung, "How it is taken further", Need::Required);
        v("manager", s.manager, "The manager who has it");
        v("lead", s.lead, "The AMHP Lead, for a joint decision");
        v("decision", s.decision, "What was decided, if anything");
        v("reason", s.reason, "Why a step is left out");
    }
};

struct SettleCase {
    static constexpr const char* name = "case.settle";
    CaseId of;
    PartId dispute;
    QString settlement;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("dispute", s.dispute, "The disagreement; the open one when left out");
        v("settlement", s.settlement, "What was agreed, by whom", Need::Required);
    }
};

Decision decideDispute(const DisputeCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"about"_s, wanted.about));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of), DisagreementRaised{id, wanted.about}));
    decision.made.insert(u"id"_s, id.text());
    decision.made.insert(u"first"_s, firstSettler(*record, context.occurred, context.calendar));
    decision.notes.append(
        u"COOP-2.8: care continues under %1; who is responsible does not change."_s.arg(
            serviceName(record->responsible.current(), context.profile())));
    return decision;
}

Refusal noDispute()
{
    return {u"COOP-2.8"_s, u"dispute"_s, u"The case has no such open disagreement."_s,
        u"`show` lists its disagreements."_s};
}

EscalationRaised escalationOf(
    const Case& record, const Disagreement& dispute, const Context& context)
{
    EscalationRaised raised;
    raised.raisedBy = context.actor.name;
    raised.raiserRole = context.actor.role;
    raised.organisation = serviceName(context.actor.service, context.profile());
    raised.grounds = {Ground::ProfessionalDispute};
    raised.about = dispute.about;
    raised.mitigation = u"Care continues under %1."_s.arg(
        serviceName(record.responsible.current(), context.profile()));
    raised.cases = {record.id};
    return raised;
}

Decision decideStep(const StepDispute& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    const Disagreement* dispute = openDispute(*record, wanted.dispute);
    if (!dispute)
        decision.refusals.push_back(noDispute());
    else
        refused(decision, refuseStep(*record, dispute->id, wanted.rung, wanted.reason));
    refused(decision, refuseOneName(wanted.rung, wanted.manager, wanted.lead));
    if (decision.refused())
        return decision;
    const QString names
        = wanted.lead.isEmpty() ? wanted.manager : u"%1 and %2"_s.arg(wanted.manager, wanted.lead);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        DisputeStepped{dispute->id, wanted.rung, names, wanted.decision, wanted.reason}));
    // Talked over by now, or left out for the reason given: it goes the formal way. HO-6.3
    if (wanted.rung == DisputeRung::Escalation) {
        const EscalationId id = raise(decision, escalationOf(*record, *dispute, context), context);
        if (!record->disputeSteps.empty())
            decision.events.push_back(newEvent(subjectOf(id),
                EscalationDiscussed{record->disputeSteps.back().names,
                    u"Not settled between the services."_s, false, {}, {}}));
    }
    return decision;
}

Decision decideSettle(const SettleCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"settlement"_s, wanted.settlement));
    const Disagreement* dispute = record ? openDispute(*record, wanted.dispute) : nullptr;
    if (record && !dispute)
        decision.refusals.push_back(noDispute());
    if (!decision.refused())
        decision.events.push_back(
            newEvent(subjectOf(wanted.of), DisagreementSettled{dispute->id, wanted.settlement}));
    return decision;
}

}

std::vector<CommandSpec> disputeCommands()
{
    return {
        command<DisputeCase>("Records a disagreement; care goes on and the owner stays",
            {u"COOP-2.8"_s, u"HO-6.1"_s, u"HO-6.2"_s}, decideDispute),
        command<StepDispute>("Takes a disagreement to the next who can settle it",
            {u"COOP-2.8"_s, u"HO-6.2"_s, u"HO-6.3"_s, u"HO-6.4"_s}, decideStep),
        command<SettleCase>("Records how a disagreement was settled",
            {u"COOP-2.8"_s, u"HO-6.2"_s, u"HO-6.3"_s}, decideSettle),
    };
}

}
