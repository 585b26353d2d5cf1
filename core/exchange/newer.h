#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Why nothing may move responsibility or end a clock on a record that holds events of a newer
/// version: what they say is not known here.
std::optional<Refusal> refuseBeneathNewer(const Decision& decision, const Records& records);

}
