#include "core/duty/duty_period.h"

using namespace Qt::StringLiterals;

namespace core {

static constexpr auto usualSignOnLead = Minutes(30);

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

// The first of the next periods, as `step` leads from one to the other, that the service works.
template <typename Step>
static std::optional<DutyPeriod> workedBy(const QString& service, DutyPeriod from, const Step& step)
{
    for (int steps = 0; steps < periodsSearched; ++steps) {
        from = step(from);
        if (from.service == service)
            return from;
    }
    return {};
}

// The next beginning of any kind of work: perhaps inside a period that another kind began.
static std::optional<DutyPeriod> nextBeginning(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    std::optional<DutyPeriod> found;
    for (const WorkKind& kind : calendar.profile().work) {
        if (!takesPart(kind, service))
            continue;
        const auto next = workedBy(service, calendar.duty(kind.key, at),
            [&](const DutyPeriod& period) { return calendar.duty(kind.key, period.to); });
        if (next && (!found || next->from < found->from))
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

std::optional<DutyPeriod> dutyPeriodAboutToBegin(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    const Minutes lead = calendar.profile().duration(u"sign_on_before"_s, usualSignOnLead);
    const auto running = dutyPeriodAt(calendar, service, at);
    if (!running || running->to - at > lead)
        return {};
    auto next = nextDutyPeriod(calendar, service, at);
    return next && next->from - at <= lead ? next : std::nullopt;
}

std::optional<DutyPeriod> lastDutyPeriod(
    const ServiceCalendar& calendar, const QString& service, Instant at)
{
    std::optional<DutyPeriod> found;
    for (const WorkKind& kind : calendar.profile().work) {
        if (!takesPart(kind, service))
            continue;
        const auto last
            = workedBy(service, calendar.duty(kind.key, at), [&](const DutyPeriod& period) {
                  return calendar.duty(kind.key, period.from - std::chrono::milliseconds(1));
              });
        if (last && (!found || last->to > found->to))
            found = last;
    }
    return found ? dutyPeriodAt(calendar, service, found->from) : found;
}

}
