#include "core/paper/allocation_sheet.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/casework/cooperation/support_words.h"
#include "core/casework/held.h"
#include "core/duty/duty_commands.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"
#include "core/paper/as_it_stood.h"
#include "core/paper/books.h"
#include "core/paper/chronicle.h"
#include "core/paper/handover_calls.h"
#include "core/rota/rota.h"
#include "core/text/people_words.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Day {
    DutyPeriod period;
    QDate date;
    Instant asOf;
    const Records& records;
    ServiceCalendar calendar; ///< as at the beginning of the period. FM-3
};

std::optional<Instant> firstStage(const Case& record, Stage wanted, Instant asOf)
{
    for (const auto& entry : record.stage.entries())
        if (entry.value == wanted && entry.from <= asOf)
            return entry.from;
    return {};
}

void setAge(AllocationRow& row, const Person* person, const Day& day)
{
    const int older = olderFrom(day.calendar.profile());
    const auto age = person ? ageOn(*person, day.date) : std::nullopt;
    row.ageKnown = age.has_value();
    if (!age)
        row.ageBand = u"age not known"_s;
    else if (*age < 18)
        row.ageBand = u"under 18"_s;
    else if (*age < older)
        row.ageBand = u"18 to %1"_s.arg(older - 1);
    else
        row.ageBand = u"%1 and over"_s.arg(older);
}

void setStatuses(AllocationRow& row, const Case& record, Instant asOf)
{
    for (const HeldStatus& held : statusesByExpiry(record, statusesAt(record, asOf)))
        row.statuses.push_back({spokenWords(word(held.episode.status)), held.expires});
}

QString locationOf(const Case& record, Instant asOf)
{
    const Place place = record.place.at(asOf);
    if (place.kind == PlaceKind::NotKnown)
        return place.detail;
    const QString kind = spokenWords(word(place.kind));
    return place.detail.isEmpty() ? kind : kind + u": "_s + place.detail;
}

QStringList doctorsOf(const Case& record)
{
    QStringList doctors;
    for (const Attendee& attendee : record.attendees)
        if (attendee.role.startsWith(u"doctor"_s))
            doctors.append(attendee.name);
    for (const Exam& exam : record.exams)
        doctors.append(exam.doctor);
    doctors.removeAll(QString());
    doctors.removeDuplicates();
    return doctors;
}

QString bedOf(const Case& record)
{
    if (const Bed* offer = bedOffered(record))
        return u"offered: "_s + offer->hospital;
    return record.beds.empty() ? QString() : spokenWords(record.beds.back().result);
}

QString lastEntry(const Case& record, const Day& day)
{
    const auto lines = chronicleOf(record, day.calendar.profile());
    const ChronicleLine* last = lastWritten(lines, day.asOf);
    return last ? last->text : QString();
}

// Who had it in the service: of a case that went over, until then.
Instant lastHeld(const AllocationRow& row, const Day& day)
{
    const bool gone = row.responsible != day.period.service && row.responsibleSince
        && *row.responsibleSince > day.period.from;
    return gone ? *row.responsibleSince - std::chrono::milliseconds(1) : day.asOf;
}

void setResponsibility(AllocationRow& row, const Case& record, const Day& day)
{
    row.responsible = record.responsible.at(day.asOf);
    row.responsibleSince = heldSince(record.responsible, day.asOf);
    const Instant last = lastHeld(row, day);
    const Allocation allocation = record.allocated.at(last);
    row.allocatedTo = allocation.name;
    if (!allocation.name.isEmpty())
        row.allocatedAt = heldSince(record.allocated, last);
    for (const AcceptanceLine& line : acceptancesOn(record))
        if (!line.contested && bookPeriod(line, day.period.service, day.calendar) == day.period)
            row.transfers.push_back(line);
    if (const HandoverItem* item = unansweredItem(record)) {
        row.pending = item->transferNumber;
        if (const Conflict* conflict = contestedAnswer(record, *item))
            row.contested = contestedWords(*conflict);
    }
}

AllocationRow rowOf(const Case& record, const Day& day)
{
    AllocationRow row;
    const auto person = day.records.person(record.person);
    row.caseId = record.id;
    row.ref = record.ref;
    row.person = person ? person->displayName() : QString();
    setAge(row, person.get(), day);
    row.urgency = record.urgency;
    row.location = locationOf(record, day.asOf);
    setStatuses(row, record, day.asOf);
    row.received = record.openedAt;
    if (!record.contacts.empty())
        if (const auto contact = day.records.contact(record.contacts.front())) {
            row.received = contact->receivedAt;
            row.source
                = contact->details.source ? spokenWords(word(*contact->details.source)) : QString();
        }
    row.carriedOver = row.received < day.period.from;
    row.triagedAt = firstStage(record, Stage::Accepted, day.asOf);
    row.doctors = doctorsOf(record);
    row.planned = record.assessment ? record.assessment->plannedAt : std::nullopt;
    row.stage = record.stage.at(day.asOf);
    row.bed = bedOf(record);
    row.nearestRelative = record.referral.nrName.value_or(QString());
    row.crht = crhtWords(record);
    setResponsibility(row, record, day);
    row.note = lastEntry(record, day);
    row.outcome = record.assessment && record.assessment->outcome ? record.assessment->outcome
                                                                  : record.outcome;
    if (record.closedAt && *record.closedAt <= day.asOf)
        row.closedAt = record.closedAt;
    return row;
}

bool isOnSheet(const AllocationRow& row, const Case& record, const Day& day)
{
    if (record.openedAt > day.asOf)
        return false;
    if (record.openedAt >= day.period.to && row.transfers.empty()) // of a day that came after
        return false;
    const Instant until = std::min(day.period.to, day.asOf);
    return !row.transfers.empty() || heldDuring(record, day.period.service, day.period.from, until)
        || row.responsible == day.period.service;
}

// What is most urgent comes first; what has no urgency yet stands before what can wait.
int rank(const AllocationRow& row)
{
    if (!row.urgency)
        return static_cast<int>(Urgency::E2);
    return static_cast<int>(*row.urgency);
}

void addRows(AllocationSheet& sheet, const Day& day)
{
    const auto before = lastDutyPeriod(day.calendar, day.period.service, day.period.from);
    const Instant from = before ? before->to : day.period.from;
    for (const CaseId& id : day.records.casesBetween(from, std::max(day.period.to, day.asOf))) {
        const auto record = day.records.caseRecord(id);
        AllocationRow row = rowOf(asItStood(*record, day.asOf), day);
        const bool closedBefore = row.closedAt && *row.closedAt < day.period.from;
        if (!closedBefore && isOnSheet(row, *record, day))
            sheet.rows.push_back(std::move(row));
    }
    std::stable_sort(
        sheet.rows.begin(), sheet.rows.end(), [](const AllocationRow& a, const AllocationRow& b) {
            return std::pair(rank(a), a.received) < std::pair(rank(b), b.received);
        });
    int order = 0;
    for (AllocationRow& row : sheet.rows)
        row.order = ++order;
}

void countRow(AllocationSheet& sheet, const AllocationRow& row, const QString& service)
{
    sheet.carriedOver += row.carriedOver ? 1 : 0;
    if (!row.pending.isEmpty())
        (row.contested.isEmpty() ? sheet.proposed : sheet.contested).push_back(row.pending);
    if (row.closedAt || row.responsible != service)
        return;
    sheet.unallocated += row.allocatedTo.isEmpty() ? 1 : 0;
    ++sheet.byStage[row.stage];
}

void addFooter(AllocationSheet& sheet, const QString& service)
{
    for (const AllocationRow& row : sheet.rows)
        countRow(sheet, row, service);
}

QString coordinatorOf(const QString& service, QDate date, const Day& day)
{
    for (const WindowTimes& times : day.calendar.windowsOn(date)) {
        const auto window = day.records.window(windowId(day.calendar.profile().key, times.name()));
        if (!window)
            continue;
        const auto found = window->coordinators.find(service);
        if (found != window->coordinators.end())
            return found->second;
    }
    return {};
}

// A duty at whose start nobody was named has the usual on-call manager, who leads another service.
bool isNamedLead(const Duty& duty, const QString& role, const Profile& profile)
{
    const bool isUsual = duty.manager == usualManager(profile).name;
    return !duty.manager.isEmpty() && (role == u"on_call_manager"_s || !isUsual);
}

QString leadOf(const Duty* duty, const Day& day)
{
    const Profile& profile = day.calendar.profile();
    const Service* service = profile.service(day.period.service);
    const QString role = service ? service->leadRole : QString();
    if (duty && isNamedLead(*duty, role, profile))
        return duty->manager;
    constexpr auto moment = std::chrono::milliseconds(1);
    const Instant at = std::clamp(day.asOf, day.period.from, day.period.to - moment);
    for (const RotaShift& shift : onRota(standingShifts(day.records, at, at + moment), at, role))
        if (shift.service == day.period.service)
            return shift.person;
    const ContactPoint* usual = profile.contact(role);
    return usual ? usual->name : QString();
}

void addHeader(AllocationSheet& sheet, const Day& day)
{
    const QString& service = day.period.service;
    sheet.lead = coordinatorOf(service, day.date, day);
    const auto duty
        = day.records.duty(dutyId(day.calendar.profile().key, service, day.period.from));
    if (sheet.lead.isEmpty())
        sheet.lead = leadOf(duty.get(), day);
    if (!duty)
        return;
    for (const OfficerOnDuty& officer : duty->officers)
        if (officer.amhp)
            sheet.amhps.push_back(officer);
    sheet.pressure = duty->knownEvents;
    sheet.signOffs = duty->signOffs;
}

std::optional<DutyPeriod> periodOn(
    const QString& service, QDate date, const ServiceCalendar& calendar)
{
    const Instant midnight = startOfDay(date);
    if (auto period = dutyPeriodAt(calendar, service, instantOf({date, QTime(12, 0)})))
        return period;
    auto period = nextDutyPeriod(calendar, service, midnight);
    if (period && dateOf(period->from) == date)
        return period;
    return {};
}

}

std::optional<AllocationSheet> allocationSheet(const QString& service, QDate date, Instant asOf,
    const Records& records, const ServiceCalendar& calendar)
{
    const auto period = periodOn(service, date, calendar);
    if (!period)
        return {};
    const Day day{*period, date, asOf, records, calendar.asAt(period->from)};
    AllocationSheet sheet;
    sheet.key = service;
    sheet.service = serviceName(service, day.calendar.profile());
    sheet.date = date;
    sheet.from = period->from;
    sheet.to = period->to;
    sheet.asOf = asOf;
    addHeader(sheet, day);
    sheet.acceptances = acceptancesIn(*period, records, calendar);
    sheet.calls = handoverCallsIn(*period, records, calendar);
    addRows(sheet, day);
    addFooter(sheet, service);
    return sheet;
}

std::optional<AllocationSheet> allocationSheetAt(const QString& service, QDate date, Instant now,
    const Records& records, const ServiceCalendar& calendar)
{
    const auto newest = recentSheetDays(calendar, service, dateOf(now), 1);
    auto sheet = allocationSheet(service, date, now, records, calendar);
    const bool earlier = !newest.empty() && date < newest.front();
    if (!sheet || !earlier || sheet->to >= now)
        return sheet;
    return allocationSheet(service, date, sheet->to, records, calendar);
}

}
