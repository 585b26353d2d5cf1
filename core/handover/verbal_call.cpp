#include "core/handover/verbal_call.h"

#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

// Who is ready early does not wait for the slot: such a call is the coming window's.
std::optional<WindowTimes> windowOfCall(Instant at, const Context& context)
{
    constexpr Minutes readyEarly{30};
    const auto windows = context.calendar.windowsOn(dateOf(at));
    const auto last = std::find_if(windows.rbegin(), windows.rend(),
        [&](const WindowTimes& each) { return each.opens - readyEarly <= at; });
    if (last != windows.rend())
        return *last;
    return windows.empty() ? std::nullopt : std::optional(windows.front());
}

std::optional<Refusal> refuseEarlierDay(
    const WindowTimes& times, const std::optional<Instant>& ended, const Context& context)
{
    if (!ended || dateOf(*ended) >= dateOf(times.opens))
        return {};
    const auto own = windowOfCall(*ended, context);
    return Refusal{u"HO-3.1c"_s, u"ended"_s,
        u"The call ended at %1, on a day before %2."_s.arg(dateTimeText(*ended), times.name()),
        own ? u"Name its own window, %1, or correct the time."_s.arg(own->name())
            : u"No window is held on that day: write the call down with case.note, or correct the "
              u"time."_s};
}

// Beside the giver's note the receiver's moves no time.
static bool countsFor(const Window& window, const QString& service)
{
    return service == window.from
        || std::none_of(window.verbalNotes.begin(), window.verbalNotes.end(),
            [&](const VerbalNote& note) { return note.service == window.from && note.ended; });
}

std::optional<Refusal> refuseFurtherCall(
    const Window* record, const VerbalGiven& given, bool endTold, const Context& context)
{
    if (!record || !record->verbalEnded || !countsFor(*record, context.actor.service))
        return {};
    const Instant held = *record->verbalEnded;
    const bool begunAfter = given.started && *given.started >= held;
    const bool endsOnlyNow = !endTold && given.ended && *given.ended > held;
    if (!begunAfter && !endsOnlyNow)
        return {};
    return Refusal{u"HO-3.1c"_s, begunAfter ? u"started"_s : u"ended"_s,
        u"The verbal handover %1 ended at %2: a later call does not undo it."_s.arg(
            record->name, timeText(held)),
        u"Note a further call with handover.practitioner_call, or with case.note where no "
        u"handover was proposed; correct the time of this one by giving when it ended."_s};
}

std::optional<Flag> lateCall(const WindowTimes& times, const std::optional<Instant>& ended)
{
    if (!ended || *ended <= times.breach)
        return {};
    return Flag{u"HO-3.1c"_s,
        u"The verbal handover %1 ended at %2, after %3."_s.arg(
            times.name(), timeText(*ended), timeText(times.breach))};
}

}
