#pragma once

#include "core/time/instant.h"

namespace core {

/// What a machine's clock looks like beside the last thing that was written down.
enum class ClockDoubt {
    None,
    Behind, ///< more than 2 minutes earlier than what is written: one of the two is wrong
    LongAhead ///< nothing written for longer than a desk in daily use is silent
};

/// A wrong clock makes wrong sums, so a doubt is put to a person before they write.
ClockDoubt clockDoubt(Instant lastWritten, Instant now);

}
