#include "core/activity/contact_analysis.h"

#include "core/text/csv.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Minutes minutesBetween(Instant from, Instant to)
{
    return std::chrono::floor<Minutes>(to - from);
}

// What is told to have been before the receipt kept nobody waiting.
Minutes waited(const Contact& contact, Instant until)
{
    return std::max(minutesBetween(contact.receivedAt, until), Minutes{0});
}

// Call care takes calls for officers; every other service's own people are the officers.
std::optional<Minutes> responseOf(const Contact& contact, const Profile& profile)
{
    if (contact.acceptance)
        return waited(contact, contact.acceptance->at);
    if (contact.passedOn)
        return waited(contact, contact.passedOn->at);
    const Service* received = profile.service(contact.service);
    if (received && received->callCare)
        return {};
    return Minutes{0};
}

template <typename E>
QString wordOf(const std::optional<E>& value)
{
    return value ? word(*value) : QString();
}

// London is a whole number of hours from UTC: an hour of either is an hour of both.
Instant hourOf(Instant at)
{
    return std::chrono::floor<std::chrono::hours>(at);
}

QString labelOf(Instant hour)
{
    const LocalTime local = localOf(hour);
    const QString text = u"%1 %2"_s.arg(dateText(local.date), local.time.toString(u"HH"));
    return nearClockChange(hour) ? u"%1 %2"_s.arg(text, zoneName(hour)) : text;
}

}

QString offsetText(Instant at)
{
    const LocalTime local = localOf(at);
    return local.date.toString(Qt::ISODate) + local.time.toString(u"'T'HH:mm:ss")
        + (zoneName(at) == u"BST" ? u"+01:00"_s : u"+00:00"_s);
}

std::vector<AnalysedContact> analysedContacts(
    const Records& records, const Profile& profile, Instant from, Instant to)
{
    std::vector<AnalysedContact> contacts;
    for (const ContactId& id : records.contactsBetween(from, to)) {
        const auto contact = records.contact(id);
        const ContactDetails& known = contact->details;
        contacts.push_back({contact->ref, contact->receivedAt, wordOf(known.source),
            known.council.value_or(QString()), wordOf(known.category), contact->service,
            contact->owner.current(), responseOf(*contact, profile)});
    }
    std::stable_sort(contacts.begin(), contacts.end(), [](const auto& a, const auto& b) {
        return std::tie(a.receivedAt, a.ref) < std::tie(b.receivedAt, b.ref);
    });
    return contacts;
}

std::vector<AnalysedHour> contactsByHour(const std::vector<AnalysedContact>& contacts)
{
    std::map<std::pair<Instant, QString>, AnalysedHour> hours;
    for (const AnalysedContact& contact : contacts) {
        const Instant hour = hourOf(contact.receivedAt);
        AnalysedHour& counted = hours[{hour, contact.source}];
        counted.source = contact.source;
        counted.hour = hour;
        counted.label = labelOf(hour);
        ++counted.contacts;
        if (contact.response)
            counted.slowest = std::max(counted.slowest.value_or(Minutes{0}), *contact.response);
    }
    std::vector<AnalysedHour> all;
    all.reserve(hours.size());
    for (const auto& [key, hour] : hours)
        all.push_back(hour);
    return all;
}

QString analysisCsv(const std::vector<AnalysedContact>& contacts)
{
    QString text = csvText({u"ref"_s, u"received_at"_s, u"date"_s, u"hour"_s, u"hour_starts"_s,
        u"weekday"_s, u"source"_s, u"council"_s, u"category"_s, u"service"_s, u"owner"_s,
        u"response_minutes"_s});
    for (const AnalysedContact& contact : contacts) {
        const LocalTime local = localOf(contact.receivedAt);
        text += csvText({contact.ref, offsetText(contact.receivedAt),
            local.date.toString(Qt::ISODate), local.time.toString(u"HH"),
            offsetText(hourOf(contact.receivedAt)), dateText(local.date).left(3), contact.source,
            contact.council, contact.category, contact.service, contact.owner,
            contact.response ? QString::number(contact.response->count()) : QString()});
    }
    return text;
}

}
