#pragma once

#include "core/command/spec.h"

namespace core {

// visitCommands() (command/catalogue.h) joins them.
std::vector<CommandSpec> visitStartCommands(); ///< going out
std::vector<CommandSpec> visitWriteUpCommands(); ///< notes that go in afterwards

/// A line on the case of a visit, when it has one. COM-3.8
void noteOnCase(Decision& decision, const CaseId& id, const QString& words, const Context& context);

/// When to warn of a return; never while it is not said.
std::vector<Instant> backWarningsOf(const std::optional<Instant>& backBy, const Context& context);

}
