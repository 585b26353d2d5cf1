#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Makes a store from a profile, for the desk of one service.
int initVerb(Call& call);

}
