#include "core/time/clock_doubt.h"

namespace core {

namespace {

constexpr std::chrono::minutes mostBehind{2};
constexpr std::chrono::hours mostSilent{36};

}

ClockDoubt clockDoubt(Instant lastWritten, Instant now)
{
    if (lastWritten - now > mostBehind)
        return ClockDoubt::Behind;
    return now - lastWritten > mostSilent ? ClockDoubt::LongAhead : ClockDoubt::None;
}

}
