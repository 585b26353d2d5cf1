#include "core/handover/pace.h"

namespace core {

SessionStep stepOf(const WindowTimes& times, const Window* window, Instant now)
{
    if (window && (window->verbalEnded || window->closedAt))
        return SessionStep::CrossCheck;
    const bool begun = window && window->verbalStarted;
    return begun || now >= times.opens ? SessionStep::Call : SessionStep::Prepare;
}

static Stretch stretchAt(const WindowTimes& times, Instant now)
{
    if (now < times.opens)
        return Stretch::BeforeSlot;
    if (now < times.starts)
        return Stretch::InSlot;
    return now <= times.breach ? Stretch::AfterSlot : Stretch::PastLimit;
}

static Instant endOf(Stretch stretch, const WindowTimes& times)
{
    switch (stretch) {
    case Stretch::BeforeSlot: return times.opens;
    case Stretch::InSlot: return times.starts;
    case Stretch::AfterSlot:
    case Stretch::PastLimit:
    case Stretch::Over: break;
    }
    return times.breach;
}

SessionPace paceOf(const WindowTimes& times, const Window* window, Instant now)
{
    SessionPace pace;
    pace.missed = missed(times, window, now);
    pace.stretch = stretchAt(times, now);
    if (window) {
        pace.state = window->state;
        pace.given = verbalTiming(*window);
        if (window->verbalEnded || window->closedAt)
            pace.stretch = Stretch::Over;
        if (window->verbalStarted)
            pace.call = window->verbalEnded.value_or(window->closedAt.value_or(now))
                - *window->verbalStarted;
    }
    pace.until = endOf(pace.stretch, times);
    return pace;
}

}
