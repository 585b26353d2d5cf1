#pragma once

#include "core/casework/extension/extension_correction.h"

namespace core {

// What was extended before its clock was told: it is kept, owed, and counts once that is told.

/// The newest of this kind that waits for its clock, or none.
const ToldExtension* newestTold(const Case& record, const QString& kind);

/// Keeps what happened while the clock that it let run on is not told; the same told again takes
/// its place. CLK-02, CLK-60
void keepTold(
    Decision& decision, const Case& record, const ToldExtension& granted, const Context& context);

/// Puts right one by s136B that waits: the hours, or who approved it; none: it is withdrawn. CLK-02
Decision correctTold(const Case& record, const ToldExtension& told, const TrueExtension& truth,
    const Context& context);

/// The same for another kind; a time that is no later than when it was authorised withdraws it.
/// CLK-54, CLK-60
Decision correctTold(const Case& record, const ToldExtension& told, Instant until,
    const QString& why, const Context& context);

/// What waited and does not let its clock run on, as the decision leaves the case, is recorded of
/// the clock and flagged; what does is noted. CLK-02, CLK-60
void tellExtensions(Decision& decision, const Case& before, const Context& context);

}
