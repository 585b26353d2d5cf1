#pragma once

#include "core/command/decision.h"
#include "core/records.h"

#include <optional>

namespace core {

/// While two desks disagree about who is responsible or whether a case goes on, nobody answers,
/// proposes or closes on top of it. HO-3.6.
std::optional<Refusal> refuseWhileContested(const Decision& decision, const Records& records);

}
