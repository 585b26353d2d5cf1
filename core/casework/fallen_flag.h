#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// By what is told now, a flag of the record no longer holds: it is told so, counts no more, and
/// the chronicle shows it as fallen. What the record flags by itself (`derived`) falls by itself.
/// INV-10
void tellFallen(Decision& decision, const Case& before, const Flag& flag);

/// Whether the record itself flagged it, and no command.
bool isDerived(const Flagged& flag);

}
