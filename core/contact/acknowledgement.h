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

/// The day service that has a call about mental health work once it is sent to that team: of the
/// audience `amhp-day`, where the work is another service's by night. None for other calls, which
/// it never sees. HO-3.1a, HO-5.1
QString amhpServiceSentTo(const Contact& contact, const QString& team, const Profile& profile);

/// By when that service uploads and distributes such a call on no case: the end of the next working
/// day. HO-5.1
std::optional<Instant> uploadBy(
    const Contact& contact, const QString& team, Instant sent, const ServiceCalendar& calendar);

/// The clocks of what was sent to councils' teams, running until each acknowledged it. COM-3.5b
std::vector<Deadline> acknowledgements(const Contact& contact, const Profile& profile);

/// The clocks of what the AMHP service uploads, running until it acknowledged the call; on a case
/// its distribution owes that. HO-5.1
std::vector<Deadline> uploads(const Contact& contact, const Profile& profile);

}
