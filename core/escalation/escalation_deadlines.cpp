#include "core/escalation/escalation_deadlines.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Limit {
    QString kind;
    QString title;
    QString clause;
    int level = 0;
    Instant start;
    QString who;
    std::optional<Instant> due;
    std::vector<Instant> warnings;
    std::optional<Instant> ended;
    QString outcome;
};

// Each by itself: what is put off or heard of one says nothing of another.
PartId partOf(const Escalation& escalation, const Limit& limit)
{
    return {QUuid::createUuidV5(
        escalation.id.value, u"%1 %2"_s.arg(limit.kind, QString::number(limit.level)))};
}

Deadline deadlineOf(const Escalation& escalation, const Limit& limit)
{
    Deadline deadline;
    deadline.subject = subjectOf(escalation.id);
    deadline.part = partOf(escalation, limit);
    if (!escalation.cases.empty())
        deadline.caseId = escalation.cases.front();
    deadline.kind = limit.kind;
    deadline.title = u"%1: %2"_s.arg(escalation.ref, limit.title);
    deadline.start = limit.start;
    deadline.evidence = escalation.raisedBy;
    deadline.due = *limit.due;
    deadline.warnings = limit.warnings;
    deadline.clause = limit.clause;
    deadline.service = escalation.service;
    deadline.who = limit.who;
    if (limit.ended) {
        deadline.state = ClockState::Ended;
        deadline.endedAt = *limit.ended;
        deadline.outcome = limit.outcome;
    }
    return deadline;
}

void add(std::vector<Deadline>& deadlines, const Escalation& escalation, Limit limit)
{
    if (!limit.due)
        return;
    if (!limit.ended && escalation.closedAt) {
        limit.ended = escalation.closedAt;
        limit.outcome = u"closed without it"_s;
    }
    deadlines.push_back(deadlineOf(escalation, limit));
}

// How it was done after its time; nothing of what was in time or is still waited for.
QString lateness(
    const QString& done, const std::optional<Instant>& due, const std::optional<Instant>& heard)
{
    return due && heard && *heard > *due ? u"%1 %2 late"_s.arg(done, durationText(*heard - *due))
                                         : QString();
}

// An answer in writing acknowledges what nobody acknowledged before it. ESC-2.3b
bool acknowledgedByAnswer(const LevelClocks& clocks)
{
    return clocks.respondedAt
        && (!clocks.acknowledgedAt || *clocks.respondedAt < *clocks.acknowledgedAt);
}

// Of a level that did not answer the clocks run on when the next has it, who answers for both:
// going up neither hides what has passed nor moves what whoever raised it waits for. SRC-06, SRC-07
void addLevel(
    std::vector<Deadline>& deadlines, const Escalation& escalation, const EscalationLevel& level)
{
    const QString on = level.level > 1 ? u", level %1"_s.arg(level.level) : QString();
    const LevelClocks& clocks = level.clocks;
    const QString& now = escalation.levels.back().with;
    const bool byAnswer = acknowledgedByAnswer(clocks);
    const auto& acknowledged = byAnswer ? clocks.respondedAt : clocks.acknowledgedAt;
    add(deadlines, escalation,
        {u"escalation_ack"_s, u"acknowledge the concern%1"_s.arg(on), u"ESC-2.3b"_s, level.level,
            level.at, acknowledged ? level.with : now, clocks.acknowledgeDue,
            clocks.acknowledgeWarnings, acknowledged,
            lateness(byAnswer ? u"acknowledged by the answer"_s : u"acknowledged"_s,
                clocks.acknowledgeDue, acknowledged)});
    add(deadlines, escalation,
        {u"escalation_response"_s, u"answer the concern in writing%1"_s.arg(on), u"ESC-2.3c"_s,
            level.level, level.at, clocks.respondedAt ? level.with : now, clocks.responseDue,
            clocks.responseWarnings, clocks.respondedAt,
            lateness(u"answered"_s, clocks.responseDue, clocks.respondedAt)});
}

}

std::vector<Deadline> deadlinesOf(const Escalation& escalation)
{
    std::vector<Deadline> deadlines;
    const QString with = escalation.levels.empty() ? QString() : escalation.levels.back().with;
    int sent = 0;
    for (const FollowUpSent& each : escalation.earlierFollowUps)
        add(deadlines, escalation,
            {u"escalation_follow_up"_s, u"put concern and agreement in writing"_s, u"ESC-2.2b"_s,
                sent++, escalation.receivedAt, with, each.due, each.warnings, each.at, {}});
    add(deadlines, escalation,
        {u"escalation_follow_up"_s, u"put concern and agreement in writing"_s, u"ESC-2.2b"_s, sent,
            escalation.receivedAt, with, escalation.followUpDue, escalation.followUpWarnings,
            escalation.followedUpAt, {}});
    for (const EscalationLevel& level : escalation.levels)
        addLevel(deadlines, escalation, level);
    return deadlines;
}

}
