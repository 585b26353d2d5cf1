#include "core/handover/commands.h"

#include "core/casework/case_checks.h"
#include "core/casework/held.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/handover/refusals.h"
#include "core/handover/warrant.h"
#include "core/journal/new_event.h"
#include "core/text/folded.h"
#include "core/time/london.h"

#include <algorithm>

#include <memory>

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
    std::optional<WarrantAgreement> warrant;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.caseId, "The case; its owner stays", Need::Required);
        v("partner", s.partner, "The other service, by its key in the profile", Need::Required);
        v("role", s.role, "What it does", Need::Required);
        v("agreed", s.agreed, "With whom it was agreed, and what");
        v("warrant_agreement", s.warrant,
            "A warrant out of hours: who agreed, when, and on what actions");
    }
};

const HandoverItem* givenAwayBy(const QString& service, const Case& record)
{
    const auto found = std::find_if(
        record.handovers.rbegin(), record.handovers.rend(), [&](const HandoverItem& item) {
            return item.from == service && item.state == ItemState::Accepted
                && item.purpose == HandoverPurpose::HandOver && item.answeredAt;
        });
    return found == record.handovers.rend() ? nullptr : &*found;
}

// Told with no time of its own by a service that gave the case away, it was before that handover,
// unless the case is on its way to them.
const HandoverItem* handoverToldOf(const Case& record, const Context& context)
{
    const QString& service = context.actor.service;
    const HandoverItem* coming = unansweredItem(record);
    if (context.occurredGiven || isHeldBy(record, service) || (coming && coming->to == service))
        return nullptr;
    return givenAwayBy(service, record);
}

// The last moment before it went over at the latest.
Instant discussedAt(const HandoverItem& item)
{
    return std::min(item.proposedAt, *item.answeredAt - std::chrono::milliseconds(1));
}

void tellOf(const Case& record, const Discuss& wanted, Decision& decision, const Context& context)
{
    const HandoverDiscussed discussed{{context.mint()}, wanted.with, wanted.role, wanted.agreed};
    const HandoverItem* item = handoverToldOf(record, context);
    decision.events.push_back(
        newEvent(subjectOf(record.id), discussed, item ? discussedAt(*item) : context.occurred));
    if (item)
        decision.notes.append(
            u"HO-3.3: noted as held before %1 was proposed at %2; if it was another, give its time "
            "in at."_s.arg(item->transferNumber, dateTimeText(item->proposedAt)));
}

// A senior may write down the discussion that somebody had with them. HO-3.3
std::optional<Refusal> refuseOneself(const Discuss& wanted, const Context& context)
{
    if (!isSameName(wanted.with, context.actor.name) || isSenior(*context.user, context.profile()))
        return {};
    return Refusal{u"HO-3.3"_s, u"with"_s,
        u"%1 is neither on-call manager nor lead, and no discussion is with oneself."_s.arg(
            context.actor.name),
        u"Name the on-call manager or the lead who was spoken to."_s};
}

Decision discuss(const Discuss& wanted, const Context& context)
{
    Decision decision;
    const RoleKind* role = context.profile().role(wanted.role);
    if (!role || !role->senior)
        add(decision.refusals,
            Refusal{u"HO-3.3"_s, u"role"_s,
                u"“%1” is no senior role of the profile."_s.arg(wanted.role),
                u"The discussion is with the on-call manager or the lead."_s});
    else
        add(decision.refusals, refuseOneself(wanted, context));
    for (const CaseId& id : wanted.cases)
        if (const auto record = openCaseNamed(decision, id, context))
            add(decision.refusals, refuseUninvolved(*record, context));
    if (decision.refused())
        return decision;
    for (const CaseId& id : wanted.cases)
        tellOf(*context.records.caseRecord(id), wanted, decision, context);
    return decision;
}

// What was agreed on a warrant is what was agreed on the joint work.
QString agreedWords(const WorkJointly& wanted)
{
    return wanted.agreed.isEmpty() && wanted.warrant ? wanted.warrant->actions : wanted.agreed;
}

std::optional<Refusal> refusePartner(
    const QString& partner, const Case& record, const Context& context)
{
    auto refusal = refuseReceiver(partner, HandoverPurpose::Joint, record, context);
    if (refusal)
        refusal->field = u"partner"_s;
    return refusal;
}

// Told when the case has gone over since: what was agreed is judged by who had it at its time.
std::shared_ptr<const Case> asItWas(std::shared_ptr<const Case> record, const Context& context)
{
    if (!record || !context.occurredGiven || context.occurred >= record->responsible.since()
        || record->responsible.at(context.occurred) != context.actor.service)
        return record;
    auto then = std::make_shared<Case>(*record);
    then->responsible = {};
    for (const auto& owner : record->responsible.entries())
        if (owner.from <= context.occurred)
            then->responsible.add(owner.from, owner.recorded, owner.value);
    return then;
}

Decision workJointly(const WorkJointly& wanted, const Context& context)
{
    Decision decision;
    const auto record = asItWas(openCaseNamed(decision, wanted.caseId, context), context);
    if (!record)
        return decision;
    add(decision.refusals, refuseStranger(*record, context));
    add(decision.refusals, refusePartner(wanted.partner, *record, context));
    if (!decision.refused())
        add(decision.refusals, refuseUnshown(u"partner"_s, wanted.partner, *record, context));
    add(decision.refusals, refuseAgreementToCome(wanted.warrant, context));
    if (isWarrantOutOfHours(wanted.warrant.has_value(), *record, wanted.partner, context))
        add(decision.refusals, refuseWarrant(wanted.warrant.value_or(WarrantAgreement{})));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(record->id),
        JointWorkAgreed{wanted.partner, wanted.role, agreedWords(wanted), wanted.warrant}));
    if (wanted.warrant
        && isOutOfHoursService(wanted.partner, record->kindOfWork, context.profile()))
        decision.flags.push_back({u"HO-3.8"_s,
            u"A warrant is worked jointly out of hours, agreed by %1 and %2."_s.arg(
                wanted.warrant->lead, wanted.warrant->manager)});
    return decision;
}

}

std::vector<CommandSpec> jointCommands()
{
    return {
        command<Discuss>(
            "Records the discussion with the on-call manager or lead, for one or many cases",
            {u"HO-3.3"_s}, discuss),
        command<WorkJointly>("Names a service as joint partner; the owner stays single",
            {u"HO-3.7"_s, u"HO-3.8"_s, u"HO-3.1a"_s}, workJointly),
    };
}

}
