#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Answers, for each start time on standard input, when the deadline of one rule is due; with
/// --list names the rules.
int dueVerb(Call& call);

}
