#pragma once

#include "core/command/decision.h"

namespace core {

/// A moment that is told as having been lies in the future, or so long ago that it is a slip.
std::optional<Refusal> refuseMoment(const QString& field, Instant at, Instant now);

}
