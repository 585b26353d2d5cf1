#include "core/command/catalogue.h"

namespace core {

std::vector<CommandSpec> documentCommands()
{
    return {};
}

}
