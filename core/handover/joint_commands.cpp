#include "core/handover/commands.h"

#include "core/handover/item_events.h"
#include "core/handover/refusals.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Discuss {
    static constexpr const char* name = "handover.discuss";
    std::vector<CaseId> cases;
    QString with;
    QString role;
    QString agreed;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("cases", s.cases, "The cases it was about", Need::Required);
        v("with", s.with, "Full name of the on-call manager or lead", Need::Required);
        v("role", s.role, "Their role, by its key in the profile", Need::Required);
        v("agreed", s.agreed, "What was agreed");
    }
};

struct WorkJointly {
    static constexpr const char* name = "handover.joint";
    CaseId caseId;
    QString partner;
    QString role;
    QString agreed;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, "The case; its owner stays", Need::Required);
        v("partner", s.partner, "The other service, by its key in the profile", Need::Required);
        v("role", s.role, "What it does", Need::Required);
        v("agreed", s.agreed, "With whom it was agreed, and what");
    }
};

struct Disagree {
    static constexpr const char* name = "handover.disagree";
    PartId id;
    CaseId caseId;
    QString about;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the disagreement; made when left out");
        v("case", s.caseId, "The case; care goes on and its owner stays", Need::Required);
        v("about", s.about, "What is disagreed, and between whom", Need::Required);
    }
};

struct Settle {
    static constexpr const char* name = "handover.settle";
    CaseId caseId;
    PartId id;
    QString settlement;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, "The case", Need::Required);
        v("disagreement", s.id, "Which disagreement; the open one when left out");
        v("settlement", s.settlement, "What was agreed, and by whom", Need::Required);
    }
};

Decision discuss(const Discuss& wanted, const Context& context)
{
    Decision decision;
    const RoleKind* role = context.profile().role(wanted.role);
    if (!role || !role->senior)
        add(decision.refusals,
            Refusal{u"HO-3.3"_s, u"role"_s,
                u"“%1” is no senior role of the profile."_s.arg(wanted.role),
                u"The discussion is with the on-call manager or the lead."_s});
    for (const CaseId& id : wanted.cases)
        add(decision.refusals, refuseCase(context.records.caseRecord(id).get()));
    if (decision.refused())
        return decision;
    for (const CaseId& id : wanted.cases)
        decision.events.push_back(newEvent(subjectOf(id),
            HandoverDiscussed{{context.mint()}, wanted.with, wanted.role, wanted.agreed}));
    return decision;
}

Decision workJointly(const WorkJointly& wanted, const Context& context)
{
    const auto record = context.records.caseRecord(wanted.caseId);
    Decision decision;
    add(decision.refusals, refuseCase(record.get()));
    if (decision.refused())
        return decision;
    add(decision.refusals, refuseStranger(*record, context));
    add(decision.refusals, refuseReceiver(wanted.partner, *record, context.profile()));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(
        subjectOf(record->id), JointWorkAgreed{wanted.partner, wanted.role, wanted.agreed}));
    return decision;
}

Decision disagree(const Disagree& wanted, const Context& context)
{
    Decision decision;
    add(decision.refusals, refuseCase(context.records.caseRecord(wanted.caseId).get()));
    if (decision.refused())
        return decision;
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), DisagreementRaised{id, wanted.about}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

const Disagreement* openDisagreement(const Case& record, const PartId& id)
{
    const auto found = std::find_if(
        record.disputes.begin(), record.disputes.end(), [&](const Disagreement& each) {
            return !each.settledAt && (id.isNull() || each.id == id);
        });
    return found == record.disputes.end() ? nullptr : &*found;
}

Decision settle(const Settle& wanted, const Context& context)
{
    const auto record = context.records.caseRecord(wanted.caseId);
    const Disagreement* open = record ? openDisagreement(*record, wanted.id) : nullptr;
    if (!open)
        return refuse(u"HO-6.1"_s, u"disagreement"_s,
            u"No such disagreement is open on this case."_s,
            u"`show` of the case lists its disagreements."_s);
    Decision decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.caseId), DisagreementSettled{open->id, wanted.settlement}));
    return decision;
}

}

std::vector<CommandSpec> jointCommands()
{
    return {
        command<Discuss>(
            "Records the discussion with the on-call manager or lead, for one or many cases",
            {u"HO-3.3"_s}, discuss),
        command<WorkJointly>(
            "Names a service as joint partner; the owner stays single", {u"HO-3.7"_s}, workJointly),
        command<Disagree>("Records a disagreement: care goes on and the owner stays",
            {u"COOP-2.8"_s, u"HO-6.1"_s}, disagree),
        command<Settle>("Records how a disagreement was settled", {u"HO-6.2"_s}, settle),
    };
}

}
