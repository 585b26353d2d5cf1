#pragma once

#include "core/casework/case.h"

namespace core {

/// Puts on the record, before and after each event, what no event of its own says but several tell
/// together, so that it is the same on every desk, whichever told which half: the flags of its
/// legal statuses. CLK-10 to CLK-13
void dropDerived(Case& record);
void derive(Case& record);

}
