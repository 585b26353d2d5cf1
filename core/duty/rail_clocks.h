#pragma once

#include "core/clock/deadline.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// The last duty of `service` that ended and the one that runs, or comes next, at `now`.
std::vector<DutyPeriod> watchedDuties(
    const QString& service, Instant now, const ServiceCalendar& calendar);

/// The reliefs of these duties of `service`, oldest first.
std::vector<Relief> reliefsIn(const std::vector<DutyPeriod>& duties, const QString& service,
    const Records& records, const Profile& profile);

/// Every running clock that a desk of `service` watches at `now`, in rail order: of the open cases
/// of all services and of closed ones with tasks to be done, of sendings to be acknowledged
/// (COM-3.5b), of handover windows, escalations and visits, of unreadable versions of the profile,
/// of its own duty and the one before, whose call-backs nobody may have kept, and of the contacts
/// since then, by who has them after the reliefs of these duties. Last and silent come the
/// detentions that a complete application superseded, until they are ended. CLK-01
std::vector<Deadline> railClocks(
    const QString& service, Instant now, const Records& records, const ServiceCalendar& calendar);

}
