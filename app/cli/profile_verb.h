#pragma once

#include "app/cli/verb.h"

namespace cli {

/// `profile check [FILE]`: everything amiss in a profile, with its line; exit 1 when something must
/// be mended.
int profileVerb(Call& call);

}
