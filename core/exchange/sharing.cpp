#include "core/exchange/sharing.h"

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/journal/new_event.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::set<QString> servicesOf(const Case& record)
{
    std::set<QString> services;
    for (const HandoverItem& item : record.handovers) {
        services.insert(item.from);
        services.insert(item.to);
    }
    services.erase(QString());
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
    return (before && !before->handovers.empty())
        || std::any_of(decision.events.begin(), decision.events.end(), [&](const NewEvent& event) {
               return event.subject == subjectOf(id) && event.type.startsWith(u"handover."_s);
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

std::vector<CaseShared> sharingOwed(const Case& record)
{
    std::vector<CaseShared> owed;
    const QStringList closure = closureOf(record);
    for (const QString& service : servicesOf(record)) {
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

void addSharing(Decision& decision, const Context& context)
{
    for (const CaseId& id : casesIn(decision))
        if (goesOut(id, decision, context.records))
            for (const CaseShared& owed : sharingOwed(afterwards(id, decision, context)))
                decision.events.push_back(newEvent(subjectOf(id), owed));
}

}
