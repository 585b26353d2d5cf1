#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/visit/visit.h"

namespace core {

/// Flags word of a visit at `at` that came after it was due, by what is told so far. COM-3.8
void flagLateWord(Decision& decision, const Visit& visit, Instant at, const Context& context);

/// The same of a check-in that may be told after others or after the return: it is judged where it
/// belongs. What was flagged of the word that followed, and is in time by the `next` of this one,
/// is told on the case. COM-3.8
void judgeCheckIn(Decision& decision, const Visit& visit, Instant next, const Context& context);

}
