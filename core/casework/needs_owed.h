#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// What the newest assessment of immediate needs still lacks: the risks, and the plan that holds
/// until the day team has it. COM-3.5a
std::vector<Owed> needsOwed(const Case& record);

}
