#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/escalation/escalation.h"

namespace core {

/// Of which kind of work a concern is: of its first case, else "general".
QString workOf(const Escalation& record, const Records& records);

/// Whom the route leads to: those of the organisation, if any is, else all, the first one first.
/// ESC-4.1
std::vector<const ContactPoint*> contactsOf(
    const EscalationRoute& route, const QString& organisation, const Profile& profile);

/// The way of the organisation that a concern goes to, by key or name in the profile, else one on
/// which a contact of the organisation is: one that is open then before one that is not. Null where
/// none is known and of an incoming concern. ESC-4.1
const EscalationRoute* routeOfOrganisation(const Escalation& record, const Context& context);

/// Key of the way that a concern takes by itself: the organisation's, if somebody is there by then.
/// Empty where it has taken one. ESC-4.1
QString routeTaken(const Escalation& record, const Context& context);

/// Whom of the organisation to ring or write to, that an address is outside the secure domains, and
/// that a complaints' way is not urgent. ESC-4.1
void tellRoute(Decision& decision, const EscalationRoute& route, const QString& organisation,
    const Profile& profile);

}
