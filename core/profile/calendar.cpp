#include "core/profile/calendar.h"

#include "core/time/london.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Half-open: the day service receives new work from `from` until before `to`.
struct Interval {
    Instant from;
    Instant to;
};

using Intervals = std::vector<Interval>;

void append(Intervals& intervals, Interval next)
{
    if (!intervals.empty() && intervals.back().to >= next.from)
        intervals.back().to = std::max(intervals.back().to, next.to);
    else
        intervals.push_back(next);
}

/// The first interval that ends after `at`.
Intervals::const_iterator endingAfter(const Intervals& intervals, Instant at)
{
    return std::upper_bound(intervals.begin(), intervals.end(), at,
        [](Instant instant, const Interval& interval) { return instant < interval.to; });
}

bool contains(const std::vector<QDate>& dates, QDate date)
{
    return std::find(dates.begin(), dates.end(), date) != dates.end();
}

}

struct ServiceCalendar::Data {
    Data(Profile ownProfile, BankHolidays ownHolidays)
        : profile(std::move(ownProfile))
        , holidays(std::move(ownHolidays))
        , begin(startOfDay(holidays.first))
        , end(startOfDay(holidays.last.addDays(1)))
    {
        for (QDate date = holidays.first; date <= holidays.last; date = date.addDays(1))
            open.push_back(!holidays.contains(date) && !contains(profile.extraHolidays, date)
                && !contains(profile.closureDays, date));
        for (const WorkKind& kind : profile.work)
            dayIntervals.push_back(intervalsOf(kind.dayHours));
        office = intervalsOf(profile.officeHours.empty() ? usualOffice() : profile.officeHours);
    }

    static std::vector<Hours> usualOffice()
    {
        std::vector<Hours> hours;
        for (int weekday = 1; weekday <= 5; ++weekday)
            hours.push_back({weekday, QTime(9, 0), QTime(17, 0)});
        return hours;
    }

    Intervals intervalsOf(std::vector<Hours> hours) const
    {
        std::sort(hours.begin(), hours.end(),
            [](const Hours& one, const Hours& other) { return one.from < other.from; });
        Intervals intervals;
        for (QDate date = holidays.first; date <= holidays.last; date = date.addDays(1))
            for (const Hours& each : hours)
                if (each.weekday == date.dayOfWeek() && isOpen(date))
                    append(intervals,
                        {instantOf({date, each.from}),
                            instantOf({each.to > each.from ? date : date.addDays(1), each.to})});
        return intervals;
    }

    bool isOpen(QDate date) const
    {
        require(date);
        return open[static_cast<size_t>(holidays.first.daysTo(date))];
    }

    void require(QDate date) const
    {
        if (!holidays.covers(date))
            refuse(dateText(date));
    }

    void require(Instant at) const
    {
        if (at < begin || at >= end)
            refuse(dateTimeText(at));
    }

    [[noreturn]] void refuse(const QString& what) const
    {
        throw BeyondHolidays(
            u"Bank holidays are known from %1 to %2, and %3 needs one outside. Install a release "
            "with a newer table."_s.arg(dateText(holidays.first), dateText(holidays.last), what)
                .toStdString());
    }

    size_t indexOf(const QString& kind) const
    {
        const WorkKind* found = profile.workKind(kind);
        if (!found)
            throw std::invalid_argument(
                u"The profile “%1” has no kind of work “%2”."_s.arg(profile.key, kind)
                    .toStdString());
        return static_cast<size_t>(found - profile.work.data());
    }

    /// The service's shift that contains `at`. S3-ii
    static DutyPeriod shiftAt(const Service& service, Instant at)
    {
        std::vector<Instant> edges;
        for (const int away : {-1, 0, 1})
            for (const QTime start : service.shiftStarts)
                edges.push_back(instantOf({dateOf(at).addDays(away), start}));
        std::sort(edges.begin(), edges.end());
        const auto next = std::upper_bound(edges.begin(), edges.end(), at);
        return {service.key, *std::prev(next), *next};
    }

    WindowTimes window(const HandoverSlot& slot, QDate date) const
    {
        WindowTimes window;
        window.key = slot.key;
        window.date = date;
        window.from = slot.from;
        window.to = slot.to;
        window.opens = instantOf({date, slot.opens});
        window.starts = instantOf({date, slot.starts});
        window.breach = window.starts + slot.verbalWithin;
        return window;
    }

    Profile profile;
    BankHolidays holidays;
    Instant begin;
    Instant end;
    std::vector<bool> open; ///< by day from holidays.first: neither holiday nor closure day
    std::vector<Intervals> dayIntervals; ///< in the order of profile.work
    Intervals office; ///< of a service that works day and night
};

QString WindowTimes::name() const
{
    return date.toString(Qt::ISODate) + u'-' + key.toUpper();
}

ServiceCalendar::ServiceCalendar(Profile profile, BankHolidays holidays)
    : m_data(std::make_shared<const Data>(std::move(profile), std::move(holidays)))
{
}

bool ServiceCalendar::isWorkingDay(QDate date) const
{
    return m_data->isOpen(date) && date.dayOfWeek() <= 5;
}

QDate ServiceCalendar::addWorkingDays(QDate from, int days) const
{
    m_data->require(from);
    QDate date = from;
    for (int left = days; left > 0;) {
        date = date.addDays(1);
        if (isWorkingDay(date))
            --left;
    }
    return date;
}

QDate ServiceCalendar::addWorkingDays(QDate from, WorkingDays period) const
{
    return addWorkingDays(from, period.count);
}

QString ServiceCalendar::receives(const QString& kind, Instant at) const
{
    m_data->require(at);
    const size_t index = m_data->indexOf(kind);
    const Intervals& intervals = m_data->dayIntervals[index];
    const auto next = endingAfter(intervals, at);
    const WorkKind& work = m_data->profile.work[index];
    return next != intervals.end() && next->from <= at ? work.dayService : work.outOfHoursService;
}

bool ServiceCalendar::inOfficeHours(const QString& kind, Instant at) const
{
    const WorkKind* work = m_data->profile.workKind(kind);
    if (!work)
        return false;
    if (work->dayService != work->outOfHoursService)
        return receives(kind, at) == work->dayService;
    m_data->require(at);
    const auto next = endingAfter(m_data->office, at);
    return next != m_data->office.end() && next->from <= at;
}

DutyPeriod ServiceCalendar::duty(const QString& kind, Instant at) const
{
    m_data->require(at);
    const size_t index = m_data->indexOf(kind);
    const WorkKind& work = m_data->profile.work[index];
    const Intervals& intervals = m_data->dayIntervals[index];
    const Service* always = work.dayService == work.outOfHoursService
        ? m_data->profile.service(work.dayService)
        : nullptr;
    if (always && !always->shiftStarts.empty())
        return Data::shiftAt(*always, at);
    if (intervals.empty())
        return {work.outOfHoursService, m_data->begin, m_data->end};
    const auto next = endingAfter(intervals, at);
    if (next != intervals.end() && next->from <= at)
        return {work.dayService, next->from, next->to};
    if (next == intervals.begin() || next == intervals.end())
        m_data->refuse(u"the duty period around "_s + dateTimeText(at));
    return {work.outOfHoursService, (next - 1)->to, next->from};
}

std::optional<WindowTimes> ServiceCalendar::windowAt(Instant at) const
{
    for (const WindowTimes& window : windowsOn(dateOf(at)))
        if (window.opens <= at && at < window.starts)
            return window;
    return {};
}

std::vector<WindowTimes> ServiceCalendar::windowsOn(QDate date) const
{
    std::vector<WindowTimes> windows;
    if (!isWorkingDay(date))
        return windows;
    for (const HandoverSlot& slot : m_data->profile.handoverSlots) {
        WindowTimes window = m_data->window(slot, date);
        window.coversFrom = window.starts;
        for (const QString& kind : slot.kinds) {
            const DutyPeriod closing = duty(kind, window.starts - 1ms);
            if (closing.service == slot.from)
                window.coversFrom = std::min(window.coversFrom, closing.from);
        }
        windows.push_back(std::move(window));
    }
    std::sort(windows.begin(), windows.end(),
        [](const WindowTimes& one, const WindowTimes& other) { return one.opens < other.opens; });
    return windows;
}

WindowTimes ServiceCalendar::nextWindow(Instant at) const
{
    for (QDate date = dateOf(at);; date = date.addDays(1))
        for (const WindowTimes& window : windowsOn(date))
            if (window.opens > at)
                return window;
}

WindowTimes ServiceCalendar::lastWindow(Instant at) const
{
    for (QDate date = dateOf(at);; date = date.addDays(-1)) {
        const std::vector<WindowTimes> windows = windowsOn(date);
        const auto last = std::find_if(windows.rbegin(), windows.rend(),
            [at](const WindowTimes& window) { return window.opens <= at; });
        if (last != windows.rend())
            return *last;
    }
}

const Profile& ServiceCalendar::profile() const
{
    return m_data->profile;
}

const BankHolidays& ServiceCalendar::holidays() const
{
    return m_data->holidays;
}

}
