#pragma once

#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// The verbal handover's clock of a window of the calendar, from its slot on: it runs whether or
/// not somebody opened the window, and ends with the call or the closing. HO-3.1a, HO-3.1c.
Deadline verbalClock(const WindowTimes& times, const Window* window, const Profile& profile);

/// The verbal handovers that are still to be given at `now`: of the last window, unless nothing was
/// recorded in the duty that it closes, and of each earlier one that was left open.
std::vector<Deadline> windowDeadlines(
    Instant now, const Records& records, const ServiceCalendar& calendar);

}
