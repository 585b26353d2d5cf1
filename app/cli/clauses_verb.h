#pragma once

#include "app/cli/verb.h"

namespace cli {

int clausesVerb(Call& call);

}
