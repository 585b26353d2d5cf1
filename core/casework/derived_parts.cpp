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

// CLK-15
bool isWaitForApplication(const ClockFact& clock)
{
    return clock.kind == u"amhp_seen_14d" || clock.kind == u"amhp_seen_24h";
}

bool wasInEmergency(const Case& record, Instant at)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [at](const StatusEpisode& each) {
            return each.status == LegalStatus::S4 && each.start <= at
                && (!each.ended || *each.ended > at);
        });
}

// The first section that began at `start` or later, or `admitted` where that was before it.
std::optional<Instant> sectionAfter(
    const Case& record, Instant start, std::optional<Instant> admitted)
{
    std::optional<Instant> began;
    if (admitted && *admitted >= start)
        began = admitted;
    for (const StatusEpisode& each : record.statuses)
        if (isInHospitalUnder(each.status) && each.start >= start)
            began = std::min(began.value_or(each.start), each.start);
    return began;
}

// When a wait that began at `start` was over: with the next admission or section, and at once where
// the person was in hospital under s4 already. CLK-11, CLK-14, CLK-16
std::optional<Instant> admittedAfter(const Case& record, Instant start)
{
    if (wasInEmergency(record, start))
        return start;
    return sectionAfter(record, start, record.admittedAt);
}

// When whoever was seen at `start` was detained, and no application was waited for any more; for
// whoever came in without one it may be. CLK-15
std::optional<Instant> detainedAfter(const Case& record, Instant start)
{
    const auto& admitted = record.admittedAt;
    const bool onApplication = admitted
        && std::any_of(record.applications.begin(), record.applications.end(),
            [&admitted](const Application& each) { return each.signedAt <= *admitted; });
    return sectionAfter(record, start, onApplication ? admitted : std::nullopt);
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

void endByRecord(ClockFact& clock, Instant at)
{
    clock.state = ClockState::Ended;
    clock.endedAt = at;
    clock.outcome = admittedByRecord();
}

// What has ended stays so, unless the wait began anew since.
void endWait(ClockFact& clock, const std::optional<Instant>& admitted)
{
    if (admitted)
        endByRecord(clock, *admitted);
    else if (isEndedByRecord(clock) && clock.endedAt <= clock.start)
        letRun(clock);
}

bool wasInHospital(const Case& record)
{
    return record.admittedAt
        || std::any_of(record.statuses.begin(), record.statuses.end(),
            [](const StatusEpisode& each) { return isInHospitalUnder(each.status); });
}

// The same; and it runs again where admission and section are off the record.
void endSeeing(ClockFact& clock, const Case& record)
{
    if (const auto detained = detainedAfter(record, clock.start))
        endByRecord(clock, *detained);
    else if (isEndedByRecord(clock) && (clock.endedAt < clock.start || !wasInHospital(record)))
        letRun(clock);
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
    for (ClockFact& clock : record.clocks) {
        if (clock.state != ClockState::Running && !isEndedByRecord(clock))
            continue;
        if (isWaitForAdmission(clock))
            endWait(clock, admittedAfter(record, clock.start));
        else if (isWaitForApplication(clock))
            endSeeing(clock, record);
    }
}

Case withWaitsRunning(Case record)
{
    for (ClockFact& clock : record.clocks)
        if (isEndedByRecord(clock))
            letRun(clock);
    return record;
}

}
