#pragma once

#include "core/command/decision.h"
#include "core/records.h"

#include <optional>

namespace core {

/// What is refused until the conflict is settled, and how that is done. HO-3.6, INV-10
Refusal refuseUnsettled(const Conflict& conflict);

/// While two desks disagree about who is responsible or whether a case goes on, nobody answers,
/// proposes or closes on top of it. HO-3.6.
std::optional<Refusal> refuseWhileContested(const Decision& decision, const Records& records);

}
