#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/status/former_time.h"
#include "core/casework/status/status_clocks.h"
#include "core/casework/status/status_correction.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/casework/status/status_taken_off.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct EndStatus {
    static constexpr const char* name = "case.status_end";
    CaseId of;
    std::optional<LegalStatus> status;
    QString outcome;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("status", s.status, "The status that ended; the latest when left out");
        v("outcome", s.outcome,
            "How it ended; “never began” with a correction takes off what was told in error");
        v("correction", s.correction,
            "Why the recorded end is taken back: it had not ended, and its clock runs on");
    }
};

// The last that had begun by then; else the last.
const StatusEpisode* runningEpisode(const Case& record, LegalStatus status, Instant at)
{
    const StatusEpisode* found = nullptr;
    for (const StatusEpisode& each : record.statuses)
        if (isRunning(each, status) && (!found || each.start <= at || found->start > at))
            found = &each;
    return found;
}

// Of a status that is known only by what followed on it, how and when it ended before.
bool endFollowed(Decision& decision, const Case& record, const EndStatus& wanted, Instant at)
{
    for (const StatusEpisode& each : record.statuses) {
        if (each.status != wanted.status || !each.ended || !isFollowed(each.endReason)
            || at < each.start || *each.ended < at)
            continue;
        decision.events.push_back(
            newEvent(subjectOf(record.id), StatusEnded{each.id, wanted.outcome}, at));
        endSooner(decision, record, each, wanted.outcome, at);
        return true;
    }
    return false;
}

void endEpisode(Decision& decision, const Case& record, const StatusEpisode& episode,
    const QString& outcome, const Context& context)
{
    // Two desks may have written down the same one.
    for (const StatusEpisode& each : record.statuses)
        if (each.status == episode.status && !each.ended && each.start <= context.occurred)
            decision.events.push_back(
                newEvent(subjectOf(record.id), StatusEnded{each.id, outcome}));
    endBegun(decision, record, episode.status, outcome, context.occurred);
    beginExamination(decision, record, episode, context);
    recountFormerTime(decision, record, context);
    followAbsences(decision, record, context);
    const Case after = preview(record, subjectOf(record.id), decision, context);
    for (Owed& each : mistakenOwed(after))
        decision.owed.push_back(std::move(each));
}

Decision putRight(const Case& record, const EndStatus& wanted, const Context& context)
{
    return saysNeverBegan(wanted.outcome)
        ? takeOff(record, wanted.status, wanted.correction, context)
        : takeBackEnd(record, wanted.status, wanted.correction, context);
}

Decision decideStatusEnd(const EndStatus& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    const bool takesBack = !wanted.correction.trimmed().isEmpty();
    if (!takesBack)
        refused(decision, refuseBlank(u"outcome"_s, wanted.outcome));
    if (decision.refused())
        return decision;
    if (takesBack)
        return putRight(*record, wanted, context);
    const StatusEpisode* episode = wanted.status
        ? runningEpisode(*record, *wanted.status, context.occurred)
        : record->currentStatus();
    if (!episode && endFollowed(decision, *record, wanted, context.occurred)) {
        recountFormerTime(decision, *record, context);
        followAbsences(decision, *record, context);
        return decision;
    }
    if (!episode)
        return refuse({}, u"status"_s, u"No such legal status stands on the case."_s,
            u"`show` lists them; start one with case.status."_s);
    if (context.occurred < episode->start)
        return refuse(u"INV-4"_s, u"at"_s,
            u"%1 began only at %2."_s.arg(
                statusText(episode->status), dateTimeText(episode->start)),
            u"Give the time when it ended."_s);
    endEpisode(decision, *record, *episode, wanted.outcome, context);
    return decision;
}

}

std::vector<CommandSpec> statusEndCommands()
{
    return {
        command<EndStatus>("Records how a legal status ended; its clock ends with it",
            {u"CLK-01"_s, u"CLK-12"_s, u"INV-4"_s}, decideStatusEnd),
    };
}

}
