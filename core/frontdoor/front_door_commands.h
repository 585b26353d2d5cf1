#pragma once

#include "core/command/spec.h"

namespace core {

std::vector<CommandSpec> frontDoorCommands(); ///< warm transfer, acceptance, passing on
std::vector<CommandSpec> callBackCommands(); ///< an officer rings back

}
