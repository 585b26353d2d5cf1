#pragma once

#include "core/clock/deadline.h"
#include "core/contact/contact.h"
#include "core/profile/calendar.h"

namespace core {

/// By when a council's own team says that it has what EDT agreed: noon of the next working day, or
/// the profile's time; what is sent before the office opens counts from that day. None for a team
/// of no council. COM-3.5b
std::optional<Instant> acknowledgeBy(
    const QString& team, Instant sent, const ServiceCalendar& calendar);

/// The clocks of what was sent to councils' teams, running until each acknowledged it. COM-3.5b
std::vector<Deadline> acknowledgements(const Contact& contact, const Profile& profile);

}
