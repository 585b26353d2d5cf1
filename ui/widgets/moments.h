#pragma once

#include "core/time/instant.h"

#include <QString>

namespace ui {

/// "03:40" today, "Wed 16:52" within six days, else "Thu 19 Nov 2026 16:52"; with the zone near a
/// clock change.
QString momentText(core::Instant at, core::Instant now);

/// The same; of a fact that was told by its day alone "Thu 19 Nov 2026".
QString dayOrMomentText(core::Instant at, core::Instant now);

}
