#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Answers, for each time on standard input, who receives new work of each kind, which handover
/// window is open and who is on duty from when to when.
int hoursVerb(Call& call);

}
