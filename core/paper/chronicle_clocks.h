#pragma once

#include "core/paper/chronicle_lines.h"

namespace core::chronicle {

/// What was asked for and came, extensions with doctor and reason, and the outcome of each clock
/// that no other line tells. CLK-02, ESC-6.5
void addClocks(Lines& lines, const Case& record);

}
