#pragma once

#include "app/cli/verb.h"

namespace cli {

/// `bench [--events N] [--folder F] [--only NAME]`: measures, beside plain SQLite in the same run,
/// and prints ratios; refused when a limit is missed.
int benchVerb(Call& call);

}
