#include "core/contact/contact_deadlines.h"

#include "core/contact/note.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// The number may have become known since the promise.
QString numberWords(const Contact& contact, const PromisedCall& promise)
{
    const QString number = promise.number.isEmpty()
        ? contact.details.callBack.value_or(QString()).trimmed()
        : promise.number;
    return number.isEmpty() ? u"number not known"_s : number;
}

Deadline ringBack(const Contact& contact, const PromisedCall& promise)
{
    Deadline call;
    call.subject = subjectOf(contact.id);
    call.part = promise.id.isNull() ? PartId{contact.id.value} : promise.id;
    call.caseId = contact.caseId;
    call.kind = u"ring_back"_s;
    call.title = u"Ring %1 back, %2"_s.arg(promise.whom, numberWords(contact, promise));
    call.start = promise.at;
    call.due = promise.due;
    call.warnings = promise.warnings;
    call.clause = u"REC-2.2"_s;
    call.who = promise.by;
    call.service = contact.owner.current();
    if (promise.doneAt) {
        call.state = ClockState::Ended;
        call.endedAt = *promise.doneAt;
        call.outcome = promise.result;
    }
    return call;
}

// Whoever has the contact rings back, whoever promised it: what is passed on is still promised.
Deadline officersCall(const Contact& contact, const CallBackPromise& promise)
{
    Deadline call;
    call.subject = subjectOf(contact.id);
    call.part = promise.id;
    call.caseId = contact.caseId;
    call.kind = u"officer_call_back"_s;
    call.title = u"An officer rings %1 back, %2"_s.arg(promise.whom, promise.number);
    call.start = promise.at;
    call.evidence = promise.by;
    call.due = promise.due;
    call.warnings = promise.warnings;
    call.clause = u"S3-iii"_s;
    call.who = contact.acceptance ? contact.acceptance->by : QString();
    call.service = contact.owner.current();
    if (contact.passedOn)
        call.title += u"; passed on to %1"_s.arg(contact.passedOn->to);
    if (promise.doneAt) {
        call.state = ClockState::Ended;
        call.endedAt = *promise.doneAt;
        call.outcome = promise.result;
    }
    return call;
}

bool isPromisersOwn(const Contact& contact, const Profile& profile)
{
    const Service* owner = profile.service(contact.owner.current());
    const Note* promised = noteWith(contact.notes, contact.callBack->id);
    return owner && !owner->callCare && promised && promised->service == owner->key;
}

}

std::vector<Deadline> deadlinesOf(const Contact& contact)
{
    std::vector<Deadline> deadlines;
    for (const PromisedCall& promise : contact.ringBacks)
        deadlines.push_back(ringBack(contact, promise));
    if (contact.callBack)
        deadlines.push_back(officersCall(contact, *contact.callBack));
    return deadlines;
}

std::vector<Deadline> deadlinesOf(const Contact& contact, const Profile& profile)
{
    std::vector<Deadline> deadlines = deadlinesOf(contact);
    if (contact.callBack && !contact.acceptance && isPromisersOwn(contact, profile))
        deadlines.back().who = contact.callBack->by;
    return deadlines;
}

}
