#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Describes every command, generated from the code: name, fields, types, choices, clause ids.
int commandsVerb(Call& call);

}
