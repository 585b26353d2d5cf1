#include "core/escalation/escalation_deadlines.h"

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
    if (!limit.ended)
        limit.ended = escalation.closedAt;
    deadlines.push_back(deadlineOf(escalation, limit));
}

// A level that did not answer is done with once the next has it: that one answers from then on.
void addLevel(std::vector<Deadline>& deadlines, const Escalation& escalation, std::size_t at)
{
    const EscalationLevel& level = escalation.levels[at];
    const EscalationLevel* next
        = at + 1 < escalation.levels.size() ? &escalation.levels[at + 1] : nullptr;
    const auto gone = next ? std::optional(next->at) : std::nullopt;
    const QString outcome = next ? u"taken to level %1"_s.arg(next->level) : QString();
    const QString on = level.level > 1 ? u", level %1"_s.arg(level.level) : QString();
    const LevelClocks& clocks = level.clocks;
    add(deadlines, escalation,
        {u"escalation_ack"_s, u"acknowledge the concern%1"_s.arg(on), u"ESC-2.3b"_s, level.level,
            level.at, level.with, clocks.acknowledgeDue, clocks.acknowledgeWarnings,
            clocks.acknowledgedAt ? clocks.acknowledgedAt : gone,
            clocks.acknowledgedAt ? QString() : outcome});
    add(deadlines, escalation,
        {u"escalation_response"_s, u"answer the concern in writing%1"_s.arg(on), u"ESC-2.3c"_s,
            level.level, level.at, level.with, clocks.responseDue, clocks.responseWarnings,
            clocks.respondedAt ? clocks.respondedAt : gone,
            clocks.respondedAt ? QString() : outcome});
}

}

std::vector<Deadline> deadlinesOf(const Escalation& escalation)
{
    std::vector<Deadline> deadlines;
    const QString with = escalation.levels.empty() ? QString() : escalation.levels.back().with;
    add(deadlines, escalation,
        {u"escalation_follow_up"_s, u"put concern and agreement in writing"_s, u"ESC-2.2b"_s, 0,
            escalation.receivedAt, with, escalation.followUpDue, escalation.followUpWarnings,
            escalation.followedUpAt, {}});
    for (std::size_t at = 0; at < escalation.levels.size(); ++at)
        addLevel(deadlines, escalation, at);
    return deadlines;
}

}
