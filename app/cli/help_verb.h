#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Shows all verbs, or the synopsis of one.
int helpVerb(Call& call);

}
