#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Why nothing may move responsibility or end a clock on a record that holds events of a newer
/// version: what they say is not known here.
std::optional<Refusal> refuseBeneathNewer(const Decision& decision, const Records& records);

/// Where what `command` tells begins a status or a clock on such a record, that is a fact and is
/// kept: what it would end beside it goes on, flagged, to be ended after the update. INV-4
void leaveEndsForUpdate(Decision& decision, const QString& command, const Records& records);

}
