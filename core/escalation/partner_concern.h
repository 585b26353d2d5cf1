#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/escalation/escalation.h"

namespace core {

/// Writes an incoming partner's concern on the On-call Manager Record of the duty that runs, where
/// the acting user's service keeps one; of professional practice it tells only that there is one.
/// ESC-6.6, ESC-1.6
void bookPartnersConcern(Decision& decision, const Escalation& raised, const Context& context);

}
