#pragma once

#include "core/conflict/case_conflicts.h"

namespace ui {

class DeskService;

/// Every record of this desk with an open conflict, in a steady order; without the concerns that
/// whoever is at the desk may not see. ESC-1.6
std::vector<core::InConflict> conflictsHere(const DeskService& desk);

}
