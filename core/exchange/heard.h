#pragma once

#include "core/journal/event.h"
#include "core/time/instant.h"

#include <optional>
#include <vector>

namespace core {

/// A desk of another service, and when the newest bundle of it that was read here was made.
struct HeardDesk {
    DeskId desk;
    std::optional<Instant> at; ///< none: it never wrote to us
};

/// Whose word of what they have counts for their service: the desks that wrote within the week
/// before the newest word, all of them while none has. Desks of one service pass on to each other
/// what one of them has, so one that never writes has nobody sent the same over and over; what it
/// lacks all the same is held there and named, and its own next bundle counts again.
std::vector<DeskId> speakingForTheirService(const std::vector<HeardDesk>& desks, Instant now);

}
