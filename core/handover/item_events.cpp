#include "core/handover/item_events.h"

#include "core/casework/case_rules.h"
#include "core/casework/held.h"
#include "core/handover/by_own_time.h"
#include "core/handover/edt_record.h"
#include "core/handover/item_rules.h"
#include "core/handover/warrant.h"
#include "core/handover/whose_act.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

template <typename T>
static T* partOf(std::vector<T>& parts, const PartId& id)
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [&](const T& each) { return each.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

static HandoverItem* itemOf(Case& record, const PartId& id)
{
    return partOf(record.handovers, id);
}

static Applied whyNot(const Case& record, const QString& from, Instant at)
{
    if (record.responsible.empty())
        return u"The case had not been opened."_s;
    if (record.closedAt && at >= *record.closedAt)
        return u"The case was closed."_s;
    if (!isHeldBy(record, from) || at < record.responsible.since())
        return u"The giving service was not responsible for the case."_s;
    return {};
}

static Applied notWaiting(const HandoverItem* item)
{
    if (!item)
        return u"No such handover had been proposed."_s;
    if (!isUnanswered(*item))
        return u"Handover %1 had been answered: %2."_s.arg(
            item->transferNumber, stateWords(item->state));
    return {};
}

// No such handover, an act of another service, or answered already. HO-3.6a
static Applied notTheirs(const HandoverItem* item, ItemAct act, const Event& event)
{
    if (item && !isActOf(act, *item, event.actor.service))
        return u"This was not for %1's service to do on handover %2."_s.arg(
            event.actor.name, item->transferNumber);
    return notWaiting(item);
}

static HandoverItem itemFrom(const HandoverTold& told, const Event& event)
{
    HandoverItem item;
    item.id = told.id;
    item.transferNumber = told.transferNumber;
    item.window = told.window;
    item.windowName = told.windowName;
    item.from = told.from;
    item.to = told.to;
    item.purpose = told.purpose;
    item.reason = told.reason;
    item.words = told.why;
    item.ipass = told.ipass;
    item.clocks = told.clocks;
    item.seniorMet = told.seniorMet;
    item.proposedAt = event.occurred;
    item.proposedBy = event.actor.name;
    tellWarrant(item, told.warrant);
    return item;
}

// The person of the old service who had the case has it no longer.
static void endAllocation(Case& record, Instant at, Instant recorded)
{
    if (!record.allocated.empty() && record.allocated.current() != Allocation{})
        record.allocated.add(std::max(at, record.allocated.since()), recorded, Allocation{});
}

static Applied takeOver(Case& record, const HandoverItem& item, Instant at, const Event& event)
{
    if (Applied problem = whyNot(record, item.from, at))
        return problem;
    if (item.purpose == HandoverPurpose::Joint)
        record.jointPartners.push_back({item.to, item.words, at, item.transferNumber, {}});
    if (item.purpose != HandoverPurpose::HandOver)
        return {};
    const Instant recorded = fromMillis(event.recorded.ms);
    record.responsible.add(at, recorded, item.to);
    endAllocation(record, at, recorded);
    return {};
}

static Applied apply(Case& record, const HandoverDiscussed& discussed, const Event& event)
{
    record.discussions.push_back({discussed.id, event.occurred, discussed.with, discussed.role,
        discussed.agreed, fromMillis(event.recorded.ms), event.actor.name});
    return {};
}

static Applied apply(Case& record, const HandoverProposed& proposed, const Event& event)
{
    if (Applied problem = whyNot(record, proposed.from, event.occurred))
        return problem;
    if (itemOf(record, proposed.id))
        return u"This handover had been proposed already."_s;
    if (const HandoverItem* other = unansweredItem(record); other && !record.besideAnother)
        return u"Handover %1 still awaited its answer."_s.arg(other->transferNumber);
    record.handovers.push_back(itemFrom(proposed, event));
    return {};
}

static Applied apply(Case& record, const HandoverInformed& informed, const Event& event)
{
    if (itemOf(record, informed.id))
        return u"This information had been given already."_s;
    HandoverItem item = itemFrom(informed, event);
    item.state = ItemState::Informed;
    record.handovers.push_back(std::move(item));
    return {};
}

// It may be told when the answer is here already. HO-3.6b
static bool wasBeforeAnswer(const HandoverItem* item, const Event& event)
{
    return item && !isUnanswered(*item) && item->answeredAt && event.occurred <= *item->answeredAt
        && isActOf(ItemAct::ReadBack, *item, event.actor.service);
}

static Applied apply(Case& record, const HandoverReadBack& readBack, const Event& event)
{
    HandoverItem* item = itemOf(record, readBack.id);
    if (!wasBeforeAnswer(item, event))
        if (Applied problem = notTheirs(item, ItemAct::ReadBack, event))
            return problem;
    if (!isUnanswered(*item) && item->readBackAt && *item->readBackAt > event.occurred)
        return {};
    if (item->state == ItemState::Proposed)
        item->state = ItemState::ReadBack;
    item->readBack = readBack.words;
    item->readBackAt = event.occurred;
    return {};
}

// Their own record of what the telephone had brought already: theirs from that moment.
static Applied confirm(
    Case& record, HandoverItem& item, const QString& reference, const Event& event)
{
    if (Applied problem = takeOver(record, item, *item.answeredAt, event))
        return problem;
    item.state = ItemState::Accepted;
    item.theirRecordOutstanding = false;
    // Their record may tell of the moment of acceptance: it was outstanding until it was written.
    item.confirmedAt = event.occurred > *item.answeredAt
        ? event.occurred
        : std::max(event.occurred, fromMillis(event.recorded.ms));
    item.confirmedBy = reference;
    return {};
}

static Applied apply(Case& record, const HandoverCodeCompared& compared, const Event& event)
{
    HandoverItem* item = itemOf(record, compared.id);
    if (!item)
        return u"No such handover had been proposed."_s;
    item->codes = CodeComparison{
        event.occurred, compared.own, compared.said, compared.agrees, event.actor.name};
    return {};
}

static Applied apply(Case& record, const HandoverAccepted& accepted, const Event& event)
{
    HandoverItem* item = itemOf(record, accepted.id);
    const bool confirmed = isConfirmedOnly(item, event);
    if (!confirmed && !wasAcceptedFirst(record, item, event))
        if (Applied problem = notTheirs(item, ItemAct::Accept, event))
            return problem;
    item->theirRecord = NotedAcceptance{event.actor.name, event.actor.role, accepted.words,
        accepted.stays, event.occurred, event.actor.name};
    item->reconciled.reset();
    tellWarrant(*item, accepted.warrant);
    if (confirmed)
        return {};
    if (item->state == ItemState::AcceptedByTelephone) {
        // Of another team's record the telephone brought nothing before the call was logged.
        // HO-4.2b
        if (edtRecordOf(record, item->id))
            item->answeredAt = event.occurred;
        return confirm(record, *item, event.actor.name, event);
    }
    if (Applied problem = takeOver(record, *item, event.occurred, event))
        return problem;
    item->state = ItemState::Accepted;
    item->answeredAt = event.occurred;
    item->answeredBy = event.actor.name;
    item->answeredRole = event.actor.role;
    item->answerWords = accepted.words;
    item->stays = accepted.stays;
    return {};
}

// Another note than the one that was cleared up is to be compared anew.
static void noteByTelephone(HandoverItem& item, const QString& accepter, const QString& role,
    const QString& words, const Event& event)
{
    item.byTelephone = NotedAcceptance{accepter, role, words, {}, event.occurred, event.actor.name};
    item.reconciled.reset();
}

static Applied apply(Case& record, const HandoverAcceptedByTelephone& accepted, const Event& event)
{
    HandoverItem* item = itemOf(record, accepted.id);
    if (item && isActOf(ItemAct::AcceptByTelephone, *item, event.actor.service))
        noteByTelephone(*item, accepted.accepter, accepted.role, accepted.words, event);
    // Both sides may tell of one acceptance: the second telling changes nothing.
    if (item && item->state == ItemState::Accepted)
        return {};
    if (Applied problem = notTheirs(item, ItemAct::AcceptByTelephone, event))
        return problem;
    item->state = ItemState::AcceptedByTelephone;
    item->answeredAt = event.occurred;
    item->answeredBy = accepted.accepter;
    item->answeredRole = accepted.role;
    item->answerWords = accepted.words;
    item->theirRecordOutstanding = true;
    item->theirRecordBy = accepted.theirRecordBy;
    item->coordinators = accepted.coordinators;
    tellWarrant(*item, accepted.warrant);
    return {};
}

static Applied apply(Case& record, const HandoverConfirmed& confirmed, const Event& event)
{
    HandoverItem* item = itemOf(record, confirmed.id);
    const bool theirsCame = item && item->theirRecord && record.besideAnother
        && isActOf(ItemAct::Confirm, *item, event.actor.service);
    if (theirsCame && item->state == ItemState::Accepted) {
        item->email = confirmed.reference;
        return {};
    }
    if (!item || item->state != ItemState::AcceptedByTelephone)
        return u"No acceptance by telephone awaited its confirmation."_s;
    if (Applied problem = notTheirs(item, ItemAct::Confirm, event))
        return problem;
    return confirm(record, *item, confirmed.reference, event);
}

// No such handover, or an act of another service; whatever was answered.
static Applied notOnIt(const HandoverItem* item, const Event& event)
{
    if (!item)
        return u"No such handover had been proposed."_s;
    if (!isActOf(ItemAct::File, *item, event.actor.service))
        return notTheirs(item, ItemAct::File, event);
    return {};
}

static Applied apply(Case& record, const HandoverFiled& filed, const Event& event)
{
    HandoverItem* item = itemOf(record, filed.id);
    if (Applied problem = notOnIt(item, event))
        return problem;
    if (!filed.accepter.isEmpty())
        noteByTelephone(*item, filed.accepter, filed.role, filed.words, event);
    if (!filed.reference.isEmpty())
        item->email = filed.reference;
    return {};
}

static Applied apply(Case& record, const HandoverRecordedBeside& beside, const Event& event)
{
    HandoverItem* item = itemOf(record, beside.id);
    if (!item || !isActOf(ItemAct::RecordBeside, *item, event.actor.service))
        return notTheirs(item, ItemAct::RecordBeside, event);
    item->theirRecord = NotedAcceptance{event.actor.name, event.actor.role, beside.words,
        beside.stays, event.occurred, event.actor.name};
    item->reconciled.reset();
    tellWarrant(*item, beside.warrant);
    holdUntilWithdrawn(record, *item, event.occurred, fromMillis(event.recorded.ms));
    return {};
}

static Applied apply(Case& record, const HandoverReconciled& reconciled, const Event& event)
{
    HandoverItem* item = itemOf(record, reconciled.id);
    if (Applied problem = notOnIt(item, event))
        return problem;
    item->reconciled = BooksReconciled{event.occurred, reconciled.words, event.actor.name};
    return {};
}

static Applied apply(Case& record, const PractitionersSpoke& spoke, const Event& event)
{
    HandoverItem* item = itemOf(record, spoke.id);
    if (Applied problem = notOnIt(item, event))
        return problem;
    if (std::any_of(item->calls.begin(), item->calls.end(),
            [&](const PractitionerCall& each) { return each.id == spoke.call; }))
        return u"This call had been told already."_s;
    item->calls.push_back({spoke.call, spoke.giver, spoke.taker, spoke.started, spoke.ended,
        spoke.words, event.actor.name, fromMillis(event.recorded.ms)});
    return {};
}

static Applied refuseItem(
    Case& record, const PartId& id, ItemAct act, const QString& words, const Event& event)
{
    HandoverItem* item = itemOf(record, id);
    if (act == ItemAct::Withdraw && wasWithdrawnFirst(record, item, event))
        record.responsible.add(*item->answeredAt, fromMillis(event.recorded.ms), item->from);
    else if (Applied problem = notTheirs(item, act, event))
        return problem;
    item->state = act == ItemAct::Withdraw ? ItemState::Withdrawn : ItemState::Declined;
    item->answeredAt = event.occurred;
    item->answeredBy = event.actor.name;
    item->answeredRole = event.actor.role;
    item->answerWords = words;
    item->theirRecordOutstanding = false;
    return {};
}

static Applied apply(Case& record, const HandoverDeclined& declined, const Event& event)
{
    const QString words = declined.nextStep.isEmpty()
        ? declined.reason
        : u"%1 Next: %2"_s.arg(declined.reason, declined.nextStep);
    if (declined.decliner.isEmpty())
        return refuseItem(record, declined.id, ItemAct::Decline, words, event);
    if (Applied problem
        = refuseItem(record, declined.id, ItemAct::DeclineByTelephone, words, event))
        return problem;
    HandoverItem* item = itemOf(record, declined.id);
    item->answeredBy = declined.decliner;
    item->answeredRole = declined.role;
    item->declineNotedBy = event.actor.name;
    return {};
}

static Applied apply(Case& record, const HandoverWithdrawn& withdrawn, const Event& event)
{
    return refuseItem(record, withdrawn.id, ItemAct::Withdraw, withdrawn.reason, event);
}

static QString agreedBy(const WarrantAgreement& warrant)
{
    const auto named = [](const QString& name, const std::optional<Instant>& at) {
        return at ? u"%1 (%2)"_s.arg(name, timeText(*at)) : name;
    };
    return u"%1 and %2"_s.arg(
        named(warrant.lead, warrant.leadAt), named(warrant.manager, warrant.managerAt));
}

static Applied apply(Case& record, const JointWorkAgreed& joint, const Event& event)
{
    record.jointPartners.push_back({joint.service, joint.role, event.occurred, joint.agreed,
        joint.warrant ? agreedBy(*joint.warrant) : QString()});
    return {};
}

static Applied apply(Case& record, const DisagreementRaised& raised, const Event& event)
{
    record.disputes.push_back({raised.id, event.occurred, raised.about, event.actor.name,
        std::nullopt, {}, raised.escalation});
    return {};
}

static Applied apply(Case& record, const DisagreementSettled& settled, const Event& event)
{
    Disagreement* disagreement = partOf(record.disputes, settled.id);
    if (!disagreement || disagreement->settledAt)
        return u"No such disagreement was open."_s;
    disagreement->settledAt = event.occurred;
    disagreement->settlement = settled.settlement;
    return {};
}

CaseRules handoverRules()
{
    return rulesByType<Case>({on<Case, HandoverDiscussed>(), on<Case, HandoverProposed>(),
        on<Case, HandoverInformed>(), on<Case, HandoverReadBack>(),
        on<Case, HandoverCodeCompared>(), on<Case, PractitionersSpoke>(),
        on<Case, HandoverAccepted>(), on<Case, HandoverAcceptedByTelephone>(),
        on<Case, HandoverConfirmed>(), on<Case, HandoverFiled>(), on<Case, HandoverReconciled>(),
        on<Case, HandoverRecordedBeside>(), on<Case, HandoverDeclined>(),
        on<Case, HandoverWithdrawn>(), on<Case, JointWorkAgreed>(), on<Case, DisagreementRaised>(),
        on<Case, DisagreementSettled>()});
}

}
