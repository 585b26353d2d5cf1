#include "core/handover/window_choice.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

std::optional<WindowTimes> windowNamed(const QString& name, const ServiceCalendar& calendar)
{
    const QDate date = QDate::fromString(name.left(10), Qt::ISODate);
    if (!date.isValid())
        return {};
    for (const WindowTimes& times : calendar.windowsOn(date))
        if (times.name().compare(name, Qt::CaseInsensitive) == 0)
            return times;
    return {};
}

std::shared_ptr<const Window> recordOf(const WindowTimes& times, const Context& context)
{
    return context.records.window(windowId(context.profile().key, times.name()));
}

static bool isOpened(const WindowTimes& times, const Context& context)
{
    const auto record = recordOf(times, context);
    return record && record->openedAt;
}

static bool isClosed(const WindowTimes& times, const Context& context)
{
    const auto record = recordOf(times, context);
    return record && record->closedAt;
}

static std::vector<WindowTimes> windowsOfTheDay(const Context& context)
{
    return context.calendar.windowsOn(dateOf(context.occurred));
}

std::optional<WindowTimes> windowToOpen(const Context& context)
{
    for (const WindowTimes& times : windowsOfTheDay(context))
        if (context.occurred <= times.breach && !isOpened(times, context))
            return times;
    return {};
}

// A window that was left open carries nothing more once the day's next one has begun.
static std::vector<WindowTimes> openWindows(const Context& context)
{
    std::vector<WindowTimes> open;
    for (const WindowTimes& times : windowsOfTheDay(context)) {
        if (times.opens <= context.occurred)
            open.clear();
        if (isOpened(times, context) && !isClosed(times, context))
            open.push_back(times);
    }
    return open;
}

std::optional<WindowTimes> windowMeant(const Context& context)
{
    const std::vector<WindowTimes> open = openWindows(context);
    return open.empty() ? windowToOpen(context) : std::optional(open.back());
}

std::optional<WindowTimes> windowAtHand(
    Instant now, const Records& records, const ServiceCalendar& calendar)
{
    try {
        const WindowTimes last = calendar.lastWindow(now);
        const auto record = records.window(windowId(calendar.profile().key, last.name()));
        const bool leftOpen = record && record->openedAt && !record->closedAt;
        if (now <= last.breach || leftOpen)
            return last;
        return calendar.nextWindow(now);
    } catch (const BeyondHolidays&) {
        return {};
    }
}

std::vector<WindowTimes> windowsAround(Instant now, const ServiceCalendar& calendar)
{
    constexpr int later = 2;
    constexpr int earlier = 6;
    std::vector<WindowTimes> around;
    try {
        Instant at = now;
        for (int i = 0; i < later; ++i) {
            around.insert(around.begin(), calendar.nextWindow(at));
            at = around.front().opens;
        }
        at = now;
        for (int i = 0; i < earlier; ++i) {
            around.push_back(calendar.lastWindow(at));
            at = around.back().opens - std::chrono::milliseconds(1);
        }
    } catch (const BeyondHolidays&) {
        return around;
    }
    return around;
}

QString windowNameOf(
    const WindowId& id, Instant now, const Records& records, const ServiceCalendar& calendar)
{
    if (const auto record = records.window(id))
        return record->name;
    for (const WindowTimes& each : windowsAround(now, calendar))
        if (windowId(calendar.profile().key, each.name()) == id)
            return each.name();
    return {};
}

// After a slot the next one goes the other way: a late handover is prepared for no window.
static std::optional<WindowTimes> comingWindow(
    const QString& from, const QString& to, const Context& context)
{
    try {
        const WindowTimes next = context.calendar.nextWindow(context.occurred);
        for (const WindowTimes& times : context.calendar.windowsOn(next.date))
            if (times.opens == next.opens && times.from == from && times.to == to)
                return times;
    } catch (const BeyondHolidays&) {
        return {};
    }
    return {};
}

std::optional<WindowTimes> windowCarrying(
    const QString& from, const QString& to, const Context& context)
{
    const auto onRoute
        = [&](const WindowTimes& times) { return times.from == from && times.to == to; };
    for (const WindowTimes& times : openWindows(context))
        if (onRoute(times))
            return times;
    for (const WindowTimes& times : windowsOfTheDay(context)) {
        const bool itsTime = times.opens <= context.occurred && context.occurred <= times.breach;
        if (onRoute(times) && itsTime && !isClosed(times, context))
            return times;
    }
    const auto coming = comingWindow(from, to, context);
    return coming && !isClosed(*coming, context) ? coming : std::nullopt;
}

// Its half hour is still to pass, or it stood open then.
static bool isGivenThen(const WindowTimes& times, const Context& context)
{
    const auto record = recordOf(times, context);
    const bool over = record && record->closedAt && *record->closedAt <= context.occurred;
    return context.occurred <= times.breach || (record && record->openedAt && !over);
}

std::optional<WindowTimes> windowGivenBy(const QString& service, const Context& context)
{
    std::optional<WindowTimes> closed;
    for (const WindowTimes& times : windowsOfTheDay(context)) {
        if (times.from != service)
            continue;
        if (isGivenThen(times, context))
            return times;
        if (isClosed(times, context))
            closed = times;
    }
    return closed ? closed : windowMeant(context);
}

std::optional<WindowTimes> windowChosen(const QString& name, const Context& context)
{
    return name.isEmpty() ? windowMeant(context) : windowNamed(name, context.calendar);
}

}
