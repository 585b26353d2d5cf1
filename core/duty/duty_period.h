#pragma once

#include "core/profile/calendar.h"

namespace core {

/// The period in which `service` is on duty for any kind of work at `at`, the one that began
/// earliest. None outside its hours.
std::optional<DutyPeriod> dutyPeriodAt(
    const ServiceCalendar& calendar, const QString& service, Instant at);

/// The first period of duty of `service` that begins after `at`; none for a service that takes no
/// work.
std::optional<DutyPeriod> nextDutyPeriod(
    const ServiceCalendar& calendar, const QString& service, Instant at);

/// The next period while another still runs, from the profile's `sign_on_before` (30 minutes)
/// before it on: who signs on then means this one. S3-ii
std::optional<DutyPeriod> dutyPeriodAboutToBegin(
    const ServiceCalendar& calendar, const QString& service, Instant at);

/// The last period of duty of `service` that ended at or before `at`.
std::optional<DutyPeriod> lastDutyPeriod(
    const ServiceCalendar& calendar, const QString& service, Instant at);

}
