#include "core/duty/end_of_duty.h"

#include "core/casework/cooperation/distribution_rules.h"
#include "core/casework/held.h"
#include "core/contact/gp_copy.h"
#include "core/duty/duty_period.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString systemOf(const QString& council, const Profile& profile)
{
    const Council* known = profile.council(council);
    return known ? known->caseSystem : QString();
}

QString personName(const PersonId& id, const Records& records)
{
    const auto person = records.person(id);
    return person ? person->displayName() : QString();
}

std::optional<Instant> lastWritten(const std::vector<Written>& written)
{
    std::optional<Instant> last;
    for (const Written& each : written)
        last = std::max(last.value_or(each.at), each.at);
    return last;
}

bool isWritten(const std::vector<Written>& written, Instant at)
{
    const auto last = lastWritten(written);
    return last && *last >= at;
}

void addContact(std::vector<NotYetWritten>& lines, const Contact& contact, const Records& records,
    const Profile& profile)
{
    const Instant changed = lastWorkedAt(contact);
    if (isWritten(contact.written, changed))
        return;
    lines.push_back(
        {subjectOf(contact.id), contact.ref, u"contact"_s, personName(contact.person, records),
            systemOf(contact.details.council.value_or(QString()), profile), changed});
}

void addCase(std::vector<NotYetWritten>& lines, const Case& record, const Records& records,
    const Profile& profile)
{
    const Instant changed = lastWorkedAt(record);
    const bool assessed = record.assessment && record.assessment->endedAt;
    if (isWritten(record.written, changed))
        return;
    lines.push_back({subjectOf(record.id), record.ref, assessed ? u"assessment"_s : u"case"_s,
        personName(record.person, records), systemOf(record.council, profile), changed});
}

bool within(const DutyPeriod& duty, Instant at)
{
    return at >= duty.from && at < duty.to;
}

// Written once and changed since, it is left by the duty of the change.
bool isLeftBy(const Contact& contact, const DutyPeriod& duty)
{
    const Instant changed = lastWorkedAt(contact);
    const Instant first = contact.written.empty() ? contact.receivedAt : changed;
    return contact.owner.current() == duty.service && within(duty, first)
        && !isWritten(contact.written, changed);
}

// What another service did since is for that one to write.
bool isLeftBy(const Case& record, const DutyPeriod& duty)
{
    return heldDuring(record, duty.service, duty.from, duty.to)
        && std::any_of(record.work.begin(), record.work.end(), [&](const Worked& each) {
               return each.service == duty.service && within(duty, each.recorded)
                   && !isWritten(record.written, each.recorded);
           });
}

template <typename R>
bool isLeftByAny(const R& record, const std::vector<DutyPeriod>& duties)
{
    return std::any_of(duties.begin(), duties.end(),
        [&record](const DutyPeriod& duty) { return isLeftBy(record, duty); });
}

QStringList teamsOfAudience(const Profile& profile, const QString& audience, const QString& council)
{
    QStringList keys;
    for (const Team& team : profile.teams)
        if (team.audience == audience
            && (council.isEmpty() || team.council.isEmpty() || team.council == council))
            keys.append(team.key);
    return keys;
}

struct Reason {
    QString team;
    QString why;
};

void addReasons(std::vector<Reason>& reasons, const QStringList& teams, const QString& why)
{
    for (const QString& team : teams)
        if (std::none_of(reasons.begin(), reasons.end(),
                [&](const Reason& each) { return each.team == team; }))
            reasons.push_back({team, why});
}

// The AMHP day service distributes mental-health work of adults itself. HO-5.1
void deriveByCouncil(std::vector<Reason>& reasons, const ContactDetails& details, bool mentalHealth,
    const Profile& profile)
{
    const Council* council = profile.council(details.council.value_or(QString()));
    if (!council || !details.concerns)
        return;
    if (*details.concerns != Concerns::Child && !mentalHealth)
        addReasons(reasons, teamsOfAudience(profile, u"adults"_s, council->key),
            u"adults, "_s + council->name);
    if (*details.concerns != Concerns::Adult)
        addReasons(reasons, teamsOfAudience(profile, u"children"_s, council->key),
            u"children, "_s + council->name);
}

std::vector<Reason> reasonsFor(const Contact& contact, const Profile& profile)
{
    const ContactDetails& details = contact.details;
    std::vector<Reason> reasons;
    addReasons(reasons, details.teams.value_or(QStringList()), u"said on the contact"_s);
    const bool mentalHealth = details.category && isMentalHealthCall(*details.category);
    const bool said = !reasons.empty();
    if (mentalHealth) // whoever else is named. HO-5.2a
        addReasons(reasons, teamsOfAudience(profile, u"amhp-day"_s, {}), u"MHA work"_s);
    if (!said)
        deriveByCouncil(reasons, details, mentalHealth, profile);
    if (wantsGpCopy(details))
        addReasons(reasons, teamsOfAudience(profile, u"gp-admin"_s, {}), u"GP copy"_s);
    return reasons;
}

SendLine lineFor(const Contact& contact, const Reason& reason, const Profile& profile)
{
    SendLine line;
    line.team = reason.team;
    line.contact = contact.id;
    line.ref = contact.ref;
    line.why = reason.why;
    if (const Team* team = profile.team(reason.team)) {
        line.teamName = team->name;
        line.email = team->email;
    }
    for (const Sending& sending : contact.sendings)
        if (sending.team == reason.team) {
            line.sentAt = sending.sentAt;
            line.sentTo = sending.sentTo;
            line.acknowledgedAt = sending.acknowledgedAt;
        }
    return line;
}

QString missingFor(const ContactDetails& details)
{
    if (!details.council)
        return u"the council area is not known"_s;
    if (!details.concerns)
        return u"adult or child is not said"_s;
    return u"no team of the profile receives this: AMHP day service to clarify"_s;
}

bool isOlder(const NotYetWritten& a, const NotYetWritten& b)
{
    return a.since < b.since;
}

std::vector<DutyPeriod> dutiesBefore(const DutyPeriod& period, const ServiceCalendar& calendar)
{
    std::vector<DutyPeriod> duties;
    for (auto duty = lastDutyPeriod(calendar, period.service, period.from);
         duty && duty->from >= period.from - endOfDutyLooksBack
         && (duties.empty() || duty->from < duties.front().from);
         duty = lastDutyPeriod(calendar, period.service, duty->from))
        duties.insert(duties.begin(), *duty);
    return duties;
}

}

std::vector<NotYetWritten> notYetWritten(
    const DutyPeriod& period, const Records& records, const Profile& profile)
{
    std::vector<NotYetWritten> lines;
    for (const ContactId& id : records.contactsBetween(period.from, period.to))
        if (const auto contact = records.contact(id); contact->owner.current() == period.service)
            addContact(lines, *contact, records, profile);
    for (const CaseId& id : records.casesBetween(period.from, period.to))
        if (const auto record = records.caseRecord(id);
            workedDuring(*record, period.from, period.to)
            && heldDuring(*record, period.service, period.from, period.to))
            addCase(lines, *record, records, profile);
    std::stable_sort(lines.begin(), lines.end(), isOlder);
    return lines;
}

std::vector<NotYetWritten> leftUnwritten(
    const std::vector<DutyPeriod>& duties, const Records& records, const Profile& profile)
{
    std::vector<NotYetWritten> lines;
    if (duties.empty())
        return lines;
    const Instant from = duties.front().from;
    const Instant to = duties.back().to;
    for (const ContactId& id : records.contactsBetween(from, to))
        if (const auto contact = records.contact(id); contact && isLeftByAny(*contact, duties))
            addContact(lines, *contact, records, profile);
    for (const CaseId& id : records.casesBetween(from, to))
        if (const auto record = records.caseRecord(id); record && isLeftByAny(*record, duties))
            addCase(lines, *record, records, profile);
    std::stable_sort(lines.begin(), lines.end(), isOlder);
    return lines;
}

std::vector<NotYetWritten> unwrittenAtEnd(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar)
{
    std::vector<NotYetWritten> lines
        = leftUnwritten(dutiesBefore(period, calendar), records, calendar.profile());
    for (NotYetWritten& each : notYetWritten(period, records, calendar.profile()))
        if (std::none_of(lines.begin(), lines.end(),
                [&each](const NotYetWritten& old) { return old.subject == each.subject; }))
            lines.push_back(std::move(each));
    return lines;
}

QString unwrittenWords(const std::vector<NotYetWritten>& lines)
{
    constexpr std::size_t named = 3;
    QStringList refs;
    for (std::size_t at = 0; at < std::min(named, lines.size()); ++at)
        refs.append(lines[at].ref);
    const QString words = u"not yet written to another system: %1"_s.arg(refs.join(u", "_s));
    return lines.size() > named ? u"%1 and %2 more"_s.arg(words).arg(lines.size() - named) : words;
}

std::vector<NotYetWritten> notYetDistributed(
    const DutyPeriod& period, const Records& records, const Profile& profile)
{
    const Instant since = period.from - endOfDutyLooksBack;
    std::vector<NotYetWritten> lines;
    for (const CaseId& id : records.casesBetween(since, period.to)) {
        const auto record = records.caseRecord(id);
        if (record->closedAt && distributionOwed(*record, profile)
            && heldDuring(*record, period.service, since, period.to))
            lines.push_back(
                {subjectOf(id), record->ref, u"distribution"_s, personName(record->person, records),
                    systemOf(record->council, profile), *record->closedAt});
    }
    std::stable_sort(lines.begin(), lines.end(), isOlder);
    return lines;
}

std::vector<OwedAtEnd> owedAtEndOfDuty(const DutyPeriod& period, const Records& records)
{
    const Instant since = period.from - endOfDutyLooksBack;
    std::vector<OwedAtEnd> lines;
    for (const CaseId& id : records.casesBetween(since, period.to)) {
        const auto record = records.caseRecord(id);
        if (!heldDuring(*record, period.service, since, period.to))
            continue;
        for (const Owed& each : recordsOwed(*record))
            if (each.askedAt == u"end_of_duty"_s)
                lines.push_back(
                    {subjectOf(id), record->ref, personName(record->person, records), each});
    }
    std::stable_sort(lines.begin(), lines.end(),
        [](const OwedAtEnd& a, const OwedAtEnd& b) { return a.ref < b.ref; });
    return lines;
}

QStringList teamsFor(const Contact& contact, const Profile& profile)
{
    QStringList teams;
    for (const Reason& reason : reasonsFor(contact, profile))
        teams.append(reason.team);
    return teams;
}

std::vector<SendLine> sendList(
    const std::vector<std::shared_ptr<const Contact>>& contacts, const Profile& profile)
{
    std::vector<SendLine> lines;
    for (const auto& contact : contacts) {
        const std::vector<Reason> reasons = reasonsFor(*contact, profile);
        for (const Reason& reason : reasons)
            lines.push_back(lineFor(*contact, reason, profile));
        const bool gpOnly = reasons.size() == 1 && reasons.front().why == u"GP copy"_s;
        if (!reasons.empty() && !gpOnly)
            continue;
        SendLine owed = lineFor(*contact, {{}, missingFor(contact->details)}, profile);
        owed.owed = true;
        lines.push_back(owed);
    }
    std::stable_sort(lines.begin(), lines.end(),
        [](const SendLine& a, const SendLine& b) { return a.team < b.team; });
    return lines;
}

}
