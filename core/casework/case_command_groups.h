#pragma once

#include "core/command/spec.h"

namespace core {

// The commands of a case, by what they are about; caseCommands() and statusCommands() join them.
std::vector<CommandSpec> caseEntryCommands(); ///< open, describe, note, correct, decide, written
std::vector<CommandSpec> caseWorkCommands(); ///< tasks, lead, allocation, stage
std::vector<CommandSpec> caseEndCommands(); ///< close, reopen, dispute, settle
std::vector<CommandSpec> placeCommands(); ///< legal status, place
std::vector<CommandSpec> clockCommands(); ///< clocks, examinations
std::vector<CommandSpec> extensionCommands(); ///< s136B

}
