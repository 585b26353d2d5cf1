#pragma once

#include "app/cli/verb.h"

namespace cli {

/// Makes a training store and works a night in it: `--night` the shipped one, `--nights N --seed S`
/// invented ones, through the same commands as everybody.
int demoVerb(Call& call);

}
