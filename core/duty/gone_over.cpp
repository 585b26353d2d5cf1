#include "core/duty/gone_over.h"

#include "core/duty/relief_sheet.h"
#include "core/duty/watched.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isCallBack(const Deadline& clock)
{
    return clock.kind == u"ring_back" || clock.kind == u"officer_call_back";
}

QString promisedBy(const QString& what, const QString& who)
{
    return who.isEmpty() ? what : u"%1: promised by %2"_s.arg(what, who);
}

void addContact(std::vector<CarriedCallBack>& all, const Contact& contact,
    const std::vector<Relief>& reliefs, const Context& context)
{
    const Records& records = context.records;
    std::vector<Deadline> clocks = relievedClocks(contact, reliefs, context.profile());
    endGoneOver(clocks, records);
    for (const Deadline& clock : clocks)
        if (isCallBack(clock) && clock.state == ClockState::Running)
            all.push_back({clock.part,
                promisedBy(u"%1 (%2)"_s.arg(clock.title, contact.ref),
                    clock.who.isEmpty() ? clock.evidence : clock.who),
                clock.due, clock.warnings});
}

void addDuty(std::vector<CarriedCallBack>& all, const Duty& duty, const CaseId& caseId)
{
    for (const RingBack& promise : duty.ringBacks)
        if (!promise.doneAt && promise.caseId == caseId)
            all.push_back({promise.id,
                promisedBy(u"Ring %1 back, %2"_s.arg(promise.whom,
                               promise.number.isEmpty() ? u"number not known"_s : promise.number),
                    promise.ownerName),
                promise.due, promise.warnings});
}

}

std::vector<CarriedCallBack> callBacksAbout(const CaseId& caseId, const Context& context)
{
    const QString& service = context.actor.service;
    const Watched watched = watchedBy(service, context.now, context.records, context.calendar);
    std::vector<CarriedCallBack> all;
    for (const ContactId& id : watched.contacts)
        if (const auto contact = context.records.contact(id);
            contact && contact->caseId == caseId && contact->owner.current() == service)
            addContact(all, *contact, watched.reliefs, context);
    for (const Duty& duty : watched.duties)
        addDuty(all, duty, caseId);
    std::stable_sort(all.begin(), all.end(),
        [](const CarriedCallBack& a, const CarriedCallBack& b) { return a.due < b.due; });
    return all;
}

std::vector<CarriedCallBack> callBacksOn(const Contact& contact, const Context& context)
{
    const QString& service = context.actor.service;
    std::vector<CarriedCallBack> all;
    const bool promised = contact.callBack || !contact.ringBacks.empty();
    if (promised && contact.owner.current() == service)
        addContact(all, contact,
            watchedBy(service, context.now, context.records, context.calendar).reliefs, context);
    return all;
}

void endGoneOver(std::vector<Deadline>& clocks, const Records& records)
{
    for (Deadline& clock : clocks) {
        if (!isCallBack(clock) || clock.state != ClockState::Running || clock.caseId.isNull())
            continue;
        const auto record = records.caseRecord(clock.caseId);
        const auto gone = record ? goneOver(clock.part, *record) : std::nullopt;
        if (!gone)
            continue;
        clock.state = ClockState::Ended;
        clock.endedAt = gone->at;
        clock.outcome = gone->words;
    }
}

void endGoneOver(Duty& duty, const Records& records)
{
    for (RingBack& promise : duty.ringBacks) {
        if (promise.doneAt || promise.caseId.isNull())
            continue;
        const auto record = records.caseRecord(promise.caseId);
        if (const auto gone = record ? goneOver(promise.id, *record) : std::nullopt) {
            promise.doneAt = gone->at;
            promise.result = gone->words;
        }
    }
}

QStringList goneOverOf(const Contact& contact, const Records& records)
{
    QStringList gone;
    const auto record = contact.caseId.isNull() ? nullptr : records.caseRecord(contact.caseId);
    if (!record)
        return gone;
    const auto addIfGone = [&](const PartId& promise, const QString& whom) {
        if (const auto over = goneOver(promise, *record))
            gone.append(u"%1: %2"_s.arg(whom, over->words));
    };
    for (const PromisedCall& each : contact.ringBacks)
        if (!each.doneAt)
            addIfGone(each.id.isNull() ? PartId{contact.id.value} : each.id, each.whom);
    if (contact.callBack && !contact.callBack->doneAt)
        addIfGone(contact.callBack->id, contact.callBack->whom);
    return gone;
}

}
