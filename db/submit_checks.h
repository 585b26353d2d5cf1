#pragma once

#include "core/command/decision.h"
#include "db/store_parts.h"

namespace db {

/// What no rule can know and the store can: that a desk's identity follows from its key, that a
/// lead vouches for no more services than its own desk writes for, and that an attached file is
/// here or was named by a bundle.
std::optional<core::Refusal> refuseUnproved(
    const StoreParts& parts, const std::vector<core::NewEvent>& events);

}
