#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Whether the hospital's managers keep the time of the clock from the admission on. CLK-08
bool isTheHospitals(const ClockFact& clock, const Case& record);

/// What is told late of a closed case starts nothing that runs on: each clock that the decision
/// begins there, and the status that it times, ends with the closing.
void endOnClosed(Decision& decision, const Context& context);

/// What the closing alone had ended runs again with the case; of what was ended by a fact of its
/// own, and would still run, the end is asked to be checked. INV-4
void reviveClosed(
    Decision& decision, const Case& closed, const QString& why, const Context& context);

}
