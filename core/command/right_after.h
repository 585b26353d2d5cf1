#pragma once

#include "core/command/engine.h"

namespace core {

/// When an act happened that is told as of now: now, or right after what it answers, moves on or
/// ends where a clock that was ahead wrote that. What begins, and what answers nothing, is of now.
/// DESK-2, INV-3
Instant rightAfter(const CommandSpec& spec, const Request& request, const Surroundings& around);

}
