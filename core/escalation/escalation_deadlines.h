#pragma once

#include "core/clock/deadline.h"
#include "core/escalation/escalation.h"

namespace core {

/// Its clocks, by which it is settled in time (ESC-1.2): in writing (ESC-2.2b), acknowledged
/// (ESC-2.3b), answered (ESC-2.3c).
std::vector<Deadline> deadlinesOf(const Escalation& escalation);

}
