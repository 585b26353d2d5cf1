#pragma once

#include "app/cli/verb.h"

namespace cli {

int windowsVerb(Call& call); ///< the handover windows of a day, missed ones said. HO-3.1a
int morningListVerb(Call& call); ///< open cases for the councils' own teams. HO-3.1a
int endOfDutyVerb(Call& call); ///< what is not written, and the send-list. ESC-6.5, HO-5.2
int textVerb(Call& call); ///< plain text to paste into another system. HO-4.4b

}
