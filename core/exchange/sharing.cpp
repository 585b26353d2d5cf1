#include "core/exchange/sharing.h"

#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/contact/acknowledgement.h"
#include "core/contact/contact_events.h"
#include "core/frontdoor/front_door_commands.h"
#include "core/frontdoor/front_door_events.h"
#include "core/journal/new_event.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::set<QString> servicesOf(const Case& record, const QString& also)
{
    std::set<QString> services{also};
    for (const HandoverItem& item : record.handovers) {
        services.insert(item.from);
        services.insert(item.to);
    }
    for (const Share& share : record.shares)
        services.insert(share.with);
    services.erase(QString());
    // Whose it is, and who began it, hear what the others do on it: a distribution names its reader
    // alone.
    if (!services.empty() && !record.responsible.empty()) {
        services.insert(record.responsible.entries().front().value);
        services.insert(record.responsible.current());
        services.erase(QString());
    }
    return services;
}

QStringList closureOf(const Case& record)
{
    QStringList subjects;
    if (!record.person.isNull())
        subjects.append(subjectText(subjectOf(record.person)));
    for (const ContactId& contact : record.contacts)
        if (!contact.isNull())
            subjects.append(subjectText(subjectOf(contact)));
    return subjects;
}

std::set<CaseId> casesIn(const Decision& decision)
{
    std::set<CaseId> cases;
    for (const NewEvent& event : decision.events)
        if (event.subject.kind == SubjectKind::Case)
            cases.insert(CaseId{event.subject.id});
    return cases;
}

bool goesOut(const CaseId& id, const Decision& decision, const Records& records)
{
    const auto before = records.caseRecord(id);
    return (before && !(before->handovers.empty() && before->shares.empty()))
        || std::any_of(decision.events.begin(), decision.events.end(), [&](const NewEvent& event) {
               return event.subject == subjectOf(id)
                   && (event.type.startsWith(u"handover."_s)
                       || event.type == QLatin1StringView(CaseDistributed::type));
           });
}

Case afterwards(const CaseId& id, const Decision& decision, const Context& context)
{
    const auto before = context.records.caseRecord(id);
    Case record = before ? *before : Case{};
    for (const NewEvent& wanted : decision.events) {
        if (wanted.subject != subjectOf(id))
            continue;
        Event event;
        static_cast<NewEvent&>(event) = wanted;
        event.actor = context.actor;
        if (event.occurred == Instant{})
            event.occurred = context.occurred;
        record = evolved(std::move(record), event);
    }
    return record;
}

}

QString subjectText(const Subject& subject)
{
    return word(subject.kind) + u':' + subject.id.toString(QUuid::WithoutBraces);
}

std::optional<Subject> subjectFrom(const QString& text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto kind = fromWord<SubjectKind>(QStringView(text).left(std::max<qsizetype>(0, colon)));
    const QUuid id = QUuid::fromString(QStringView(text).mid(colon + 1));
    if (!kind || id.isNull())
        return {};
    return Subject{*kind, id};
}

std::vector<CaseShared> sharingOwed(const Case& record, const QString& also)
{
    std::vector<CaseShared> owed;
    const QStringList closure = closureOf(record);
    for (const QString& service : servicesOf(record, also)) {
        CaseShared missing{service, closure};
        bool shared = false;
        for (const Share& share : record.shares) {
            if (share.with != service)
                continue;
            shared = true;
            for (const QString& subject : share.subjects)
                missing.subjects.removeAll(subject);
        }
        if (!shared || !missing.subjects.isEmpty())
            owed.push_back(std::move(missing));
    }
    return owed;
}

namespace {

// Who is linked after the AMHP service had the call is shown to it too.
void addSentTo(std::set<QString>& services, const Contact& contact, const Profile& profile)
{
    for (const Sending& sending : contact.sendings)
        if (sending.sentAt)
            services.insert(amhpServiceSentTo(contact, sending.team, profile));
}

PersonId personAfter(const Contact& contact, const Decision& decision)
{
    PersonId person = contact.person;
    for (const NewEvent& event : decision.events)
        if (event.subject == subjectOf(contact.id)
            && event.type == QLatin1StringView(ContactPersonLinked::type))
            person = readPayload<ContactPersonLinked>(event.payload).person;
    return person;
}

// Whom a contact is put through or passed on to sees it whole, with its person, and so does the
// service whose officer is to ring back, and the AMHP service what of its work is sent to it.
// HO-5.1
QString toldBy(const NewEvent& event, const Contact& contact, const Context& context)
{
    if (event.type == QLatin1StringView(TransferTried::type))
        return readPayload<TransferTried>(event.payload).to;
    if (event.type == QLatin1StringView(ContactPassedOn::type))
        return readPayload<ContactPassedOn>(event.payload).to;
    if (event.type == QLatin1StringView(HalfPassedOn::type))
        return readPayload<HalfPassedOn>(event.payload).to;
    if (event.type == QLatin1StringView(CallBackPromised::type))
        return serviceFor(contact, context);
    if (event.type == QLatin1StringView(ContactSent::type))
        return amhpServiceSentTo(
            contact, readPayload<ContactSent>(event.payload).team, context.profile());
    return {};
}

// The service that gave it sees what becomes of it.
std::set<QString> toldServices(
    const Contact& contact, const Decision& decision, const Context& context)
{
    std::set<QString> services;
    for (const NewEvent& event : decision.events) {
        if (event.subject != subjectOf(contact.id))
            continue;
        services.insert(toldBy(event, contact, context));
        if (event.type == QLatin1StringView(ContactPersonLinked::type))
            addSentTo(services, contact, context.profile());
    }
    services.erase(QString());
    if (services == std::set{contact.service})
        return {};
    if (!services.empty())
        services.insert(contact.service);
    return services;
}

bool sees(const Contact& contact, const QString& service, const QStringList& subjects)
{
    return std::any_of(
        contact.shares.begin(), contact.shares.end(), [&](const ContactShare& share) {
            return share.with == service
                && std::all_of(subjects.begin(), subjects.end(),
                    [&](const QString& subject) { return share.subjects.contains(subject); });
        });
}

void shareContact(const Contact& contact, Decision& decision, const Context& context)
{
    QStringList subjects;
    if (const PersonId person = personAfter(contact, decision); !person.isNull())
        subjects.append(subjectText(subjectOf(person)));
    for (const QString& service : toldServices(contact, decision, context))
        if (!sees(contact, service, subjects))
            decision.events.push_back(
                newEvent(subjectOf(contact.id), ContactShared{service, subjects}));
}

void shareContacts(Decision& decision, const Context& context)
{
    std::set<ContactId> contacts;
    for (const NewEvent& event : decision.events)
        if (event.subject.kind == SubjectKind::Contact)
            contacts.insert(ContactId{event.subject.id});
    for (const ContactId& id : contacts)
        if (const auto contact = context.records.contact(id))
            shareContact(*contact, decision, context);
}

}

void addSharing(Decision& decision, const Context& context)
{
    shareContacts(decision, context);
    for (const CaseId& id : casesIn(decision))
        if (goesOut(id, decision, context.records)) {
            const Case after = afterwards(id, decision, context);
            const QString reader
                = after.distributions.empty() ? QString() : distributesTo(after, context.profile());
            for (const CaseShared& owed : sharingOwed(after, reader))
                decision.events.push_back(newEvent(subjectOf(id), owed));
        }
}

}
