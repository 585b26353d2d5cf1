#include "ui/widgets/moments.h"

#include "core/time/london.h"

namespace ui {

QString momentText(core::Instant at, core::Instant now)
{
    const qint64 days = core::dateOf(at).daysTo(core::dateOf(now));
    if (days == 0)
        return core::timeText(at);
    if (std::abs(days) < 7)
        return core::dateText(core::dateOf(at)).left(3) + u' ' + core::timeText(at);
    return core::dateTimeText(at);
}

QString dayOrMomentText(core::Instant at, core::Instant now)
{
    return core::isDayAlone(at) ? core::dateText(core::dateOf(at)) : momentText(at, now);
}

}
