#pragma once

#include "core/casework/clock_fact.h"

namespace core {

/// An extension of s136 or s135(1) stands on the record that was authorised after the first 24
/// hours, by the start that counts: it extends nothing, and is told as that. CLK-02
inline bool extendsNothing(const ClockFact& clock)
{
    const bool byS136B
        = clock.kind == QLatin1StringView("s136") || clock.kind == QLatin1StringView("s135_1");
    return byS136B && clock.extendedAt && clock.extendedHours == 0;
}

}
