#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// From when the 12 hours in ED count after a decision to admit: from the decision, or, for who was
/// known to be elsewhere then, from the arrival in ED. Where nobody knows, the earlier of the two
/// is the safe side (clocks §1.1). Without such a place a running time from arrival in ED tells of
/// it. None while the person is not known to be in ED. CLK-40
std::optional<Instant> edWaitStart(const Case& record, Instant decided);

/// Starts that clock and its pathways, or records another account of its start; false when the
/// person is not known to be in ED. `after` is the case as the decision leaves it. CLK-40
bool beginEdWait(Decision& decision, const Case& after, Instant decided, const Context& context);

/// The same, and what is owed where no place tells of it: which hospital, or where the person is.
/// CLK-40
void beginEdWaitOrAsk(
    Decision& decision, const Case& record, Instant decided, const Context& context);

/// What the decision puts right of when it was decided: the wait that began by the mistaken time,
/// and its pathways, count from the one in truth; where the person is not known to be in ED by
/// that, or had left before, it never began. CLK-40, INV-4
void moveEdWait(Decision& decision, const Case& before, const QString& why, const Context& context);

/// The time from arrival in ED that a clock tells of after the decision to admit begins the 12
/// hours too, unless they were begun. CLK-40
void followEdArrival(Decision& decision, const Case& record, const Context& context);

/// Starts and ends the 4 and 12 hours from arrival as the stays in ED of `after`, the case as the
/// decision leaves it, ask for, in whichever order they were told. CLK-41
void followEdStays(
    Decision& decision, const Case& before, const Case& after, const Context& context);

}
