#include "core/contact/contact.h"

#include "core/command/overlay.h"
#include "core/contact/contact_events.h"
#include "core/contact/note.h"
#include "core/frontdoor/front_door_events.h"
#include "core/journal/envelope.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(Contact& contact, const ContactReceived& received, const Event& event)
{
    if (!contact.id.isNull())
        return u"This contact had been logged already."_s;
    contact.id = received.contact;
    contact.ref = received.ref;
    contact.words = received.words;
    contact.receivedAt = event.occurred;
    contact.service = received.service;
    contact.kindOfWork = received.kindOfWork;
    contact.handler = received.handler;
    contact.handlerId = received.handlerId;
    contact.details = received.details;
    contact.person = received.person;
    contact.late = received.late;
    contact.lateReason = event.lateReason;
    contact.owner.add(event.occurred, fromMillis(event.recorded.ms), received.service);
    return {};
}

static Applied apply(Contact& contact, const ContactDescribed& described, const Event& event)
{
    const auto before = contact.details.rcrp;
    overlay(contact.details, described.details);
    if (before && described.details.rcrp) {
        contact.details.rcrp = before;
        overlay(*contact.details.rcrp, *described.details.rcrp);
    }
    if (!described.kindOfWork.isEmpty())
        contact.kindOfWork = described.kindOfWork;
    if (described.details.concerns && contact.left
        && concernsOnlyOther(contact, contact.left->half))
        contact.endLeft(event.occurred);
    return {};
}

static Applied apply(Contact& contact, const ContactNoted& noted, const Event& event)
{
    Note note = noteOf(event, noted.id, noted.kind, noted.words);
    note.late = noted.late;
    addNote(contact.notes, std::move(note));
    return {};
}

static Applied apply(Contact& contact, const ContactCorrected& corrected, const Event& event)
{
    Note note = noteOf(event, corrected.id, u"correction"_s, corrected.words);
    note.reason = corrected.reason;
    note.corrects = corrected.corrects;
    addNote(contact.notes, std::move(note));
    markCorrected(contact.notes, corrected.corrects);
    return {};
}

static Applied apply(Contact& contact, const ContactLateExplained& explained, const Event&)
{
    if (Note* note = noteWith(contact.notes, explained.id))
        note->lateReason = explained.reason;
    else
        contact.lateReason = explained.reason;
    return {};
}

static Applied apply(Contact& contact, const ContactPersonLinked& linked, const Event&)
{
    contact.person = linked.person;
    return {};
}

static bool hasHalf(const Contact& contact, const QString& service)
{
    if (!contact.halfPassed || contact.halfPassed->to != service)
        return false;
    const Half other = contact.halfPassed->half == Half::Child ? Half::Adult : Half::Child;
    return !contact.caseId.isNull() || !concernsOnlyOther(contact, other);
}

// Another service accepted it, or has the other half: what a desk that had not heard of that says
// came of it ends nothing of theirs. S3-vii, S3-R1
static bool isAnothers(const Contact& contact, const Event& event)
{
    const QString& service = event.actor.service;
    const QString owner = contact.owner.current();
    if (service.isEmpty() || owner == service)
        return false;
    const bool accepted = contact.acceptance && contact.acceptance->service == owner;
    return (accepted && contact.caseId.isNull()) || hasHalf(contact, service);
}

// Told by who could have known that it is theirs, it is a fact against the rule.
static void noteAnothers(Contact& contact, const QString& outcome, const Event& event)
{
    const PartId id{QUuid::createUuidV5(contact.id.value, toHex(event.digest))};
    addNote(contact.notes, noteOf(event, id, u"answered_elsewhere"_s, outcome));
    if (!hasHalf(contact, event.actor.service) && event.occurred >= contact.owner.since())
        contact.flags.push_back({id, u"S3-vii"_s,
            u"%1 (%2) said “%3” of %4, which %5 has: that ends nothing of it."_s.arg(
                event.actor.name, event.actor.service, outcome, contact.ref,
                contact.owner.current()),
            event.occurred});
}

// What is passed on stays so; an answer that was written late stands before it. S3-R1
static void answer(Contact& contact, ContactState state, const QString& outcome, const Event& event)
{
    if (contact.passedOn) {
        contact.outcome = event.occurred < contact.passedOn->at
            ? outcome + u"; "_s + contact.outcome
            : contact.outcome + u"; "_s + outcome;
        return;
    }
    if (isAnothers(contact, event))
        return noteAnothers(contact, outcome, event);
    contact.state = state;
    contact.left.reset();
    contact.outcome = outcome;
    contact.closedAt = event.occurred;
}

static Applied apply(Contact& contact, const ContactSignposted& signposted, const Event& event)
{
    if (!contact.caseId.isNull())
        return u"The contact was on a case by then."_s;
    answer(contact, ContactState::Signposted,
        signposted.words.isEmpty() ? signposted.to
                                   : u"%1: %2"_s.arg(signposted.to, signposted.words),
        event);
    return {};
}

static Applied onCase(Contact& contact, const CaseId& caseId, ContactState state)
{
    if (!contact.caseId.isNull() && contact.caseId != caseId)
        return u"The contact was on another case by then."_s;
    contact.caseId = caseId;
    contact.closedAt.reset();
    if (contact.left)
        contact.left->answer = state;
    else
        contact.state = state;
    return {};
}

static Applied apply(Contact& contact, const ContactCaseOpened& opened, const Event&)
{
    return onCase(contact, opened.caseId, ContactState::CaseOpened);
}

static Applied apply(Contact& contact, const ContactCaseJoined& joined, const Event&)
{
    return onCase(contact, joined.caseId, ContactState::CaseJoined);
}

static Applied apply(Contact& contact, const ContactClosed& closed, const Event& event)
{
    if (contact.state == ContactState::Closed)
        return u"The contact had been closed already."_s;
    answer(contact, ContactState::Closed, closed.outcome, event);
    return {};
}

static Applied apply(Contact& contact, const ContactWritten& written, const Event& event)
{
    contact.written.push_back(writtenOf(event, written.id, written.system, written.what));
    return {};
}

static Sending& sendingTo(Contact& contact, const QString& team)
{
    const auto found = std::find_if(contact.sendings.begin(), contact.sendings.end(),
        [&team](const Sending& sending) { return sending.team == team; });
    if (found != contact.sendings.end())
        return *found;
    contact.sendings.emplace_back();
    contact.sendings.back().team = team;
    return contact.sendings.back();
}

static Applied apply(Contact& contact, const ContactSent& sent, const Event& event)
{
    Sending& sending = sendingTo(contact, sent.team);
    sending.sentAt = event.occurred;
    sending.sentTo = sent.to;
    sending.sentBy = event.actor.name;
    sending.outsideSecureDomains = sent.outsideSecureDomains;
    sending.acknowledgeDue = sent.acknowledgeDue;
    sending.acknowledgeWarnings = sent.acknowledgeWarnings;
    return {};
}

static Applied apply(Contact& contact, const ContactAcknowledged& acknowledged, const Event& event)
{
    Sending& sending = sendingTo(contact, acknowledged.team);
    sending.acknowledgedAt = event.occurred;
    sending.acknowledgedBy = acknowledged.by;
    return {};
}

static PromisedCall* promiseWith(Contact& contact, const PartId& id)
{
    const auto found = std::find_if(contact.ringBacks.begin(), contact.ringBacks.end(),
        [&id](const PromisedCall& each) { return each.id == id; });
    return found == contact.ringBacks.end() ? nullptr : &*found;
}

// A promise without an identifier replaces the one before it, as it always did.
static Applied apply(Contact& contact, const RingBackPromised& promised, const Event& event)
{
    PromisedCall* promise = promiseWith(contact, promised.id);
    if (!promise)
        promise = &contact.ringBacks.emplace_back();
    *promise = {promised.id, promised.whom, promised.number, promised.due, promised.warnings, {},
        {}, event.actor.name, event.occurred, event.actor.service};
    return {};
}

static Applied apply(Contact& contact, const RungBack& rung, const Event& event)
{
    contact.rungBackAt = std::max(contact.rungBackAt.value_or(event.occurred), event.occurred);
    PromisedCall* promise = promiseWith(contact, rung.promise);
    const bool later = promise && promise->doneAt && *promise->doneAt <= event.occurred;
    if (promise && (rung.promise.isNull() || !later)) {
        promise->doneAt = event.occurred;
        promise->result = rung.result;
    }
    addNote(contact.notes, noteOf(event, rung.id, u"rang_back"_s, rung.result));
    return {};
}

void Contact::endLeft(Instant at)
{
    if (!left)
        return;
    state = left->answer;
    if (caseId.isNull())
        closedAt = at;
    left.reset();
}

const PromisedCall* Contact::nextRingBack() const
{
    const PromisedCall* next = nullptr;
    for (const PromisedCall& each : ringBacks) {
        const bool sooner = next && !next->doneAt && each.due < next->due;
        if (!next || (!each.doneAt && (next->doneAt || sooner))
            || (each.doneAt && next->doneAt && *each.doneAt >= *next->doneAt))
            next = &each;
    }
    return next;
}

const EventRules<Contact>& eventRules(const Contact*)
{
    static const auto own = rulesByType<Contact>({
        on<Contact, ContactReceived>(),
        on<Contact, ContactDescribed>(),
        on<Contact, ContactNoted>(),
        on<Contact, ContactCorrected>(),
        on<Contact, ContactLateExplained>(),
        on<Contact, ContactPersonLinked>(),
        on<Contact, ContactSignposted>(),
        on<Contact, ContactCaseOpened>(),
        on<Contact, ContactCaseJoined>(),
        on<Contact, ContactClosed>(),
        on<Contact, ContactWritten>(),
        on<Contact, ContactSent>(),
        on<Contact, ContactAcknowledged>(),
        on<Contact, RingBackPromised>(),
        on<Contact, RungBack>(),
    });
    static const auto rules = [] {
        EventRules<Contact> all = own;
        all.insert(frontDoorRules());
        return all;
    }();
    return rules;
}

static bool isWork(const Event& event)
{
    static const QSet<QString> others{u"contact.received"_s, u"contact.written"_s,
        u"contact.sent"_s, u"contact.acknowledged"_s, u"contact.shared"_s,
        u"contact.late_explained"_s, u"contact.case_opened"_s, u"contact.case_joined"_s};
    return !others.contains(event.type);
}

Instant lastWorkedAt(const Contact& contact)
{
    return std::max(contact.receivedAt, contact.workedAt);
}

Contact evolved(Contact contact, const Event& event)
{
    if (isWork(event))
        contact.workedAt = std::max(contact.workedAt, fromMillis(event.recorded.ms));
    evolve(contact, event, eventRules(&contact));
    return contact;
}

}
