#include "core/casework/case_deadlines.h"

#include "core/casework/application/document_deadlines.h"
#include "core/clock/rank.h"
#include "core/conflict/conflict_deadlines.h"
#include "core/handover/carried.h"
#include "core/handover/handover_deadlines.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString whoActs(const Case& record, const Profile& profile)
{
    const Allocation allocated = record.allocated.current();
    if (!allocated.name.isEmpty())
        return allocated.name;
    const QString key = record.responsible.current();
    const Service* service = profile.service(key);
    return service ? service->name : key;
}

Deadline base(const Case& record, const PartId& part, const Profile& profile)
{
    Deadline deadline;
    deadline.subject = subjectOf(record.id);
    deadline.part = part;
    deadline.caseId = record.id;
    deadline.who = whoActs(record, profile);
    deadline.service = record.responsible.current();
    return deadline;
}

Deadline ofClock(const Case& record, const ClockFact& clock, const Profile& profile)
{
    Deadline deadline = base(record, clock.id, profile);
    deadline.kind = clock.kind;
    deadline.title = clock.extendedHours > 0
        ? u"%1, extended by %2 h"_s.arg(clock.title).arg(clock.extendedHours)
        : clock.title;
    deadline.start = clock.start;
    deadline.evidence = startEvidence(clock);
    deadline.due = clock.due;
    deadline.warnings = clock.warnings;
    deadline.state = clock.state;
    deadline.endedAt = clock.endedAt;
    deadline.outcome = clock.outcome;
    deadline.clause = clock.clause;
    deadline.lawVersion = clock.lawVersion;
    return deadline;
}

// Left with the officer who had the case then: it goes on with whoever has the case now. HO-2.1
bool isFormerOfficers(const Case& record, const Task& task)
{
    const Allocation then = record.allocated.at(task.addedAt);
    const Allocation now = record.allocated.current();
    return then.name == task.who && !now.name.isEmpty() && now.user != then.user;
}

Deadline ofTask(const Case& record, const Task& task, const Profile& profile)
{
    Deadline deadline = base(record, task.id, profile);
    deadline.kind = task.kind;
    deadline.title = task.what;
    deadline.start = record.openedAt;
    deadline.due = task.due;
    deadline.warnings = task.warnings;
    deadline.clause = task.clause;
    if (!task.who.isEmpty() && !isFormerOfficers(record, task))
        deadline.who = task.who;
    return deadline;
}

Deadline ofReview(const Case& record, const HighRiskDiscussion& held, const Profile& profile)
{
    Deadline deadline = base(record, held.id, profile);
    deadline.kind = u"high_risk_review"_s;
    deadline.title = u"Review the high risk discussion"_s;
    deadline.start = held.at;
    deadline.due = held.reviewDue;
    deadline.warnings = held.warnings;
    deadline.clause = u"HO-3.7"_s;
    if (held.reviewedAt) {
        deadline.state = ClockState::Ended;
        deadline.endedAt = *held.reviewedAt;
        deadline.outcome = held.review;
    }
    return deadline;
}

}

QString startEvidence(const ClockFact& clock)
{
    QStringList accounts;
    if (!clock.evidence.isEmpty())
        accounts.append(clock.evidence);
    for (const OtherStart& other : clock.otherStarts)
        accounts.append(u"by another account since %1"_s.arg(dateTimeText(other.at))
            + (other.evidence.isEmpty() ? QString() : u" (%1)"_s.arg(other.evidence)));
    return accounts.join(u"; ");
}

std::vector<Deadline> deadlinesOf(const Case& record, const Profile& profile)
{
    std::vector<Deadline> deadlines;
    for (const ClockFact& clock : record.clocks)
        deadlines.push_back(ofClock(record, clock, profile));
    for (const Task& task : record.tasks)
        if (!task.doneAt && isStarted(task, record))
            deadlines.push_back(ofTask(record, task, profile));
    for (const HighRiskDiscussion& held : record.highRisk)
        deadlines.push_back(ofReview(record, held, profile));
    for (const Deadline& document : documentDeadlines(record, profile))
        deadlines.push_back(document);
    for (const Deadline& theirRecord : handoverDeadlines(record, profile))
        deadlines.push_back(theirRecord);
    for (const Deadline& conflict : conflictDeadlines(record))
        deadlines.push_back(conflict);
    std::stable_sort(deadlines.begin(), deadlines.end(), comesBefore);
    return deadlines;
}

}
