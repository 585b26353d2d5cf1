#pragma once

#include "core/command/decision.h"
#include "core/command/engine.h"

namespace core {

/// Why what was written cannot be kept: an entry that is longer than a bundle can carry would never
/// reach another desk. Names the longest field.
std::optional<Refusal> refuseTooLong(const Decision& decision, const Request& request);

}
