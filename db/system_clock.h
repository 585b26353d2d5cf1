#pragma once

#include "core/time/instant.h"

namespace db {

/// The computer's clock.
core::Clock systemClock();

}
