#pragma once

#include "app/cli/verb.h"

namespace cli {

int desksVerb(Call& call);
int exportVerb(Call& call);
int importVerb(Call& call);

}
