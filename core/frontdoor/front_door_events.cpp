#include "core/frontdoor/front_door_events.h"

#include "core/contact/note.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

static Instant recordedAt(const Event& event)
{
    return fromMillis(event.recorded.ms);
}

// Words that were said, after what happened.
static QString saying(const QString& what, const QString& words)
{
    return words.isEmpty() ? what + u'.' : u"%1: %2"_s.arg(what, words);
}

static Applied apply(Contact& contact, const TransferTried& tried, const Event& event)
{
    contact.transfers.push_back({tried.id, event.occurred, tried.to, tried.spokeTo, tried.result,
        tried.words, event.actor.name});
    const QString spoke = tried.spokeTo.isEmpty() ? word(tried.result)
                                                  : tried.spokeTo + u", "_s + word(tried.result);
    addNote(contact.notes,
        noteOf(event, tried.id, u"transfer"_s,
            saying(u"Put through to %1 (%2)"_s.arg(tried.to, QString(spoke).replace(u'_', u' ')),
                tried.words)));
    return {};
}

static Applied apply(Contact& contact, const ContactAccepted& accepted, const Event& event)
{
    if (event.actor.service != accepted.service)
        return u"Another service than the accepting one wrote the acceptance."_s;
    if (contact.passedOn)
        return u"The contact had been passed on by then."_s;
    if (contact.acceptance && contact.acceptance->service == accepted.service)
        return u"The contact had been accepted already."_s;
    contact.acceptance
        = {event.occurred, accepted.service, event.actor.name, event.actor.role, accepted.readBack};
    contact.owner.add(
        std::max(event.occurred, contact.receivedAt), recordedAt(event), accepted.service);
    const bool answered
        = contact.state == ContactState::Signposted || contact.state == ContactState::Closed;
    if (answered && contact.closedAt && event.occurred >= *contact.closedAt) {
        contact.state = ContactState::Open;
        contact.closedAt.reset();
        contact.outcome.clear();
    }
    if (contact.left && contact.left->to == accepted.service)
        contact.left.reset();
    addNote(contact.notes,
        noteOf(event, accepted.id, u"accepted"_s,
            saying(u"Accepted for %1"_s.arg(accepted.service), accepted.readBack)));
    return {};
}

static Applied apply(Contact& contact, const ContactPassedOn& passed, const Event& event)
{
    if (contact.passedOn)
        return u"The contact had been passed on already."_s;
    if (!contact.caseId.isNull())
        return u"The contact was on a case by then."_s;
    contact.passedOn = {event.occurred, passed.to, passed.spokeTo, passed.role, passed.words,
        passed.reference, event.actor.name};
    const Instant at = std::max(event.occurred, contact.receivedAt);
    contact.owner.add(at, recordedAt(event), passed.to);
    contact.state = ContactState::PassedOn;
    contact.left.reset();
    const QString what = u"Passed on to %1, %2"_s.arg(passed.to, passed.spokeTo);
    contact.outcome = contact.outcome.isEmpty() ? what : contact.outcome + u"; "_s + what;
    contact.closedAt = at;
    addNote(contact.notes, noteOf(event, passed.id, u"passed_on"_s, saying(what, passed.words)));
    return {};
}

// Two desks may have written in either order: what is passed on is not left.
static Applied apply(Contact& contact, const HalfLeft& left, const Event&)
{
    if (contact.passedOn || contact.open()
        || (contact.halfPassed && contact.halfPassed->half == left.half))
        return {};
    contact.left = {left.half, left.to, contact.state};
    contact.state = ContactState::Open;
    contact.closedAt.reset();
    return {};
}

static Applied apply(Contact& contact, const HalfPassedOn& passed, const Event& event)
{
    if (contact.passedOn)
        return u"The whole contact had been passed on by then."_s;
    if (contact.halfPassed)
        return u"A half of the contact had been passed on already."_s;
    contact.halfPassed = {{event.occurred, passed.to, passed.spokeTo, passed.role, passed.words,
                              passed.reference, event.actor.name},
        passed.half};
    if (contact.left && contact.left->half == passed.half)
        contact.endLeft(event.occurred);
    const QString what
        = u"The %1's half passed on to %2, %3"_s.arg(word(passed.half), passed.to, passed.spokeTo);
    addNote(contact.notes, noteOf(event, passed.id, u"passed_on"_s, saying(what, passed.words)));
    return {};
}

static Applied apply(Contact& contact, const CallBackPromised& promised, const Event& event)
{
    contact.callBack = {promised.id, event.occurred, event.actor.name, promised.whom,
        promised.number, promised.due, promised.warnings, {}, {}};
    addNote(contact.notes,
        noteOf(event, promised.id, u"call_back_promised"_s,
            u"An officer is to ring %1, %2, by %3."_s.arg(
                promised.whom, promised.number, dateTimeText(promised.due))));
    return {};
}

static Applied apply(Contact& contact, const CalledBack& called, const Event& event)
{
    if (!contact.callBack || contact.callBack->id != called.promise)
        return u"No officer's call back of that kind had been promised."_s;
    contact.callBack->doneAt = event.occurred;
    contact.callBack->result = called.result;
    addNote(contact.notes, noteOf(event, called.id, u"called_back"_s, called.result));
    return {};
}

static Applied apply(Contact& contact, const ContactFlagged& flagged, const Event& event)
{
    contact.flags.push_back({flagged.id, flagged.clause, flagged.text, event.occurred});
    addNote(contact.notes,
        noteOf(event, flagged.id, u"flag"_s, u"%1: %2"_s.arg(flagged.clause, flagged.text)));
    return {};
}

static Applied apply(Contact& contact, const ContactShared& shared, const Event& event)
{
    contact.shares.push_back({event.digest, shared.with, shared.subjects, event.desk, event.seq});
    return {};
}

bool concernsOnlyOther(const Contact& contact, Half half)
{
    return contact.details.concerns == (half == Half::Child ? Concerns::Adult : Concerns::Child);
}

EventRules<Contact> frontDoorRules()
{
    return rulesByType<Contact>({on<Contact, TransferTried>(), on<Contact, ContactAccepted>(),
        on<Contact, ContactPassedOn>(), on<Contact, HalfLeft>(), on<Contact, HalfPassedOn>(),
        on<Contact, CallBackPromised>(), on<Contact, CalledBack>(), on<Contact, ContactShared>(),
        on<Contact, ContactFlagged>()});
}

}
