#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/handover/window.h"
#include "core/handover/window_events.h"

namespace core {

/// The window that a call at `at` belongs to when none is named: the last of that day whose slot
/// had begun or was about to, whether or not it is closed. HO-3.1c.
std::optional<WindowTimes> windowOfCall(Instant at, const Context& context);

/// A call that ended on a day before that of the window it is told of. HO-3.1c.
std::optional<Refusal> refuseEarlierDay(
    const WindowTimes& times, const std::optional<Instant>& ended, const Context& context);

/// A later call undoes no verbal handover that was given; when the same call ended is corrected by
/// telling its end. HO-3.1c.
std::optional<Refusal> refuseFurtherCall(
    const Window* record, const VerbalGiven& given, bool endTold, const Context& context);

/// The verbal handover ended after the window's thirty minutes. HO-3.1c.
std::optional<Flag> lateCall(const WindowTimes& times, const std::optional<Instant>& ended);

}
