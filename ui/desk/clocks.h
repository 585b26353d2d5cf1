#pragma once

#include "core/clock/deadline.h"

#include <vector>

namespace ui {

class DeskService;

/// Every running clock of the open cases, the open contacts, the duties and the handover
/// windows of this service area: the legal ones first, each by due time.
std::vector<core::Deadline> runningClocks(const DeskService& desk);

}
