#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/cooperation/dispute_rules.h"
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

Refusal noDispute()
{
    return {u"COOP-2.8"_s, u"dispute"_s, u"The case has no such open disagreement."_s,
        u"`show` lists its disagreements."_s};
}

EscalationRaised escalationOf(const Case& record, const QString& about, const Context& context)
{
    EscalationRaised raised;
    raised.raisedBy = context.actor.name;
    raised.raiserRole = context.actor.role;
    raised.organisation = serviceName(context.actor.service, context.profile());
    raised.grounds = {Ground::ProfessionalDispute};
    raised.about = about;
    raised.mitigation = u"Care continues under %1."_s.arg(
        serviceName(record.responsible.current(), context.profile()));
    raised.cases = {record.id};
    return raised;
}

Decision decideDispute(const DisputeCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"about"_s, wanted.about));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    const EscalationId concern
        = raiseDisagreement(decision, escalationOf(*record, wanted.about, context), context);
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), DisagreementRaised{id, wanted.about, concern}));
    decision.made.insert(u"id"_s, id.text());
    decision.made.insert(u"first"_s, firstSettler(*record, context.occurred, context.calendar));
    decision.notes.append(
        u"COOP-2.8: care continues under %1; who is responsible does not change."_s.arg(
            serviceName(record->responsible.current(), context.profile())));
    return decision;
}

// The escalation that the disagreement opened, while it is open.
std::shared_ptr<const Escalation> concernOf(const Disagreement& dispute, const Context& context)
{
    auto concern = context.records.escalation(dispute.escalation);
    return concern && concern->open() ? concern : nullptr;
}

// Talked over by now, or left out for the reason given: it goes the formal way. HO-6.3
void goFormal(Decision& decision, const StepDispute& wanted, const Case& record,
    const Disagreement& dispute, const Context& context)
{
    auto concern = concernOf(dispute, context);
    const EscalationId id = concern
        ? concern->id
        : raise(decision, escalationOf(record, dispute.about, context), context);
    if (!concern || concern->level() == 0)
        enterLevel(decision, id, {1, wanted.manager, {}, {}, wanted.reason, {}, {}, {}, {}},
            record.kindOfWork, context);
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
    if (wanted.rung == DisputeRung::Escalation)
        goFormal(decision, wanted, *record, *dispute, context);
    else if (const auto concern = concernOf(*dispute, context))
        decision.events.push_back(newEvent(subjectOf(concern->id),
            EscalationDiscussed{names,
                wanted.decision.isEmpty() ? u"Not settled yet."_s : wanted.decision, false, {},
                {}}));
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
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), DisagreementSettled{dispute->id, wanted.settlement}));
    if (const auto concern = concernOf(*dispute, context))
        decision.events.push_back(newEvent(subjectOf(concern->id),
            EscalationDiscussed{context.actor.name, wanted.settlement, true, {}, {}}));
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
