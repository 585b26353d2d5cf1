#pragma once

#include "core/casework/case.h"

namespace core {

/// An outcome of the case, or of any assessment on it, tells that the person has died. HO-3.10,
/// ESC-3.5
bool tellsOfDeath(const Case& record);

}
