#pragma once

#include "core/clock/deadline.h"
#include "core/visit/visit.h"

namespace core {

/// The next check-in and, where it is said, the return of somebody who is out: both end when they
/// are back, and stay expired until word is recorded. COM-3.8
std::vector<Deadline> deadlinesOf(const Visit& visit);

}
