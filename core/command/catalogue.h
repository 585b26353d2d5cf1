#pragma once

#include "core/command/spec.h"

namespace core {

// Each topic's commands; allCommands() (engine.h) strings them together.
std::vector<CommandSpec> userCommands();
std::vector<CommandSpec> personCommands();
std::vector<CommandSpec> contactCommands();
std::vector<CommandSpec> caseCommands();
std::vector<CommandSpec> statusCommands();
std::vector<CommandSpec> assessmentCommands();
std::vector<CommandSpec> documentCommands();
std::vector<CommandSpec> handoverCommands();
std::vector<CommandSpec> dutyCommands();
std::vector<CommandSpec> escalationCommands();
std::vector<CommandSpec> visitCommands(); ///< out on a visit
std::vector<CommandSpec> alertCommands(); ///< alerts for tonight
std::vector<CommandSpec> sitrepCommands();
std::vector<CommandSpec> conflictCommands(); ///< settling
std::vector<CommandSpec> deskCommands();
std::vector<CommandSpec> rotaCommands();
std::vector<CommandSpec> profileCommands(); ///< publishing one

}
