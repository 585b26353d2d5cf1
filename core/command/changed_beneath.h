#pragma once

#include "core/command/engine.h"

namespace core {

/// Whether, since the heads that the request's form showed, somebody else set a field that this
/// decision sets too: then the refusal names who, when and which field. Other fields merge
/// silently.
std::optional<Refusal> changedBeneath(
    const Request& request, const Decision& decision, const Records& records);

}
