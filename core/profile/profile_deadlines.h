#pragma once

#include "core/clock/deadline.h"
#include "core/profile/calendar.h"

namespace core {

/// The versions of the profile that this program cannot read and that no later one took the place
/// of at `now`: warned of from when they were published, and due when they come into force, since
/// the desk then works by other hours and numbers than its colleagues. FM-3, H20
/// And the bank-holiday table, once its last day is over. H15
std::vector<Deadline> profileDeadlines(
    const QString& service, Instant now, const ServiceCalendar& calendar);

}
