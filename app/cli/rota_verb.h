#pragma once

#include "app/cli/verb.h"

namespace cli {

int rotaVerb(Call& call);

}
