#include "core/duty/duty_deadlines.h"

#include "core/casework/assessment_rules.h"

using namespace Qt::StringLiterals;

namespace core {

std::vector<Deadline> deadlinesOf(const Duty& duty)
{
    std::vector<Deadline> deadlines;
    for (const RingBack& promise : duty.ringBacks) {
        Deadline deadline;
        deadline.subject = subjectOf(duty.id);
        deadline.part = promise.id;
        deadline.caseId = promise.caseId;
        deadline.kind = u"ring_back"_s;
        deadline.title = u"Ring back %1"_s.arg(promise.whom);
        deadline.due = promise.due;
        deadline.warnings = promise.warnings;
        deadline.who = promise.ownerName;
        deadline.service = duty.service;
        if (promise.doneAt) {
            deadline.state = ClockState::Ended;
            deadline.endedAt = *promise.doneAt;
            deadline.outcome = promise.result;
        }
        deadlines.push_back(std::move(deadline));
    }
    return deadlines;
}

static void addCases(ShiftEndAlert& alert, const QString& service, const Records& records)
{
    for (const CaseId& id : records.openCases(service)) {
        const auto record = records.caseRecord(id);
        const Allocation allocation = record->allocated.current();
        if (allocation.user != alert.user && allocation != Allocation{})
            continue;
        alert.cases.push_back(id);
        if (awaitsBed(*record) && !record->availability && record->assessment
            && record->assessment->amhp == alert.user)
            alert.sayAvailability.push_back(id);
    }
}

std::vector<ShiftEndAlert> shiftEndAlerts(
    const Duty& duty, const Records& records, const Profile& profile, Instant now)
{
    const Minutes before = profile.duration(u"shift_end_warning"_s, Minutes(30));
    std::vector<ShiftEndAlert> alerts;
    for (const OfficerOnDuty& officer : duty.officers) {
        const Instant ends = officer.until.value_or(duty.to);
        if (officer.left || now < ends - before)
            continue;
        ShiftEndAlert alert{officer.user, officer.name, ends, ends - before, {}, {}};
        addCases(alert, duty.service, records);
        if (!alert.cases.empty())
            alerts.push_back(std::move(alert));
    }
    return alerts;
}

}
