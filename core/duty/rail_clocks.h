#pragma once

#include "core/clock/deadline.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// Every running clock that a desk of `service` watches at `now`, in rail order: of the open cases
/// of all services and of closed ones on which something runs on, of sendings to be acknowledged
/// (COM-3.5b), of handover windows, escalations and visits, of unreadable versions of the profile,
/// of its own duty and the one before and of the contacts since then, and of every older duty and
/// contact with a promise that nobody kept, by who has them after the reliefs, and of what its last
/// two duties left unwritten (ESC-6.5). Last and silent come
/// the detentions that a complete application superseded, until they are ended. CLK-01
std::vector<Deadline> railClocks(
    const QString& service, Instant now, const Records& records, const ServiceCalendar& calendar);

}
