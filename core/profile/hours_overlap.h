#pragma once

#include "core/profile/profile.h"

namespace core {

/// Each pair of opening hours that overlap, in words: "Mon 16:00 to 18:00 overlaps Mon 09:00 to
/// 17:00."
QStringList overlapsIn(const std::vector<Hours>& hours);

}
