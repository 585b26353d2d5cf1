#pragma once

#include "core/casework/clock_fact.h"
#include "core/command/decision.h"
#include "core/profile/profile.h"

namespace core {

// What s136B lets run longer, by hours. Each extension that was granted stays on its clock, as one
// that lets it run for its hours from when it was authorised; the start that stands decides which
// of them counts.

/// s136 or s135(1).
bool isLetRunByHours(const QString& kind);

/// The warnings before `due` of a detention that was extended: a profile may have its own for that,
/// "s136b". Of another clock those of its kind. CLK-02
std::vector<Instant> warningsOnceExtended(Instant due, const QString& kind, const Profile& profile);

/// That of these hours was authorised at `at` stands on the clock already.
bool isGranted(const ClockFact& clock, int hours, Instant at);

/// Adds one; `by` names whoever approved it too. It counts where it was authorised in the first 24
/// hours of the start that stands, and is the first of those. Answers whether the due time moved.
/// CLK-02
bool grantHours(ClockFact& clock, int hours, const ClockExtension& granted);

/// The one that counts, or counted last, was of other hours, 0 for none. Answers whether the due
/// time moved. CLK-02, INV-4
bool correctGranted(ClockFact& clock, int hours);

/// Who authorised the one that counts is told with whoever approved it. CLK-02
void nameApproval(ClockFact& clock, const QString& by);

/// It began at `start`: what was granted counts by that. Answers whether the due time moved. CLK-02
bool startDetention(ClockFact& clock, Instant start);

/// When it is due by another start; flagged where an extension counts no more from it, noted where
/// one counts again. CLK-02
Instant detentionDue(Decision& decision, const ClockFact& clock, Instant start);

}
