#pragma once

#include "core/handover/window.h"

#include <chrono>

namespace core {

/// The steps of one handover session.
enum class SessionStep { Prepare, Call, CrossCheck };
template <>
inline constexpr const char* words<SessionStep>[] = {"prepare", "call", "cross_check"};

/// Call from its beginning, or from its slot on; cross-check once it has ended or the window
/// closed.
SessionStep stepOf(const WindowTimes& times, const Window* window, Instant now);

/// Which stretch of a window the verbal handover is in, while it has not been given. HO-3.1c.
enum class Stretch { BeforeSlot, InSlot, AfterSlot, PastLimit, Over };
template <>
inline constexpr const char* words<Stretch>[]
    = {"before_slot", "in_slot", "after_slot", "past_limit", "over"};

/// How the verbal handover keeps to slot and limit at one instant. HO-3.1c.
struct SessionPace {
    WindowState state = WindowState::Scheduled;
    bool missed = false; ///< its last moment passed and nobody opened it. HO-3.1a
    Stretch stretch = Stretch::BeforeSlot;
    VerbalTiming given = VerbalTiming::NotYet;
    Instant until; ///< the end of the stretch; of the last two, when the limit was
    std::optional<std::chrono::milliseconds> call; ///< how long the call lasts or lasted
};

/// `window` may be none: nobody opened it.
SessionPace paceOf(const WindowTimes& times, const Window* window, Instant now);

}
