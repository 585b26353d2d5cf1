#pragma once

#include "app/cli/verb.h"

namespace cli {

int referenceVerb(Call& call);

}
