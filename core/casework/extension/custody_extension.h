#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

// Who may let custody under PACE run on: beyond 24 hours a superintendent, beyond 36 a court.

/// Why custody does not run until `until` on the word of whom `by` names; none of other clocks.
/// CLK-60
std::optional<Refusal> refuseCustody(const ClockFact& clock, Instant until, const QString& by);

/// Whether the rank of who let it run until `until` is told, that was not. CLK-60
bool tellsRank(const ClockFact& clock, Instant until, const QString& by);
/// The same, and that it is of nobody who may. CLK-60
bool tellsLower(const ClockFact& clock, Instant until, const QString& by);

/// The rank of who let it run on. CLK-60
Owed rankOwed(const ClockFact& clock, const QString& by);
/// Of every custody on the case that goes on.
std::vector<Owed> ranksOwed(const Case& record);

}
