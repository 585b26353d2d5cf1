#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Writes a copy of an attached file, by its document or its hash.
int fileVerb(Call& call);

}
