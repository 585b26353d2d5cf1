#pragma once

#include "core/command/context.h"

namespace core {

/// The window called "2026-11-18-PM", none when the calendar has no such one. HO-3.1a.
std::optional<WindowTimes> windowNamed(const QString& name, const ServiceCalendar& calendar);

/// The window to open at `occurred` when none is named: the first of that day that nobody opened
/// and whose half hour has not passed.
std::optional<WindowTimes> windowToOpen(const Context& context);

/// The window that a coordinator means at `occurred` without naming one: the open one of that day,
/// else the one to open.
std::optional<WindowTimes> windowMeant(const Context& context);

/// The window at which the service gives, at `occurred`: of that day, open or with its half hour
/// still to pass, closed already or not; else its last one of that day that was closed before; else
/// the one that a coordinator means.
std::optional<WindowTimes> windowGivenBy(const QString& service, const Context& context);

/// The window called `name`, the one that a coordinator means where it is empty.
std::optional<WindowTimes> windowChosen(const QString& name, const Context& context);

/// The window that a handover from one service to another belongs to at `occurred`: of that day,
/// not closed, and either open or in its slot or half hour; else the coming one, when the next of
/// the calendar goes that way. None: outside any window.
std::optional<WindowTimes> windowCarrying(
    const QString& from, const QString& to, const Context& context);

/// The window that a desk looks at: the last one until its half hour has passed and while it is
/// left open, then the next. None where no window is held within a year.
std::optional<WindowTimes> windowAtHand(
    Instant now, const Records& records, const ServiceCalendar& calendar);

/// The windows around `now`, the newest first: the next two and the last six, as far as the holiday
/// table reaches.
std::vector<WindowTimes> windowsAround(Instant now, const ServiceCalendar& calendar);

/// The name of the window with that identifier: one on record, or one around `now`.
QString windowNameOf(
    const WindowId& id, Instant now, const Records& records, const ServiceCalendar& calendar);

/// What is recorded of the window, none while nobody opened it.
std::shared_ptr<const Window> recordOf(const WindowTimes& times, const Context& context);

}
