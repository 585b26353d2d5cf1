#include "core/visit/visit_deadlines.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

Deadline base(const Visit& visit)
{
    Deadline deadline;
    deadline.subject = subjectOf(visit.id);
    deadline.part = {visit.id.value};
    deadline.caseId = visit.caseId;
    deadline.clause = u"COM-3.8"_s;
    deadline.service = visit.service;
    deadline.who = visit.watches;
    deadline.evidence = visit.where;
    if (visit.returnedAt) {
        deadline.state = ClockState::Ended;
        deadline.endedAt = *visit.returnedAt;
        deadline.outcome = visit.returned;
    }
    return deadline;
}

QString lastAlarm(const Visit& visit)
{
    return visit.alarms.empty() ? QString() : u" (told: %1)"_s.arg(visit.alarms.back().told);
}

}

std::vector<Deadline> deadlinesOf(const Visit& visit)
{
    if (visit.id.isNull())
        return {};
    Deadline check = base(visit);
    check.kind = u"visit_check_in"_s;
    check.title
        = u"%1 to check in from %2%3"_s.arg(visit.officerName, visit.where, lastAlarm(visit));
    check.start = visit.checks.empty() ? visit.leftAt : visit.checks.back().at;
    check.due = visit.nextCheck;
    check.warnings = visit.checkWarnings;
    std::vector<Deadline> deadlines{std::move(check)};
    if (!visit.backBy)
        return deadlines;
    Deadline back = base(visit);
    back.kind = u"visit_back"_s;
    back.part = {QUuid::createUuidV5(visit.id.value, back.kind)};
    back.title = u"%1 back from %2"_s.arg(visit.officerName, visit.where);
    back.start = visit.leftAt;
    back.due = *visit.backBy;
    back.warnings = visit.backWarnings;
    deadlines.push_back(std::move(back));
    return deadlines;
}

}
