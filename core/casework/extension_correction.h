#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Hours that s136B allows, 36 in all. CLK-02
constexpr int longestExtension = 12;

// An extension that was recorded otherwise than it was granted is put right: alone so does a due
// time move back, and both stand in the chronicle. INV-4, INV-10

/// s136B: the hours that were granted in truth, 0 for none. CLK-02
Decision correctExtension(
    const Case& record, int hours, const QString& why, const Context& context);

/// PACE, EPO: until when the clock was let run in truth. CLK-54, CLK-60
Decision correctExtension(const Case& record, const ClockFact& clock, Instant until,
    const QString& why, const Context& context);

}
