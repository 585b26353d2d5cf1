#pragma once

#include "core/clock/deadline.h"

#include <vector>

namespace ui {

class DeskService;

/// Every running clock of the open cases, the open contacts, the duties and the open handover of
/// this service area, the next due first.
std::vector<core::Deadline> runningClocks(const DeskService& desk);

}
