#include "core/frontdoor/front_door_events.h"

#include "core/contact/note.h"

using namespace Qt::StringLiterals;

namespace core {

static Instant recordedAt(const Event& event)
{
    return fromMillis(event.recorded.ms);
}

static Applied apply(Contact& contact, const TransferTried& tried, const Event& event)
{
    contact.transfers.push_back({tried.id, event.occurred, tried.to, tried.spokeTo, tried.result,
        tried.words, event.actor.name});
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
    contact.owner.add(event.occurred, recordedAt(event), accepted.service);
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
    contact.owner.add(event.occurred, recordedAt(event), passed.to);
    contact.state = ContactState::PassedOn;
    contact.outcome = u"Passed on to %1, %2"_s.arg(passed.to, passed.spokeTo);
    contact.closedAt = event.occurred;
    return {};
}

static Applied apply(Contact& contact, const CallBackPromised& promised, const Event& event)
{
    contact.callBack = {promised.id, event.occurred, event.actor.name, promised.whom,
        promised.number, promised.due, promised.warnings, {}, {}};
    return {};
}

static Applied apply(Contact& contact, const CalledBack& called, const Event& event)
{
    if (!contact.callBack || contact.callBack->id != called.id)
        return u"No officer's call back of that kind had been promised."_s;
    contact.callBack->doneAt = event.occurred;
    contact.callBack->result = called.result;
    return {};
}

static Applied apply(Contact& contact, const ContactShared& shared, const Event& event)
{
    contact.shares.push_back({event.digest, shared.with, shared.subjects, event.desk, event.seq});
    return {};
}

EventRules<Contact> frontDoorRules()
{
    return rulesByType<Contact>({on<Contact, TransferTried>(), on<Contact, ContactAccepted>(),
        on<Contact, ContactPassedOn>(), on<Contact, CallBackPromised>(), on<Contact, CalledBack>(),
        on<Contact, ContactShared>()});
}

}
