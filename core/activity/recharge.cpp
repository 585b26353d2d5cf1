#include "core/activity/recharge.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Counts = std::map<QString, int>;

bool within(const std::optional<Instant>& at, Instant from, Instant to)
{
    return at && *at >= from && *at < to;
}

QString authorityOf(const QString& council, const Profile& profile)
{
    if (council.isEmpty())
        return u"not_known"_s;
    return profile.council(council) ? council : u"out_of_area"_s;
}

QString firstTold(const QString& one, const QString& other)
{
    return one.isEmpty() ? other : one;
}

QString councilOf(const PersonId& person, const Records& records)
{
    const auto known = person.isNull() ? nullptr : records.person(person);
    return known ? known->details.council.value_or(QString()) : QString();
}

QString councilOf(const Case& record, const Records& records)
{
    return firstTold(record.council, councilOf(record.person, records));
}

// What the call did not tell, its case or the person does: a call and its case are charged alike.
QString councilOf(const Contact& contact, const Records& records)
{
    const auto onCase = contact.caseId.isNull() ? nullptr : records.caseRecord(contact.caseId);
    const QString told = firstTold(
        contact.details.council.value_or(QString()), onCase ? onCase->council : QString());
    return firstTold(firstTold(told, councilOf(contact.person, records)),
        onCase ? councilOf(onCase->person, records) : QString());
}

// Where the person lives counts, what the call told only where nobody knows. S3-v
QString residenceOf(const Contact& contact, const Records& records)
{
    const auto onCase = contact.caseId.isNull() ? nullptr : records.caseRecord(contact.caseId);
    const QString known = firstTold(councilOf(contact.person, records),
        onCase ? councilOf(onCase->person, records) : QString());
    return firstTold(known, councilOf(contact, records));
}

QString residenceOf(const Case& record, const Records& records)
{
    return firstTold(councilOf(record.person, records), record.council);
}

void countContact(Counts& counts, const Contact& contact, const Profile& profile)
{
    const Service* received = profile.service(contact.service);
    ++counts[u"contacts"_s];
    counts[u"call_care"_s] += received && received->callCare ? 1 : 0;
    counts[u"warm_transfers"_s] += static_cast<int>(contact.transfers.size());
    counts[u"accepted"_s] += contact.acceptance ? 1 : 0;
    counts[u"passed_on"_s] += contact.passedOn || contact.halfPassed ? 1 : 0;
}

void countCase(Counts& counts, const Case& record, Instant from, Instant to)
{
    const bool opened = within(record.openedAt, from, to);
    counts[u"cases"_s] += opened ? 1 : 0;
    counts[u"mhaa_referrals"_s] += opened && record.kindOfWork == u"mhaa" ? 1 : 0;
    const auto ended = [&](const Assessment& each) { return within(each.endedAt, from, to); };
    const auto& earlier = record.earlierAssessments;
    counts[u"assessments"_s]
        += static_cast<int>(std::count_if(earlier.begin(), earlier.end(), ended))
        + (record.assessment && ended(*record.assessment) ? 1 : 0);
}

std::vector<AuthorityActivity> emptyLines(const Profile& profile)
{
    std::vector<AuthorityActivity> lines;
    for (const Council& council : profile.councils) {
        const bool leads = std::any_of(profile.services.begin(), profile.services.end(),
            [&](const Service& service) { return service.leadCouncil == council.key; });
        lines.push_back({council.key, council.name, leads, {}, {}});
    }
    lines.push_back({u"out_of_area"_s, u"Out of area"_s, false, {}, {}});
    lines.push_back({u"not_known"_s, u"Council not known"_s, false, {}, {}});
    return lines;
}

}

const std::vector<ActivityDefinition>& activityDefinitions()
{
    static const std::vector<ActivityDefinition> all{
        {"contacts", "Contacts", "Contacts received in the period."},
        {"contacts_residence", "Contacts by residence",
            "The contacts by the council in which the person lives; the call's where nobody "
            "knows."},
        {"call_care", "… by call care", "Of these, those that call care received."},
        {"warm_transfers", "Tries to put through", "Tries to put a caller of these through."},
        {"accepted", "Accepted by an officer", "Of the contacts, those an officer accepted."},
        {"passed_on", "Passed on", "Of the contacts, those passed on, whole or by half."},
        {"cases", "Cases opened", "Cases opened in the period."},
        {"cases_residence", "Cases by residence",
            "The cases by the council in which the person lives; the case's where nobody knows."},
        {"mhaa_referrals", "Mental Health Act referrals",
            "Of these, those for an assessment under the Mental Health Act."},
        {"assessments", "Assessments completed", "Assessments that ended in the period."},
    };
    return all;
}

std::vector<int> sharesOf(const std::vector<int>& counts)
{
    constexpr int whole = 1000;
    const int total = std::accumulate(counts.begin(), counts.end(), 0);
    std::vector<int> shares(counts.size(), 0);
    if (total <= 0)
        return shares;
    std::vector<std::pair<int, std::size_t>> remainders;
    int given = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const qint64 exact = qint64(counts[i]) * whole;
        shares[i] = static_cast<int>(exact / total);
        given += shares[i];
        remainders.emplace_back(-static_cast<int>(exact % total), i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t n = 0; given < whole; ++n, ++given)
        ++shares[remainders[n].second];
    return shares;
}

std::vector<AuthorityActivity> activityByAuthority(
    const Records& records, const Profile& profile, Instant from, Instant to)
{
    std::map<QString, Counts> counted;
    for (const ContactId& id : records.contactsBetween(from, to)) {
        const auto contact = records.contact(id);
        countContact(
            counted[authorityOf(councilOf(*contact, records), profile)], *contact, profile);
        ++counted[authorityOf(residenceOf(*contact, records), profile)][u"contacts_residence"_s];
    }
    for (const CaseId& id : records.casesBetween(from, to)) {
        const auto record = records.caseRecord(id);
        countCase(counted[authorityOf(councilOf(*record, records), profile)], *record, from, to);
        if (within(record->openedAt, from, to))
            ++counted[authorityOf(residenceOf(*record, records), profile)][u"cases_residence"_s];
    }
    std::vector<AuthorityActivity> lines = emptyLines(profile);
    for (const ActivityDefinition& definition : activityDefinitions()) {
        const QString key = QString::fromLatin1(definition.key);
        std::vector<int> counts;
        counts.reserve(lines.size());
        for (AuthorityActivity& line : lines)
            counts.push_back(line.figures[key] = counted[line.authority][key]);
        const std::vector<int> shares = sharesOf(counts);
        for (std::size_t i = 0; i < lines.size(); ++i)
            lines[i].shares[key] = shares[i];
    }
    return lines;
}

}
