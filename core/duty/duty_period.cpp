#include "core/duty/duty_period.h"

namespace core {

// Two services take turns: the one wanted is at most two periods away.
static constexpr int periodsSearched = 2;

static bool takesPart(const WorkKind& kind, const QString& service)
{
    return kind.dayService == service || kind.outOfHoursService == service;
}

std::optional<DutyPeriod> dutyPeriodAt(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    std::optional<DutyPeriod> found;
    for (const WorkKind& kind : calendar.profile().work) {
        const DutyPeriod period = calendar.duty(kind.key, at);
        if (period.service == service && (!found || period.from < found->from))
            found = period;
    }
    return found;
}

// The next beginning of any kind of work: perhaps inside a period that another kind began.
static std::optional<DutyPeriod> nextBeginning(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    std::optional<DutyPeriod> found;
    for (const WorkKind& kind : calendar.profile().work) {
        if (!takesPart(kind, service))
            continue;
        DutyPeriod next = calendar.duty(kind.key, at);
        for (int step = 0; step < periodsSearched; ++step) {
            next = calendar.duty(kind.key, next.to);
            if (next.service == service)
                break;
        }
        if (next.service == service && (!found || next.from < found->from))
            found = next;
    }
    return found ? dutyPeriodAt(calendar, service, found->from) : found;
}

std::optional<DutyPeriod> nextDutyPeriod(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    const auto next = nextBeginning(calendar, service, at);
    return next && next->from <= at ? nextBeginning(calendar, service, next->to) : next;
}

std::optional<DutyPeriod> lastDutyPeriod(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    std::optional<DutyPeriod> found;
    for (const WorkKind& kind : calendar.profile().work) {
        if (!takesPart(kind, service))
            continue;
        DutyPeriod last = calendar.duty(kind.key, at);
        for (int step = 0; step < periodsSearched; ++step) {
            last = calendar.duty(kind.key, last.from - std::chrono::milliseconds(1));
            if (last.service == service)
                break;
        }
        if (last.service == service && (!found || last.to > found->to))
            found = last;
    }
    return found ? dutyPeriodAt(calendar, service, found->from) : found;
}

}
