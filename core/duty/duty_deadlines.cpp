#include "core/duty/duty_deadlines.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/duty/end_of_duty.h"
#include "core/duty/ladder.h"
#include "core/duty/watched.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

Deadline base(const Duty& duty, const PartId& part, const CaseId& caseId)
{
    Deadline deadline;
    deadline.subject = subjectOf(duty.id);
    deadline.part = part;
    deadline.caseId = caseId;
    deadline.service = duty.service;
    return deadline;
}

void end(Deadline& deadline, const std::optional<Instant>& at, const QString& outcome)
{
    if (!at)
        return;
    deadline.state = ClockState::Ended;
    deadline.endedAt = *at;
    deadline.outcome = outcome;
}

Deadline ofPromise(const Duty& duty, const RingBack& promise)
{
    Deadline deadline = base(duty, promise.id, promise.caseId);
    deadline.kind = u"ring_back"_s;
    deadline.title = u"Ring back %1"_s.arg(promise.whom);
    deadline.due = promise.due;
    deadline.warnings = promise.warnings;
    deadline.who = u"%1 %2"_s.arg(promise.ownerName, promise.number).trimmed();
    end(deadline, promise.doneAt, promise.result);
    return deadline;
}

QString ladderTitle(const RunningLadder& ladder, const LadderNext& next)
{
    const LadderTry* last = latestTry(ladder);
    if (last && spoke(last->result))
        return u"Finish the call with %1"_s.arg(last->who);
    if (next.step == LadderStep::Climb)
        return u"Go on to %1"_s.arg(rungName(ladder, *rungAbove(ladder.terms, ladder.rung)));
    const LadderTry* here = latestOnRung(ladder);
    if (here && next.people.size() == 1 && next.people.front().role == u"on_call_manager")
        return u"Ring %1 again"_s.arg(next.people.front().name); // whoever it is by now
    return here ? u"Ring %1 again"_s.arg(here->who)
                : u"Ring %1"_s.arg(rungName(ladder, ladder.rung));
}

// By which the next step of a ladder is asked: on an urgent one the second rung is gone on to by
// ESC-6.1d, the third by ESC-6.1e.
QString clauseOf(const RunningLadder& ladder, const LadderNext& next)
{
    const LadderTry* last = latestTry(ladder);
    if (last && spoke(last->result))
        return u"ESC-6.3"_s;
    if (!ladder.urgent)
        return u"ESC-6.1f"_s;
    const int rung
        = next.step == LadderStep::Climb ? *rungAbove(ladder.terms, ladder.rung) : ladder.rung;
    return rung > 1 ? u"ESC-6.1e"_s : u"ESC-6.1d"_s;
}

// The newest call on the rung alone says when to ring again; the ones before it are over with it.
std::optional<Deadline> ofLadder(const Duty& duty, const RunningLadder& ladder)
{
    const auto due = nextCallAt(ladder);
    if (!due)
        return {};
    const LadderTry* last = latestTry(ladder);
    Deadline deadline = base(duty, ladder.id, ladder.caseId);
    deadline.kind = u"oncall_retry"_s;
    const LadderNext next = nextStep(ladder, duty, ladder.started);
    deadline.title = ladderTitle(ladder, next);
    deadline.start = last ? last->at : ladder.since;
    deadline.due = *due;
    deadline.clause = clauseOf(ladder, next);
    deadline.who = ladder.by;
    end(deadline, ladder.decidedAt ? ladder.decidedAt : ladder.closedAt,
        ladder.decidedAt ? ladder.decision : ladder.outcome);
    return deadline;
}

Deadline ofAction(const Duty& duty, const ManagerAction& action)
{
    Deadline deadline = base(duty, action.id, action.caseId);
    deadline.kind = u"task"_s;
    deadline.title = u"Tell %1: %2"_s.arg(action.officer, action.what);
    deadline.start = action.addedAt;
    deadline.due = action.due;
    deadline.warnings = action.warnings;
    deadline.clause = u"ESC-6.4"_s;
    deadline.who = duty.manager;
    end(deadline, action.toldAt, action.told);
    return deadline;
}

}

std::vector<Deadline> deadlinesOf(const Duty& duty)
{
    std::vector<Deadline> deadlines;
    for (const RingBack& promise : duty.ringBacks)
        deadlines.push_back(ofPromise(duty, promise));
    for (const RunningLadder& ladder : duty.ladders)
        if (auto deadline = ofLadder(duty, ladder))
            deadlines.push_back(std::move(*deadline));
    for (const ManagerAction& action : duty.managerActions)
        deadlines.push_back(ofAction(duty, action));
    return deadlines;
}

static bool contains(const std::vector<UserId>& users, const UserId& user)
{
    return std::find(users.begin(), users.end(), user) != users.end();
}

static void addCases(ShiftEndAlert& alert, const QString& service, const std::vector<UserId>& gone,
    const Records& records)
{
    for (const CaseId& id : records.openCases(service)) {
        const auto record = records.caseRecord(id);
        const Allocation allocation = record->allocated.current();
        if (allocation.user != alert.user && allocation != Allocation{}
            && !contains(gone, allocation.user))
            continue;
        alert.cases.push_back(id);
        if (awaitsBed(*record) && !availabilityTold(*record) && record->assessment
            && record->assessment->amhp == alert.user)
            alert.sayAvailability.push_back(id);
    }
}

static void addCallers(ShiftEndAlert& alert, const Duty& duty, const Records& records, Instant now)
{
    for (const ContactId& id :
        records.contactsBetween(duty.from - contactsBack, now + std::chrono::milliseconds(1)))
        if (const auto contact = records.contact(id); contact
            && contact->owner.current() == duty.service && contact->state == ContactState::Open)
            alert.callers.push_back(id);
}

static bool isAlone(const Duty& duty, const UserId& officer)
{
    return std::all_of(duty.officers.begin(), duty.officers.end(),
        [&officer](const OfficerOnDuty& each) { return each.left || each.user == officer; });
}

ShiftEndAlert leftBehind(
    const Duty& duty, const OfficerOnDuty& officer, const Records& records, Instant now)
{
    ShiftEndAlert behind{officer.user, officer.name, now, now, {}, {}, {}};
    if (isAlone(duty, officer.user)) {
        behind.cases = records.openCases(duty.service);
        addCallers(behind, duty, records, now);
        return behind;
    }
    addCases(behind, duty.service, {}, records);
    std::erase_if(behind.cases, [&](const CaseId& id) {
        return records.caseRecord(id)->allocated.current().user != officer.user;
    });
    return behind;
}

static Minutes warningOf(const Profile& profile)
{
    return profile.duration(u"shift_end_warning"_s, Minutes(30));
}

std::vector<ShiftEndAlert> shiftEndAlerts(const Duty& duty, const Records& records,
    const Profile& profile, Instant now, const Duty* before)
{
    std::vector<const Duty*> duties{&duty};
    if (before)
        duties.push_back(before);
    const std::vector<UserId> gone = goneFrom(duties);
    const Minutes warning = warningOf(profile);
    std::vector<ShiftEndAlert> alerts;
    for (const OfficerOnDuty& officer : duty.officers) {
        const Instant ends = officer.until.value_or(duty.to);
        if (officer.left || now < ends - warning)
            continue;
        ShiftEndAlert alert{officer.user, officer.name, ends, ends - warning, {}, {}, {}};
        addCases(alert, duty.service, gone, records);
        addCallers(alert, duty, records, now);
        if (!alert.cases.empty() || !alert.callers.empty())
            alerts.push_back(std::move(alert));
    }
    return alerts;
}

std::optional<Deadline> toWriteUp(const std::vector<DutyPeriod>& duties, const Records& records,
    const Profile& profile, Instant now)
{
    std::vector<DutyPeriod> ended;
    std::shared_ptr<const Duty> first;
    for (const DutyPeriod& period : duties) {
        const auto duty = records.duty(dutyId(profile.key, period.service, period.from));
        if (!duty || !duty->startedAt || now < duty->to - warningOf(profile)
            || leftUnwritten({period}, records, profile).empty())
            continue;
        ended.push_back(period);
        first = first ? first : duty;
    }
    if (ended.empty())
        return {};
    Deadline clock
        = base(*first, PartId{QUuid::createUuidV5(first->id.value, u"write_up"_s)}, CaseId{});
    clock.kind = u"write_up"_s;
    const QString words = unwrittenWords(leftUnwritten(ended, records, profile));
    clock.title = words.left(1).toUpper() + words.mid(1);
    clock.start = first->to - warningOf(profile);
    clock.due = first->to;
    clock.warnings = {clock.start};
    clock.clause = u"ESC-6.5"_s;
    return clock;
}

QString openText(const ShiftEndAlert& alert, const Records& records)
{
    QStringList open;
    if (alert.cases.size() == 1)
        open.append(u"%1 is open"_s.arg(records.caseRecord(alert.cases.front())->ref));
    else if (!alert.cases.empty())
        open.append(u"%1 cases are open"_s.arg(alert.cases.size()));
    if (alert.callers.size() == 1)
        open.append(u"the caller of %1 waits"_s.arg(records.contact(alert.callers.front())->ref));
    else if (!alert.callers.empty())
        open.append(u"%1 callers wait"_s.arg(alert.callers.size()));
    return open.join(u", "_s);
}

static QString shiftEndTitle(const ShiftEndAlert& alert, const Records& records)
{
    QStringList beds;
    for (const CaseId& id : alert.sayAvailability)
        beds.append(records.caseRecord(id)->ref);
    const QString availability = beds.isEmpty()
        ? QString()
        : u"; say whether you can be reached afterwards about %1"_s.arg(beds.join(u", "));
    return u"The shift of %1 ends: %2%3"_s.arg(
        alert.officer, openText(alert, records), availability);
}

std::vector<Deadline> shiftEnds(const Duty& duty, const Records& records, const Profile& profile,
    Instant now, const Duty* before)
{
    std::vector<Deadline> ends;
    for (const ShiftEndAlert& alert : shiftEndAlerts(duty, records, profile, now, before)) {
        const PartId part{QUuid::createUuidV5(duty.id.value, alert.user.text())};
        Deadline end = base(duty, part, alert.cases.size() == 1 ? alert.cases.front() : CaseId{});
        end.kind = u"shift_end"_s;
        end.title = shiftEndTitle(alert, records);
        end.start = alert.from;
        end.due = alert.ends;
        end.warnings = {alert.from};
        end.clause = alert.sayAvailability.empty() ? u"HO-2.1d"_s : u"HO-2.1d, HO-3.9b"_s;
        end.who = alert.officer;
        ends.push_back(std::move(end));
    }
    return ends;
}

}
