#pragma once

#include "core/casework/case.h"
#include "core/paper/chronicle_lines.h"

namespace core::chronicle {

/// From the decision that a bed is needed, with every account of it, to the admission. CLK-20,
/// CLK-40
void addBed(Lines& lines, const Case& record);

}
