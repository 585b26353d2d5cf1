#pragma once

#include "app/cli/verb.h"

namespace cli {

int reconcileVerb(Call& call);

}
