#include "core/duty/rail_clocks.h"

#include "core/casework/case_deadlines.h"
#include "core/clock/rank.h"
#include "core/contact/acknowledgement.h"
#include "core/duty/duty_deadlines.h"
#include "core/duty/duty_rota.h"
#include "core/duty/gone_over.h"
#include "core/duty/nobody_on.h"
#include "core/duty/relief_sheet.h"
#include "core/duty/unsent.h"
#include "core/duty/watched.h"
#include "core/escalation/escalation_deadlines.h"
#include "core/handover/window_deadlines.h"
#include "core/profile/profile_deadlines.h"
#include "core/visit/visit_deadlines.h"
#include "core/visit/watch_gaps.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void take(std::vector<Deadline>& running, std::vector<Deadline> clocks)
{
    for (Deadline& clock : clocks)
        if (clock.state == ClockState::Running)
            running.push_back(std::move(clock));
}

// A complete application took its place; it stays in sight until it is told what ended it. CLK-01
bool isSilent(const Case& record, const Deadline& deadline)
{
    return record.open()
        && std::any_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& clock) {
               return clock.id == deadline.part && clock.awaitsAdmission();
           });
}

void takeOf(std::vector<Deadline>& shown, const Case& record, const Profile& profile)
{
    for (Deadline& clock : deadlinesOf(record, profile))
        if (clock.state == ClockState::Running || isSilent(record, clock))
            shown.push_back(std::move(clock));
}

std::vector<Deadline> clocksOfCases(const Records& records, const Profile& profile)
{
    std::vector<CaseId> cases = records.closedCasesWithClocks();
    for (const Service& each : profile.services) {
        const auto open = records.openCases(each.key);
        cases.insert(cases.end(), open.begin(), open.end());
    }
    std::vector<Deadline> shown;
    for (const CaseId& id : cases)
        if (const auto record = records.caseRecord(id))
            takeOf(shown, *record, profile);
    return shown;
}

// Of the shift that ended when this one began; none where the service paused between them.
std::vector<Deadline> endsBefore(const DutyPeriod& period, const std::vector<DutyPeriod>& duties,
    Instant now, const Records& records, const Profile& profile)
{
    for (const DutyPeriod& before : duties) {
        const auto last = before.to == period.from
            ? records.duty(dutyId(profile.key, period.service, before.from))
            : nullptr;
        if (last && last->startedAt)
            return shiftEnds(*last, records, profile, now);
    }
    return {};
}

// Once the next duty was started, what the last one left open is that one's; where it was signed on
// to early, the last one had not ended yet, and whoever is still on it has it. HO-2.1d
std::vector<Deadline> clocksOfStarted(const QString& service, const std::vector<DutyPeriod>& duties,
    Instant now, const Records& records, const Profile& profile)
{
    for (auto period = duties.rbegin(); period != duties.rend(); ++period) {
        const auto duty = records.duty(dutyId(profile.key, service, period->from));
        if (!duty || !duty->startedAt)
            continue;
        const auto before = std::next(period) == duties.rend()
            ? nullptr
            : records.duty(dutyId(profile.key, service, std::next(period)->from));
        auto clocks = shiftEnds(*duty, records, profile, now, before.get());
        take(clocks, managerChanges(*duty, records, now));
        if (*duty->startedAt < duty->from)
            take(clocks, endsBefore(*period, duties, now, records, profile));
        return clocks;
    }
    return {};
}

std::vector<Deadline> clocksOfContacts(
    const Watched& watched, const Records& records, const Profile& profile)
{
    std::vector<Deadline> running;
    for (const ContactId& id : watched.contacts)
        if (const auto contact = records.contact(id)) {
            auto clocks = relievedClocks(*contact, watched.reliefs, profile);
            endGoneOver(clocks, records);
            take(running, std::move(clocks));
        }
    for (const ContactId& id : records.contactsToAcknowledge())
        if (const auto contact = records.contact(id)) {
            take(running, acknowledgements(*contact, profile));
            take(running, uploads(*contact, profile));
        }
    return running;
}

bool isOnDuty(const std::vector<Duty>& duties, const UserId& user)
{
    return std::any_of(duties.begin(), duties.end(),
        [&user](const Duty& duty) { return duty.onDuty(user) != nullptr; });
}

// Whoever was off duty before somebody left agreed to watch from home.
QStringList goneSince(Instant since, const std::vector<Duty>& duties)
{
    QStringList gone;
    for (const Duty& duty : duties)
        for (const OfficerOnDuty& each : duty.officers)
            if (each.left && each.until >= since && !isOnDuty(duties, each.user))
                gone.append(each.name);
    return gone;
}

// Who is to watch and is away stands on the clock until somebody else is named. COM-3.8
std::vector<Deadline> clocksOfVisits(const Watched& watched, Instant now, const Records& records)
{
    const VisitsOut out = visitsOut(records, now);
    std::vector<Deadline> running;
    for (const VisitId& id : records.openVisits()) {
        const auto visit = records.visit(id);
        std::vector<Deadline> clocks = visit ? deadlinesOf(*visit) : std::vector<Deadline>{};
        if (clocks.empty())
            continue;
        for (const Owed& gap : watchGaps(*visit, out, goneSince(visit->leftAt, watched.duties)))
            clocks.front().title += u". "_s + gap.text;
        take(running, std::move(clocks));
    }
    return running;
}

}

std::vector<Deadline> railClocks(
    const QString& service, Instant now, const Records& records, const ServiceCalendar& calendar)
{
    const Profile& profile = calendar.profile();
    std::vector<Deadline> running = clocksOfCases(records, profile);
    const Watched watched = watchedBy(service, now, records, calendar);
    take(running, clocksOfContacts(watched, records, profile));
    take(running, gpCopies(now, records, calendar));
    take(running, windowDeadlines(now, records, calendar));
    take(running, profileDeadlines(service, now, calendar));
    for (const Duty& duty : watched.duties)
        take(running, deadlinesOf(duty));
    const std::vector<DutyPeriod> duties = watchedDuties(service, now, calendar);
    take(running, clocksOfStarted(service, duties, now, records, profile));
    if (auto unwritten = toWriteUp(duties, records, profile, now))
        running.push_back(std::move(*unwritten));
    if (auto left = leftToNobody(service, now, watched, records, calendar))
        running.push_back(std::move(*left));
    for (const EscalationId& id : records.openEscalations())
        if (const auto escalation = records.escalation(id))
            take(running, deadlinesOf(*escalation));
    take(running, clocksOfVisits(watched, now, records));
    sortForRail(running);
    return running;
}

}
