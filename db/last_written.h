#pragma once

#include "db/store.h"

#include <optional>

namespace db {

/// When the newest event of any desk here was written down, by its own clock.
std::optional<core::Instant> lastWritten(const Store& store);

}
