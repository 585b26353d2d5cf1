#pragma once

#include "app/cli/verb.h"

namespace cli {

int activityVerb(Call& call);
int contactAnalysisVerb(Call& call);

}
