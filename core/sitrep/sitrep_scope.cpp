#include "core/sitrep/sitrep_scope.h"

#include "core/casework/cooperation/support_rules.h"
#include "core/rota/cover.h"
#include "core/sitrep/deaths_told.h"
#include "core/text/birth_date.h"
#include "core/time/london.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

void addCases(SitrepScope& scope, const Records& records)
{
    for (const CaseId& id : records.casesBetween(scope.from, scope.to)) {
        const auto record = records.caseRecord(id);
        if (!record)
            continue;
        scope.cases.push_back(record);
        if (!record->contacts.empty())
            if (auto contact = records.contact(record->contacts.front()))
                scope.origins.emplace(contact->id, contact);
        if (auto person = records.person(record->person))
            scope.people.emplace(person->id, person);
    }
    std::sort(scope.cases.begin(), scope.cases.end(), [](const auto& a, const auto& b) {
        return std::tie(a->openedAt, a->ref) < std::tie(b->openedAt, b->ref);
    });
}

void addContacts(SitrepScope& scope, const Records& records)
{
    for (const ContactId& id : records.contactsBetween(scope.from, scope.to))
        if (auto contact = records.contact(id))
            scope.contacts.push_back(std::move(contact));
    std::sort(scope.contacts.begin(), scope.contacts.end(), [](const auto& a, const auto& b) {
        return std::tie(a->receivedAt, a->ref) < std::tie(b->receivedAt, b->ref);
    });
}

void addEscalationsAndVisits(SitrepScope& scope, const Records& records)
{
    for (const EscalationId& id : records.escalationsBetween(scope.from, scope.to))
        if (auto escalation = records.escalation(id))
            scope.escalations.push_back(std::move(escalation));
    for (const VisitId& id : records.visitsBetween(scope.from, scope.to))
        if (auto visit = records.visit(id))
            scope.visits.push_back(std::move(visit));
}

// A service's duty begins with the earliest of its kinds of work, so every kind is walked.
void addDuties(SitrepScope& scope, const Records& records, const ServiceCalendar& calendar)
{
    std::set<std::pair<Instant, QString>> seen;
    for (const WorkKind& kind : scope.profile.work)
        for (Instant at = scope.from; at < scope.to;) {
            const DutyPeriod period = calendar.duty(kind.key, at);
            at = period.to;
            if (!seen.emplace(period.from, period.service).second)
                continue;
            if (auto duty = records.duty(dutyId(scope.profile.key, period.service, period.from)))
                scope.duties.push_back(std::move(duty));
        }
    std::sort(scope.duties.begin(), scope.duties.end(), [](const auto& a, const auto& b) {
        return std::tie(a->from, a->service) < std::tie(b->from, b->service);
    });
}

void addWindows(SitrepScope& scope, const Records& records, const ServiceCalendar& calendar)
{
    const QDate last = dateOf(scope.to);
    for (QDate date = dateOf(scope.from); date <= last; date = date.addDays(1))
        for (const WindowTimes& times : calendar.windowsOn(date))
            if (times.breach > scope.from && times.breach <= scope.to)
                scope.windows.push_back(
                    {times, records.window(windowId(scope.profile.key, times.name()))});
}

void addRota(SitrepScope& scope, const Records& records, const ServiceCalendar& calendar)
{
    const Stretch period{scope.from, scope.to};
    std::vector<RotaShift> plans;
    for (const ShiftId& id : records.shiftsBetween(scope.from, scope.to))
        if (auto shift = records.shift(id); shift && shift->stands()) {
            plans.push_back(shift->plan);
            scope.shifts.push_back(std::move(shift));
        }
    if (plans.empty() && !keepsRota(records, scope.to))
        return;
    for (const Service& service : scope.profile.services)
        for (const Stretch& hours : amhpHours(calendar, service.key, period))
            for (const CoverGap& gap : amhpGaps(plans, hours, amhpsNeeded(scope.profile)))
                scope.gaps.push_back({service.key, gap.from, gap.to});
}

}

SitrepScope sitrepScope(
    Instant from, Instant to, const Records& records, const ServiceCalendar& calendar)
{
    SitrepScope scope;
    scope.from = from;
    scope.to = to;
    scope.profile = calendar.asAt(scope.cutOff()).profile(); // FM-3
    addCases(scope, records);
    addContacts(scope, records);
    addEscalationsAndVisits(scope, records);
    addDuties(scope, records, calendar);
    addWindows(scope, records, calendar);
    addRota(scope, records, calendar);
    scope.deaths = deathsTold(from, to, records);
    return scope;
}

bool openAt(const Case& record, Instant at)
{
    return !record.responsible.empty() && at >= record.openedAt
        && std::none_of(
            record.closedSpells.begin(), record.closedSpells.end(), [at](const ClosedSpell& spell) {
                return spell.from <= at && (!spell.until || *spell.until > at);
            });
}

QString holderAt(const Case& record, Instant at)
{
    if (!openAt(record, at))
        return {};
    const QString holder = record.responsible.at(at);
    return holder.isEmpty() ? record.responsible.entries().front().value : holder;
}

static const Person* personOf(const SitrepScope& scope, const Case& record)
{
    const auto found = scope.people.find(record.person);
    return found == scope.people.end() ? nullptr : found->second.get();
}

QString ageBand(const SitrepScope& scope, const Case& record)
{
    const Person* person = personOf(scope, record);
    constexpr int notKnown = -1;
    const int age = person ? ageOn(*person, dateOf(record.openedAt)).value_or(notKnown) : notKnown;
    const int older = olderFrom(scope.profile);
    if (age == notKnown)
        return u"not yet known"_s;
    if (age < 18)
        return u"under 18"_s;
    return age < older ? u"18 to %1"_s.arg(older - 1) : u"%1 and over"_s.arg(older);
}

bool wasUnder18(const SitrepScope& scope, const Case& record, Instant at)
{
    const Person* person = personOf(scope, record);
    if (!person)
        return false;
    if (person->details.born)
        return isUnder18(*person->details.born, at);
    return person->details.estimatedAge && *person->details.estimatedAge < 18;
}

}
