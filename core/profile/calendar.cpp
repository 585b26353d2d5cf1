#include "core/profile/calendar.h"

#include "core/profile/version_hours.h"
#include "core/time/london.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool hasKey(const std::vector<WindowTimes>& windows, const QString& key)
{
    return std::any_of(windows.begin(), windows.end(),
        [&key](const WindowTimes& window) { return window.key == key; });
}

// A place without windows, or whose windows are all closed, is not searched for ever.
constexpr int farthestWindow = 366; ///< days

[[noreturn]] void noWindowAround(QDate date)
{
    throw BeyondHolidays(
        u"No handover window is held within a year of %1."_s.arg(dateText(date)).toStdString());
}

bool opensEarlier(const WindowTimes& one, const WindowTimes& other)
{
    return one.opens < other.opens;
}

}

QString WindowTimes::name() const
{
    return date.toString(Qt::ISODate) + u'-' + key.toUpper();
}

ServiceCalendar::ServiceCalendar(Profile profile, BankHolidays holidays)
    : m_eras(std::make_shared<const Eras>(Eras{{Instant{},
        std::make_shared<const VersionHours>(std::move(profile), std::move(holidays))}}))
{
}

ServiceCalendar::ServiceCalendar(const std::vector<CalendarFrom>& versions, Instant at)
{
    Eras eras;
    for (const CalendarFrom& each : versions)
        eras.push_back({each.from, (*each.calendar.m_eras)[each.calendar.m_now].hours});
    m_eras = std::make_shared<const Eras>(std::move(eras));
    m_now = eraAt(at);
}

ServiceCalendar ServiceCalendar::withPassedOver(std::vector<PassedOver> versions) const
{
    ServiceCalendar with = *this;
    with.m_passedOver = std::make_shared<const std::vector<PassedOver>>(std::move(versions));
    return with;
}

const std::vector<PassedOver>& ServiceCalendar::passedOver() const
{
    static const std::vector<PassedOver> none;
    return m_passedOver ? *m_passedOver : none;
}

ServiceCalendar ServiceCalendar::asAt(Instant at) const
{
    ServiceCalendar then = *this;
    then.m_now = eraAt(at);
    return then;
}

std::size_t ServiceCalendar::eraAt(Instant at) const
{
    std::size_t era = m_eras->size() - 1;
    while (era > 0 && (*m_eras)[era].from > at)
        --era;
    return era;
}

// Of a day on which another version came into force, that one.
std::size_t ServiceCalendar::eraOn(QDate date) const
{
    return m_eras->size() == 1 ? 0 : eraAt(startOfDay(date.addDays(1)) - 1ms);
}

const VersionHours& ServiceCalendar::hoursOf(std::size_t era) const
{
    return *(*m_eras)[era].hours;
}

const VersionHours& ServiceCalendar::now() const
{
    return hoursOf(m_now);
}

bool ServiceCalendar::isWorkingDay(QDate date) const
{
    return hoursOf(eraOn(date)).isWorkingDay(date);
}

QDate ServiceCalendar::addWorkingDays(QDate from, int days) const
{
    now().require(from);
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

// The version of that time; one that knew no such work answers by the nearest that did.
std::size_t ServiceCalendar::eraFor(const QString& kind, Instant at) const
{
    const auto knows = [&](std::size_t era) { return hoursOf(era).profile().workKind(kind); };
    const std::size_t wanted = eraAt(at);
    for (std::size_t era = wanted + 1; era-- > 0;)
        if (knows(era))
            return era;
    for (std::size_t era = wanted + 1; era < m_eras->size(); ++era)
        if (knows(era))
            return era;
    return wanted;
}

QString ServiceCalendar::receives(const QString& kind, Instant at) const
{
    return hoursOf(eraFor(kind, at)).receives(kind, at);
}

bool ServiceCalendar::inOfficeHours(const QString& kind, Instant at) const
{
    return hoursOf(eraFor(kind, at)).inOfficeHours(kind, at);
}

DutyPeriod ServiceCalendar::duty(const QString& kind, Instant at) const
{
    const std::size_t era = eraFor(kind, at);
    const DutyPeriod own = hoursOf(era).duty(kind, at);
    if (era != eraAt(at))
        return own;
    return {own.service, startAcross(kind, own, era), endAcross(kind, own, era)};
}

// What the version says of that instant, if it knows the kind of work at all.
DutyPeriod ServiceCalendar::period(const QString& kind, Instant at, std::size_t era) const
{
    const VersionHours& hours = hoursOf(era);
    return hours.profile().workKind(kind) ? hours.duty(kind, at) : DutyPeriod{};
}

// A period goes on under the next version where the same service is on duty before and after.
Instant ServiceCalendar::startAcross(
    const QString& kind, const DutyPeriod& period, std::size_t era) const
{
    Instant start = period.from;
    for (; era > 0 && start < (*m_eras)[era].from; --era) {
        const Instant edge = (*m_eras)[era].from;
        const DutyPeriod before = this->period(kind, edge - 1ms, era - 1);
        if (before.service != period.service || before.to <= edge)
            return edge;
        start = before.from;
    }
    return start;
}

Instant ServiceCalendar::endAcross(
    const QString& kind, const DutyPeriod& period, std::size_t era) const
{
    Instant end = period.to;
    for (++era; era < m_eras->size() && end > (*m_eras)[era].from; ++era) {
        const Instant edge = (*m_eras)[era].from;
        const DutyPeriod after = this->period(kind, edge, era);
        if (after.service != period.service || after.from >= edge)
            return edge;
        end = after.to;
    }
    return end;
}

std::optional<WindowTimes> ServiceCalendar::windowAt(Instant at) const
{
    for (const WindowTimes& window : windowsOn(dateOf(at)))
        if (window.opens <= at && at < window.starts)
            return window;
    return {};
}

// On the day on which another version comes into force a window is the later version's where that
// opens in its time; one that had opened before stays.
bool ServiceCalendar::isHeld(const WindowTimes& window, std::size_t era) const
{
    if (era > 0 && window.opens < (*m_eras)[era].from)
        return false;
    return era == eraOn(window.date) || window.opens < (*m_eras)[era + 1].from
        || hasKey(hoursOf(era + 1).windowsOn(window.date), window.key);
}

std::vector<WindowTimes> ServiceCalendar::windowsOn(QDate date) const
{
    const std::size_t first = m_eras->size() == 1 ? 0 : eraAt(startOfDay(date));
    std::vector<WindowTimes> windows;
    for (std::size_t era = eraOn(date) + 1; era-- > first;)
        for (const WindowTimes& window : hoursOf(era).windowsOn(date))
            if (isHeld(window, era) && !hasKey(windows, window.key))
                windows.push_back(window);
    for (WindowTimes& window : windows)
        window.coversFrom = coveredFrom(window);
    std::sort(windows.begin(), windows.end(), opensEarlier);
    return windows;
}

Instant ServiceCalendar::coveredFrom(const WindowTimes& window) const
{
    const HandoverSlot* slot = asAt(window.opens).profile().slot(window.key);
    Instant from = window.starts;
    for (const QString& kind : slot ? slot->kinds : QStringList()) {
        const DutyPeriod closing = duty(kind, window.starts - 1ms);
        if (closing.service == window.from)
            from = std::min(from, closing.from);
    }
    return from;
}

WindowTimes ServiceCalendar::nextWindow(Instant at) const
{
    const QDate first = dateOf(at);
    for (int away = 0; away <= farthestWindow; ++away)
        for (const WindowTimes& window : windowsOn(first.addDays(away)))
            if (window.opens > at)
                return window;
    noWindowAround(first);
}

WindowTimes ServiceCalendar::lastWindow(Instant at) const
{
    const QDate first = dateOf(at);
    for (int away = 0; away <= farthestWindow; ++away) {
        const std::vector<WindowTimes> windows = windowsOn(first.addDays(-away));
        const auto last = std::find_if(windows.rbegin(), windows.rend(),
            [at](const WindowTimes& window) { return window.opens <= at; });
        if (last != windows.rend())
            return *last;
    }
    noWindowAround(first);
}

const Profile& ServiceCalendar::profile() const
{
    return now().profile();
}

const BankHolidays& ServiceCalendar::holidays() const
{
    return now().holidays();
}

}
