#include "core/profile/version_hours.h"

#include "core/time/london.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int thursday = 4;
constexpr int friday = 5;
// So far before and after the table the days are counted without bank holidays. H15
constexpr int yearsBeyond = 20;
// A period of duty that began or ends outside the table is not much longer than this.
constexpr auto edge = 31 * 24h;

bool contains(const std::vector<QDate>& dates, QDate date)
{
    return std::find(dates.begin(), dates.end(), date) != dates.end();
}

std::vector<Hours> usualOffice()
{
    std::vector<Hours> hours;
    for (int weekday = 1; weekday <= friday; ++weekday)
        hours.push_back({weekday, QTime(9, 0), QTime(17, 0)});
    return hours;
}

/// The service's shift that contains `at`. S3-ii
DutyPeriod shiftAt(const Service& service, Instant at)
{
    std::vector<Instant> edges;
    for (const int away : {-1, 0, 1})
        for (const QTime start : service.shiftStarts)
            edges.push_back(instantOf({dateOf(at).addDays(away), start}));
    std::sort(edges.begin(), edges.end());
    const auto next = std::upper_bound(edges.begin(), edges.end(), at);
    return {service.key, *std::prev(next), *next};
}

WindowTimes windowOf(const HandoverSlot& slot, QDate date)
{
    WindowTimes window;
    window.key = slot.key;
    window.date = date;
    window.from = slot.from;
    window.to = slot.to;
    window.opens = instantOf({date, slot.opens});
    window.starts = instantOf({date, slot.starts});
    window.breach = window.starts + slot.verbalWithin;
    window.coversFrom = window.starts;
    return window;
}

}

VersionHours::VersionHours(Profile profile, BankHolidays holidays)
    : m_profile(std::move(profile))
    , m_holidays(std::move(holidays))
    , m_begin(startOfDay(m_holidays.first))
    , m_end(startOfDay(m_holidays.last.addDays(1)))
    , m_reach{m_holidays.first.addYears(-yearsBeyond), m_holidays.last.addYears(yearsBeyond)}
    , m_reachBegin(startOfDay(m_reach.first))
    , m_reachEnd(startOfDay(m_reach.last.addDays(1)))
{
}

VersionHours::Intervals::const_iterator VersionHours::endingAfter(
    const Intervals& intervals, Instant at)
{
    return std::upper_bound(intervals.begin(), intervals.end(), at,
        [](Instant instant, const Interval& interval) { return instant < interval.to; });
}

void VersionHours::append(Intervals& intervals, Interval next)
{
    if (!intervals.empty() && intervals.back().to >= next.from)
        intervals.back().to = std::max(intervals.back().to, next.to);
    else
        intervals.push_back(next);
}

VersionHours::Tables VersionHours::tablesOf(const Days& days) const
{
    Tables tables;
    for (const WorkKind& kind : m_profile.work)
        tables.dayIntervals.push_back(intervalsOf(kind, days));
    WorkKind office;
    office.dayHours = m_profile.officeHours.empty() ? usualOffice() : m_profile.officeHours;
    tables.office = intervalsOf(office, days);
    return tables;
}

const VersionHours::Tables& VersionHours::tables(Instant at) const
{
    if (at < m_begin + edge || at >= m_end - edge) {
        std::call_once(m_workedBeyond, [this] { m_beyond = tablesOf(m_reach); });
        return m_beyond;
    }
    std::call_once(m_worked, [this] { m_tables = tablesOf({m_holidays.first, m_holidays.last}); });
    return m_tables;
}

bool VersionHours::isBankHoliday(QDate date) const
{
    return m_holidays.contains(date) || contains(m_profile.extraHolidays, date);
}

bool VersionHours::isClosure(QDate date) const
{
    return contains(m_profile.closureDays, date);
}

bool VersionHours::isOpen(QDate date) const
{
    require(date);
    return !isBankHoliday(date) && !isClosure(date);
}

bool VersionHours::isWorkingDay(QDate date) const
{
    return isOpen(date) && date.dayOfWeek() <= friday;
}

// Q5
bool VersionHours::worksOn(const WorkKind& kind, QDate date) const
{
    return !isClosure(date) && (kind.openOnBankHolidays || !isBankHoliday(date));
}

// Q6: the hours of which day of the week are kept that day.
int VersionHours::weekdayOf(const WorkKind& kind, QDate date) const
{
    const bool eve = kind.fridayHoursMoveBack && date.dayOfWeek() == thursday
        && isBankHoliday(date.addDays(1));
    return eve ? friday : date.dayOfWeek();
}

VersionHours::Intervals VersionHours::intervalsOf(const WorkKind& kind, const Days& days) const
{
    std::vector<Hours> hours = kind.dayHours;
    std::sort(hours.begin(), hours.end(),
        [](const Hours& one, const Hours& other) { return one.from < other.from; });
    Intervals intervals;
    for (QDate date = days.first; date <= days.last; date = date.addDays(1)) {
        if (!worksOn(kind, date))
            continue;
        const int weekday = weekdayOf(kind, date);
        for (const Hours& each : hours)
            if (each.weekday == weekday)
                append(intervals,
                    {instantOf({date, each.from}),
                        instantOf({each.to > each.from ? date : date.addDays(1), each.to})});
    }
    return intervals;
}

void VersionHours::require(QDate date) const
{
    if (date < m_reach.first || date > m_reach.last)
        refuse(dateText(date));
}

void VersionHours::require(Instant at) const
{
    if (at < m_reachBegin || at >= m_reachEnd)
        refuse(dateTimeText(at));
}

void VersionHours::refuse(const QString& what) const
{
    throw BeyondHolidays(
        u"Bank holidays are known from %1 to %2, and %3 is too far outside. Install a release "
        "with a newer table."_s.arg(dateText(m_holidays.first), dateText(m_holidays.last), what)
            .toStdString());
}

size_t VersionHours::indexOf(const QString& kind) const
{
    const WorkKind* found = m_profile.workKind(kind);
    if (!found)
        throw std::invalid_argument(
            u"The profile “%1” has no kind of work “%2”."_s.arg(m_profile.key, kind).toStdString());
    return static_cast<size_t>(found - m_profile.work.data());
}

QString VersionHours::receives(const QString& kind, Instant at) const
{
    require(at);
    const size_t index = indexOf(kind);
    const Intervals& intervals = tables(at).dayIntervals[index];
    const auto next = endingAfter(intervals, at);
    const WorkKind& work = m_profile.work[index];
    return next != intervals.end() && next->from <= at ? work.dayService : work.outOfHoursService;
}

bool VersionHours::inOfficeHours(const QString& kind, Instant at) const
{
    const WorkKind* work = m_profile.workKind(kind);
    if (!work)
        return false;
    if (work->dayService != work->outOfHoursService)
        return receives(kind, at) == work->dayService;
    require(at);
    const Intervals& office = tables(at).office;
    const auto next = endingAfter(office, at);
    return next != office.end() && next->from <= at;
}

// One period as long as the table, and one before and after it each.
DutyPeriod VersionHours::always(const QString& service, Instant at) const
{
    if (at < m_begin)
        return {service, m_reachBegin, m_begin};
    return at < m_end ? DutyPeriod{service, m_begin, m_end}
                      : DutyPeriod{service, m_end, m_reachEnd};
}

DutyPeriod VersionHours::duty(const QString& kind, Instant at) const
{
    require(at);
    const size_t index = indexOf(kind);
    const WorkKind& work = m_profile.work[index];
    const Intervals& intervals = tables(at).dayIntervals[index];
    const Service* single
        = work.dayService == work.outOfHoursService ? m_profile.service(work.dayService) : nullptr;
    if (single && !single->shiftStarts.empty())
        return shiftAt(*single, at);
    if (intervals.empty())
        return always(work.outOfHoursService, at);
    const auto next = endingAfter(intervals, at);
    if (next != intervals.end() && next->from <= at)
        return {work.dayService, next->from, next->to};
    if (next == intervals.begin() || next == intervals.end())
        refuse(u"the duty period around "_s + dateTimeText(at));
    return {work.outOfHoursService, (next - 1)->to, next->from};
}

// Q1
bool VersionHours::isHeldOn(const HandoverSlot& slot, QDate date) const
{
    return isWorkingDay(date)
        || (slot.onBankHolidays && date.dayOfWeek() <= friday && !isClosure(date));
}

std::vector<WindowTimes> VersionHours::windowsOn(QDate date) const
{
    require(date);
    std::vector<WindowTimes> windows;
    for (const HandoverSlot& slot : m_profile.handoverSlots)
        if (isHeldOn(slot, date))
            windows.push_back(windowOf(slot, date));
    return windows;
}

}
