#pragma once

#include "core/casework/case.h"
#include "core/casework/status/status_clocks.h"
#include "core/casework/status/status_events.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// What was recorded of a status or a clock otherwise than it was is put right: the first account
// stays in the chronicle. clocks §1.1, INV-4

/// A status that was recorded as ended had not: it stands again, and its clocks run from their own
/// start. None: the one that ended last. INV-4
Decision takeBackEnd(const Case& record, const std::optional<LegalStatus>& status,
    const QString& why, const Context& context);

/// The same for a clock, with the status that it times.
Decision takeBackEnd(
    const Case& record, const ClockFact& clock, const QString& why, const Context& context);

/// The episode stands again, also where two desks wrote it down, with its clock and what ended with
/// it. INV-4
void resume(
    Decision& decision, const Case& record, const StatusEpisode& episode, const QString& why);

/// The start that is told counts, though it is not the earliest: due times and extension are
/// counted from it. Answers the status's clock. clocks §1.1
PartId correctStart(Decision& decision, const Case& record, const ToldStatus& told,
    const QString& why, const Context& context);

/// In the fold: the chosen start takes the place of the one that counted.
void chooseStart(Case& record, ClockFact& clock, const ClockOtherStart& chosen);

}
