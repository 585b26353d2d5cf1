#pragma once

#include "core/casework/parts.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Accepted in the slot before the receiver's coordinator answers there: from its opening on unless
/// the profile says later (`leadFrom`). A fact, flagged. HO-3.1, HO-3.2a, Q4
std::optional<Flag> acceptedBeforeLead(
    const HandoverItem& item, Instant accepted, const Context& context);

/// Puts that flag, if any, into the decision.
void flagBeforeLead(
    Decision& decision, const HandoverItem& item, Instant accepted, const Context& context);

}
