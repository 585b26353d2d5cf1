#include "core/casework/case_checks.h"
#include "core/handover/answering.h"
#include "core/handover/commands.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/paper/reconciliation.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Reconcile {
    static constexpr const char* name = "handover.reconcile";
    CaseId caseId;
    PartId item;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, answeredCaseHelp, Need::Required);
        v("item", s.item, "Which handover of the case; the one that differs if left out");
        v("words", s.words, "What was found out, and with whom", Need::Required);
    }
};

std::optional<Reconciliation> differing(
    const Case& record, const PartId& item, const Profile& profile)
{
    const Minutes within = profile.duration(u"acceptance_times_within"_s, acceptanceTimesWithin);
    for (const Reconciliation& one : reconciliationsOf(record, within))
        if (one.standing == Reconciled::Differs && (item.isNull() || one.item == item))
            return one;
    return {};
}

std::optional<Refusal> refuseReconciling(const std::optional<Reconciliation>& one)
{
    if (!one)
        return Refusal{u"HO-3.6c"_s, u"item"_s,
            u"No acceptance by telephone of this case differs from their record."_s,
            u"`reconcile` lists those that do; what is outstanding is filed with "
            u"handover.confirm."_s};
    if (one->contested)
        return Refusal{u"HO-3.6c"_s, u"item"_s,
            u"%1 was answered in two ways, and which counts is not settled."_s.arg(
                one->transferNumber),
            u"Choose with conflict.settle which of them counts."_s};
    return {};
}

Decision reconcile(const Reconcile& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.caseId, context);
    if (!record)
        return decision;
    const auto one = differing(*record, wanted.item, context.profile());
    add(decision.refusals, refuseReconciling(one));
    if (decision.refused())
        return decision;
    const auto item = std::find_if(record->handovers.begin(), record->handovers.end(),
        [&](const HandoverItem& each) { return each.id == one->item; });
    add(decision.refusals,
        refuseAct(ItemAct::File, *item, u"One of the two services clears it up."_s, context));
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(record->id), HandoverReconciled{item->id, wanted.words}));
    decision.made.insert(u"item"_s, item->id.text());
    decision.made.insert(u"transfer"_s, item->transferNumber);
    return decision;
}

}

std::vector<CommandSpec> reconcileCommands()
{
    return {command<Reconcile>(
        "Records how two books that tell one acceptance differently were cleared up",
        {u"HO-3.6c"_s}, reconcile)};
}

}
