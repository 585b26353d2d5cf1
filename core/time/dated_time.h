#pragma once

#include "core/time/typed_time.h"

namespace core {

/// As readTypedTime, where there is no `now` to go by: date and year must be typed.
std::variant<Instant, TimeProblem> readDatedTime(const QString& typed);

}
