#include "core/time/durations.h"

#include "core/time/london.h"

#include <algorithm>
#include <cstdlib>

namespace core {

namespace {

Instant endOfDay(QDate date)
{
    return startOfDay(date.addDays(1));
}

}

Instant dueAt(Instant start, ElapsedTime period)
{
    return start + period.length;
}

QDate lastDay(QDate event, CalendarDays period)
{
    return event.addDays(period.count - 1);
}

Instant dueAt(Instant event, CalendarDays period)
{
    return endOfDay(lastDay(dateOf(event), period));
}

QDate lastDay(QDate event, CalendarMonths period)
{
    const QDate same = event.addMonths(period.count);
    const bool isClamped = same.day() < event.day();
    return isClamped ? same : same.addDays(-1);
}

Instant dueAt(Instant event, CalendarMonths period)
{
    return endOfDay(lastDay(dateOf(event), period));
}

int clearDaysBetween(QDate one, QDate other)
{
    return static_cast<int>(std::max<qint64>(std::abs(one.daysTo(other)) - 1, 0));
}

bool withinGap(QDate one, QDate other, ClearDays gap)
{
    return clearDaysBetween(one, other) <= gap.atMost;
}

QDate lastDay(QDate first, ClearDays gap)
{
    return first.addDays(gap.atMost + 1);
}

Instant dueAt(Instant first, ClearDays gap)
{
    return endOfDay(lastDay(dateOf(first), gap));
}

}
