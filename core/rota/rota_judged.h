#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/rota/cover.h"

#include <map>

namespace core {

/// The shifts that a decision changes, as they stand once it does.
using ChangedShifts = std::map<ShiftId, RotaShift>;

/// COM-3.11c: says which people of these months work more shifts than their band does, once the
/// changed shifts stand. A plan may exceed the limit: it is flagged; a band not known is owed.
void flagLimits(Decision& decision, const ChangedShifts& changed, const Context& context);

/// COM-3.1: says which parts of the period are without AMHP once the changed shifts stand.
void noteGaps(Decision& decision, const ChangedShifts& changed, const Stretch& period,
    const Context& context);

}
