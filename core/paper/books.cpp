#include "core/paper/books.h"

#include "core/duty/duty_period.h"
#include "core/time/london.h"

namespace core {

QString serviceWithBook(const Profile& profile, const QString& book, const QString& otherwise)
{
    for (const Service& service : profile.services)
        if (service.book == book)
            return service.key;
    return otherwise;
}

std::vector<DutyPeriod> recentDuties(
    const ServiceCalendar& calendar, const QString& service, Instant now, int count)
{
    std::vector<DutyPeriod> periods;
    auto period = dutyPeriodAt(calendar, service, now);
    if (!period)
        period = lastDutyPeriod(calendar, service, now);
    while (period && static_cast<int>(periods.size()) < count) {
        periods.push_back(*period);
        period = lastDutyPeriod(calendar, service, period->from);
    }
    return periods;
}

std::vector<QDate> recentSheetDays(
    const ServiceCalendar& calendar, const QString& service, QDate today, int count)
{
    std::vector<QDate> days;
    const Instant lastOfToday = startOfDay(today.addDays(1)) - std::chrono::milliseconds(1);
    for (const DutyPeriod& period : recentDuties(calendar, service, lastOfToday, count)) {
        const QDate day = dateOf(period.from);
        if (days.empty() || days.back() != day)
            days.push_back(day);
    }
    return days;
}

}
