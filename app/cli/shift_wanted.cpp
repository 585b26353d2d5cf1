#include "app/cli/shift_wanted.h"

#include "core/duty/duty_period.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

using namespace core;

namespace {

constexpr auto moment = std::chrono::milliseconds(1);

/// A moment of the shift that is meant: on the day, or at its end.
std::optional<Instant> momentOf(const QString& which, QDate date)
{
    if (which.compare(u"night"_s, Qt::CaseInsensitive) == 0)
        return startOfDay(date.addDays(1)) - moment;
    if (which.compare(u"day"_s, Qt::CaseInsensitive) == 0)
        return instantOf({date, QTime(12, 0)});
    for (const QString& form : {u"H:mm"_s, u"HHmm"_s})
        if (const QTime time = QTime::fromString(which, form); time.isValid())
            return instantOf({date, time});
    return {};
}

}

std::optional<DutyPeriod> shiftOn(
    const ServiceCalendar& calendar, const QString& service, QDate date, Instant now)
{
    const Instant dayEnds = startOfDay(date.addDays(1));
    auto best = nextDutyPeriod(calendar, service, startOfDay(date) - moment);
    const Instant until = std::min(dayEnds - moment, now);
    while (best && best->from < until) {
        const auto next = nextDutyPeriod(calendar, service, best->from);
        if (!next || next->from <= best->from || next->from > until)
            break;
        best = next;
    }
    return best;
}

std::variant<DutyPeriod, NoPaper> shiftNamed(
    const PaperSources& sources, const QString& service, const QString& which, QDate date)
{
    const QDate day = date.isValid() ? date : dateOf(sources.now);
    auto at = momentOf(which, day);
    if (!at)
        return NoPaper{u"“%1” names no shift."_s.arg(which),
            u"Write a time at which it runs, like 20:00, or day or night."_s};
    auto shift = dutyPeriodAt(sources.calendar, service, *at);
    if (!date.isValid() && (!shift || shift->from > sources.now)) {
        at = momentOf(which, day.addDays(-1));
        shift = dutyPeriodAt(sources.calendar, service, *at);
    }
    if (!shift)
        return NoPaper{u"“%1” is not on duty at %2."_s.arg(service, dateTimeText(*at)),
            u"Give --shift with a time of its hours, and --date with their day."_s};
    return *shift;
}

}
