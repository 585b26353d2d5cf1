#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Prints a read table: `list cases`, `list clocks --where state=running`.
int listVerb(Call& call);

/// Prints one record whole, by identifier or reference.
int showVerb(Call& call);

/// Finds words in people, notes and numbers, newest first.
int searchVerb(Call& call);

}
