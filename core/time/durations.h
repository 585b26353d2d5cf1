#pragma once

#include "core/time/instant.h"

#include <QDate>

#include <chrono>

namespace core {

/// Rule H: time that has elapsed, whatever the clocks on the wall did. No pauses, no days off.
struct ElapsedTime {
    std::chrono::minutes length{};

    bool operator==(const ElapsedTime&) const = default;
};

/// Rule D: a period of days "beginning with" the day of an event. That day is day 1.
struct CalendarDays {
    int count = 0;

    bool operator==(const CalendarDays&) const = default;
};

/// Rule D: a period of calendar months "beginning with" the day of an event.
struct CalendarMonths {
    int count = 0;

    bool operator==(const CalendarMonths&) const = default;
};

/// Rule D-gap: at most so many clear days between the days of two events, neither of them counted.
struct ClearDays {
    int atMost = 0;

    bool operator==(const ClearDays&) const = default;
};

/// Rule W: days without weekends, holidays and closure days. The day of receipt is day 0; only a
/// ServiceCalendar can add them.
struct WorkingDays {
    int count = 0;

    bool operator==(const WorkingDays&) const = default;
};

Instant dueAt(Instant start, ElapsedTime period);

/// The last day inside the period: the event's day is the first.
QDate lastDay(QDate event, CalendarDays period);

/// 24:00 London time on the last day inside the period.
Instant dueAt(Instant event, CalendarDays period);

/// The last day inside the period: the day before that of the same number, or, where the month of
/// the end has none of that number, its last. Of six months from 31 Aug that is the last of
/// February, of those from 28 Aug it is the 27th.
QDate lastDay(QDate event, CalendarMonths period);

/// 24:00 London time on the last day inside the period.
Instant dueAt(Instant event, CalendarMonths period);

/// Days strictly between two dates, in either order; 0 for the same or neighbouring days.
int clearDaysBetween(QDate one, QDate other);

/// s12(1): the limit itself is still inside.
bool withinGap(QDate one, QDate other, ClearDays gap);

/// The last day that an event following `first` may fall on.
QDate lastDay(QDate first, ClearDays gap);

/// 24:00 London time on that day.
Instant dueAt(Instant first, ClearDays gap);

}
