#include "core/casework/case_rules.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/status/status_correction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// An application that had silenced it silences it still. CLK-01
void runAgain(Case& record, ClockFact& clock)
{
    if (clock.state != ClockState::Ended)
        return;
    const bool isSilent = clock.supersededAt.has_value();
    clock.state = isSilent ? ClockState::Superseded : ClockState::Running;
    clock.endedAt = clock.supersededAt.value_or(Instant());
    clock.outcome = isSilent ? u"application made"_s : QString();
    readBackNoLonger(record, clock.kind);
}

void standAgain(Case& record, const PartId& status)
{
    for (StatusEpisode& each : record.statuses)
        if (each.id == status) {
            each.ended.reset();
            each.endReason.clear();
        }
}

}

static Applied apply(Case& record, const ClockResumed& resumed, const Event& event)
{
    if (const auto why = afterClosing(record, event))
        return why;
    const auto clock = std::find_if(record.clocks.begin(), record.clocks.end(),
        [&resumed](const ClockFact& each) { return each.id == resumed.id; });
    if (clock == record.clocks.end() && !resumed.id.isNull())
        return u"The clock is not on the record."_s;
    if (clock != record.clocks.end())
        runAgain(record, *clock);
    standAgain(record, resumed.status);
    return {};
}

void chooseStart(Case& record, ClockFact& clock, const ClockOtherStart& chosen)
{
    if (clock.start != chosen.start)
        clock.otherStarts.push_back({clock.start, clock.evidence});
    clock.start = chosen.start;
    clock.evidence = chosen.evidence;
    if (clock.awaitsAdmission() && *clock.supersededAt < chosen.start) {
        clock.state = ClockState::Running; // the application was of before this detention
        clock.supersededAt.reset();
        clock.outcome.clear();
    }
    const Instant began = chosen.began.value_or(chosen.start);
    for (StatusEpisode& each : record.statuses)
        if (each.clock == clock.id && each.start != began) {
            each.start = began;
            each.evidence = chosen.evidence;
        }
    std::stable_sort(record.statuses.begin(), record.statuses.end(),
        [](const StatusEpisode& one, const StatusEpisode& other) {
            return one.start < other.start;
        });
    const Instant before = clock.due;
    if (canBeLetRun(clock.kind)) {
        startFrom(clock, chosen.start, chosen.due);
    } else if (isLetRunByHours(clock.kind)) {
        startDetention(clock, chosen.start);
    } else {
        clock.due = chosen.due;
        clock.warnings = chosen.warnings;
    }
    if (clock.due != before && clock.state == ClockState::Running)
        readBackNoLonger(record, clock.kind);
}

CaseRules correctionRules()
{
    return rulesByType<Case>({on<Case, ClockResumed>()});
}

}
