#include "core/escalation/escalation_deadlines.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Limit {
    QString kind;
    QString title;
    QString clause;
    std::optional<Instant> due;
    const std::vector<Instant>& warnings;
    std::optional<Instant> done;
};

Deadline deadlineOf(const Escalation& escalation, const Limit& limit)
{
    Deadline deadline;
    deadline.subject = subjectOf(escalation.id);
    deadline.part = {escalation.id.value};
    if (!escalation.cases.empty())
        deadline.caseId = escalation.cases.front();
    deadline.kind = limit.kind;
    deadline.title = u"%1: %2"_s.arg(escalation.ref, limit.title);
    deadline.start = escalation.receivedAt;
    deadline.evidence = escalation.raisedBy;
    deadline.due = *limit.due;
    deadline.warnings = limit.warnings;
    deadline.clause = limit.clause;
    deadline.service = escalation.service;
    deadline.who = escalation.levels.empty() ? QString() : escalation.levels.back().with;
    const auto ended = limit.done ? limit.done : escalation.closedAt;
    if (ended) {
        deadline.state = ClockState::Ended;
        deadline.endedAt = *ended;
    }
    return deadline;
}

}

std::vector<Deadline> deadlinesOf(const Escalation& escalation)
{
    std::vector<Deadline> deadlines;
    for (const Limit& limit :
        {Limit{u"escalation_follow_up"_s, u"put concern and agreement in writing"_s, u"ESC-2.2b"_s,
             escalation.followUpDue, escalation.followUpWarnings, escalation.followedUpAt},
            Limit{u"escalation_ack"_s, u"acknowledge the concern"_s, u"ESC-2.3b"_s,
                escalation.acknowledgeDue, escalation.acknowledgeWarnings,
                escalation.acknowledgedAt},
            Limit{u"escalation_response"_s, u"answer the concern in writing"_s, u"ESC-2.3c"_s,
                escalation.responseDue, escalation.responseWarnings, escalation.respondedAt}})
        if (limit.due)
            deadlines.push_back(deadlineOf(escalation, limit));
    return deadlines;
}

}
