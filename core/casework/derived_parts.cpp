#include "core/casework/derived_parts.h"

#include "core/casework/application/application_checks.h"
#include "core/casework/status/status_lawful.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isWaitForAdmission(const ClockFact& clock)
{
    static const QStringList kinds{u"exam_gap_5d"_s, u"conveyance_14d"_s, u"s4_admission"_s};
    return kinds.contains(clock.kind);
}

bool wasInEmergency(const Case& record, Instant at)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [at](const StatusEpisode& each) {
            return each.status == LegalStatus::S4 && each.start <= at
                && (!each.ended || *each.ended > at);
        });
}

// When a wait that began at `start` was over: with the next admission or section, and at once where
// the person was in hospital under s4 already. CLK-11, CLK-14, CLK-16
std::optional<Instant> admittedAfter(const Case& record, Instant start)
{
    if (wasInEmergency(record, start))
        return start;
    std::optional<Instant> admitted;
    if (record.admittedAt && *record.admittedAt >= start)
        admitted = record.admittedAt;
    for (const StatusEpisode& each : record.statuses)
        if (isInHospitalUnder(each.status) && each.start >= start)
            admitted = std::min(admitted.value_or(each.start), each.start);
    return admitted;
}

bool isEndedByRecord(const ClockFact& clock)
{
    return clock.state == ClockState::Ended && clock.outcome == admittedByRecord();
}

void letRun(ClockFact& clock)
{
    clock.state = ClockState::Running;
    clock.endedAt = {};
    clock.outcome.clear();
}

// What has ended stays so, unless the wait began anew since.
void endWait(ClockFact& clock, const std::optional<Instant>& admitted)
{
    if (admitted) {
        clock.state = ClockState::Ended;
        clock.endedAt = *admitted;
        clock.outcome = admittedByRecord();
    } else if (isEndedByRecord(clock) && clock.endedAt <= clock.start) {
        letRun(clock);
    }
}

}

const QString& admittedByRecord()
{
    static const QString outcome = u"admitted, by the record"_s;
    return outcome;
}

void dropDerived(Case& record)
{
    dropDerivedFlags(record);
}

void derive(Case& record)
{
    deriveFlags(record);
    for (ClockFact& clock : record.clocks)
        if (isWaitForAdmission(clock)
            && (clock.state == ClockState::Running || isEndedByRecord(clock)))
            endWait(clock, admittedAfter(record, clock.start));
}

Case withWaitsRunning(Case record)
{
    for (ClockFact& clock : record.clocks)
        if (isEndedByRecord(clock))
            letRun(clock);
    return record;
}

}
