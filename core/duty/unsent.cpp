#include "core/duty/unsent.h"

#include "core/casework/cooperation/distribution_rules.h"
#include "core/clock/catalogue.h"
#include "core/duty/end_of_duty.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isForGp(const SendLine& line, const Profile& profile)
{
    const Team* team = profile.team(line.team);
    return team && team->audience == u"gp-admin";
}

std::vector<ContactId> withGpCopy(const Records& records, const Profile& profile)
{
    QStringList teams;
    for (const Team& team : profile.teams)
        if (team.audience == u"gp-admin")
            teams.append(team.key);
    const WorkKind* work = profile.workKind(u"mhaa"_s);
    return records.contactsWithGpCopy(teams, work ? work->key : QString());
}

bool hasNoGp(const Contact& contact, const Records& records)
{
    const auto person = records.person(contact.person);
    return person && person->details.gpRegistered == u"no"_s;
}

// What was given out with the case went to the GP as its letter; mental-health work is given out.
bool goesWithCase(const Contact& contact, const Records& records, const Profile& profile)
{
    const auto record = contact.caseId.isNull() ? nullptr : records.caseRecord(contact.caseId);
    if (!record)
        return false;
    const bool asLetter = std::any_of(record->tasks.begin(), record->tasks.end(),
        [](const Task& task) { return task.kind == u"gp_letter"; });
    return asLetter
        || (!contact.details.gpCopy.value_or(false) && isMentalHealthWork(*record, profile));
}

bool hasGpCopy(const Contact& contact, const Records& records, const Profile& profile)
{
    return !goesWithCase(contact, records, profile) && !hasNoGp(contact, records);
}

std::vector<SendLine> gpLines(
    const std::shared_ptr<const Contact>& contact, const Records& records, const Profile& profile)
{
    if (!hasGpCopy(*contact, records, profile))
        return {};
    std::vector<SendLine> lines = sendList({contact}, profile);
    std::erase_if(
        lines, [&](const SendLine& line) { return !line.toSend() || !isForGp(line, profile); });
    return lines;
}

bool stillToGo(
    const std::shared_ptr<const Contact>& contact, const Records& records, const Profile& profile)
{
    if (!gpLines(contact, records, profile).empty())
        return true;
    const auto lines = sendList({contact}, profile);
    return contact->caseId.isNull()
        && std::any_of(lines.begin(), lines.end(), [&](const SendLine& line) {
               return line.owed || (line.toSend() && !isForGp(line, profile));
           });
}

// A call told of so long ago that nobody knows its bank holidays does not silence the others.
Instant dueOf(const Contact& contact, const ServiceCalendar& calendar)
{
    try {
        return gpCopyBy(contact.receivedAt, calendar);
    } catch (const BeyondHolidays&) {
        return contact.receivedAt + 24h;
    }
}

Deadline gpCopy(const Contact& contact, const SendLine& line, const ServiceCalendar& calendar)
{
    Deadline copy;
    copy.subject = subjectOf(contact.id);
    copy.part = PartId{QUuid::createUuidV5(contact.id.value, u"gp_copy "_s + line.team)};
    copy.caseId = contact.caseId;
    copy.kind = u"gp_copy"_s;
    copy.title = u"%1: copy for the GP to %2"_s.arg(contact.ref, line.teamName);
    copy.start = contact.receivedAt;
    copy.due = dueOf(contact, calendar);
    copy.warnings = warningsBefore(copy.due, copy.kind, calendar.profile());
    copy.clause = u"HO-5.4"_s;
    copy.who = line.teamName;
    copy.service = contact.owner.current();
    return copy;
}

}

std::vector<std::shared_ptr<const Contact>> contactsToSend(
    const DutyPeriod& period, const Records& records, const Profile& profile)
{
    std::vector<std::shared_ptr<const Contact>> contacts;
    const auto addUnsent = [&](std::shared_ptr<const Contact> contact) {
        if (contact && contact->owner.current() == period.service
            && stillToGo(contact, records, profile))
            contacts.push_back(std::move(contact));
    };
    const Instant since = period.from - endOfDutyLooksBack;
    for (const ContactId& id : withGpCopy(records, profile))
        if (auto contact = records.contact(id); contact && contact->receivedAt < since)
            addUnsent(std::move(contact));
    for (const ContactId& id : records.contactsBetween(since, period.from))
        addUnsent(records.contact(id));
    for (const ContactId& id : records.contactsBetween(period.from, period.to))
        if (auto contact = records.contact(id))
            contacts.push_back(std::move(contact));
    return contacts;
}

std::vector<SendLine> linesToSend(
    const DutyPeriod& period, const Records& records, const Profile& profile)
{
    std::vector<SendLine> lines = sendList(contactsToSend(period, records, profile), profile);
    std::erase_if(lines, [&](const SendLine& line) {
        if (!line.toSend() || !isForGp(line, profile))
            return false;
        const auto contact = records.contact(line.contact);
        return contact && !hasGpCopy(*contact, records, profile);
    });
    return lines;
}

std::vector<Deadline> gpCopies(Instant now, const Records& records, const ServiceCalendar& calendar)
{
    std::vector<Deadline> copies;
    for (const ContactId& id : withGpCopy(records, calendar.profile()))
        if (const auto contact = records.contact(id); contact && contact->receivedAt <= now)
            for (const SendLine& line : gpLines(contact, records, calendar.profile()))
                copies.push_back(gpCopy(*contact, line, calendar));
    return copies;
}

}
