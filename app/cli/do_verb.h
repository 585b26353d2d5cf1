#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Applies commands from a file or standard input, one JSON object a line, and answers one a line.
/// `{"clock": "2026-11-18T16:15"}` sets the clock of a training store. Blank lines and lines that
/// begin with # are passed over. A line that fails stores nothing; the run goes on, and the exit
/// status is that of the worst line.
int doVerb(Call& call);

}
