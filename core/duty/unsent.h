#pragma once

#include "core/clock/deadline.h"
#include "core/duty/end_of_duty.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// The contacts of the period, those that the service received in the 31 days before it and that
/// still have to go to a team, and any older of which a GP has still to have a copy. On a case,
/// only a GP copy still has to go that was asked for by name or whose case nobody distributes: the
/// rest goes with the case. HO-5.2b, HO-5.4, COM-3.5b
std::vector<std::shared_ptr<const Contact>> contactsToSend(
    const DutyPeriod& period, const Records& records, const Profile& profile);

/// The send list of those contacts, without the copies for a GP that go with a case or to nobody:
/// what stands on it for a GP is on the rail too. HO-5.2b, HO-5.4
std::vector<SendLine> linesToSend(
    const DutyPeriod& period, const Records& records, const Profile& profile);

/// The clocks of the GP copies that nobody has sent, however old the call: noon of the next working
/// day after it, or the profile's time. None for who has no GP. HO-5.4
std::vector<Deadline> gpCopies(
    Instant now, const Records& records, const ServiceCalendar& calendar);

}
