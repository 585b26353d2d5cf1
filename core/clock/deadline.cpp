#include "core/clock/deadline.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// A bare time of day would mislead once it is not today's.
QString whenText(Instant at, Instant now)
{
    return dateOf(at) == dateOf(now) ? timeText(at) : dateTimeText(at);
}

}

Alarm alarmAt(const Deadline& deadline, Instant now)
{
    if (deadline.state != ClockState::Running)
        return Alarm::Silent;
    if (now >= deadline.due)
        return Alarm::Expired;
    if (deadline.warnings.empty() || now < deadline.warnings.front())
        return Alarm::Calm;
    return now >= deadline.warnings.back() ? Alarm::Pressing : Alarm::Warned;
}

QString stateText(const Deadline& deadline, Instant now)
{
    switch (deadline.state) {
    case ClockState::Ended: return u"ended %1"_s.arg(whenText(deadline.endedAt, now));
    case ClockState::Superseded: return u"superseded %1"_s.arg(whenText(deadline.endedAt, now));
    case ClockState::Running: break;
    }
    if (now < deadline.due)
        return u"%1 left"_s.arg(durationText(deadline.due - now));
    return u"expired %1, %2 ago"_s.arg(
        whenText(deadline.due, now), durationText(now - deadline.due));
}

}
