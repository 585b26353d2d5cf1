#include "core/casework/status/absence.h"

#include "core/casework/clock_changes.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int months = 6;

Instant monthsFrom(Instant start)
{
    return startOfDay(dateOf(start).addMonths(months));
}

std::optional<Instant> beforeAdmission(const QString& form, Instant absent)
{
    if (form == u"A1" || form == u"A2")
        return startOfDay(lastDay(dateOf(absent), CalendarDays{28}).addDays(1));
    if (form == u"A5" || form == u"A6")
        return monthsFrom(absent);
    if (form == u"A9" || form == u"A10")
        return absent + std::chrono::hours(72);
    return {};
}

std::optional<Instant> fromHospital(const Case& record, Instant absent)
{
    if (const ClockFact* s3 = runningClock(record, u"s3"_s))
        return std::max(s3->due, monthsFrom(absent));
    for (const QString& kind : {u"s2"_s, u"s4"_s, u"s5_2"_s, u"s5_4"_s})
        if (const ClockFact* clock = runningClock(record, kind))
            return clock->due;
    if (const ClockFact* recall = runningClock(record, u"cto_recall"_s))
        return monthsFrom(recall->start);
    return {};
}

}

Retaking retakeUntil(const Case& record, Instant absent)
{
    const bool admitted = (record.admittedAt && *record.admittedAt <= absent)
        || runningClock(record, u"s2"_s) || runningClock(record, u"s3"_s);
    if (record.application && !admitted)
        return {u"absconded"_s, beforeAdmission(record.application->form, absent)};
    return {u"awol"_s, fromHospital(record, absent)};
}

}
