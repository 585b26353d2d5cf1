#pragma once

#include "core/clock/deadline.h"
#include "core/duty/watched.h"

namespace core {

/// What stands open or promised while `service` is to be on duty by its hours and nobody is: since
/// the last officer left, or the duty began that nobody took up, whether duties before it were
/// started, signed off or neither, and not before the oldest of it came in. None of a service that
/// keeps no book and has started no duty. HO-2.1d
std::optional<Deadline> leftToNobody(const QString& service, Instant now, const Watched& watched,
    const Records& records, const ServiceCalendar& calendar);

}
