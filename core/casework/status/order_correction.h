#pragma once

#include "core/casework/case.h"
#include "core/casework/clock_changes.h"
#include "core/clock/catalogue.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// An order whose start or end was recorded otherwise than it stands is put right, also to a later
// one; both accounts stand in the chronicle. CLK-54, INV-4

/// The order of that kind, or with that identifier, that is put right: the one that runs, else the
/// last; or none.
const ClockFact* orderToCorrect(const Case& record, const QString& kind, const PartId& id);

/// Why no correction puts the start of such a clock right; none: it does. CLK-54
std::optional<Refusal> refuseCorrection(const ClockKind& kind, const ClockFact* order);

/// How the order named by `truth.id`, which is on the record, was in truth; without a due time,
/// until its own end where only the start is another, else as long as the law allows. What was
/// extended counts from that. CLK-54
void correctOrder(Decision& decision, const Case& record, ClockStart truth, const QString& why,
    const Context& context);

/// A sentence on how an order's own end is put right; empty for clocks of a fixed length.
QString ownEndMend(const ClockKind& kind);

/// Says that of two ends of one order the earlier counts, where `told` is the later. CLK-54
void noteEarlierEnd(
    Decision& decision, const ClockFact& order, const ClockStart& told, const Context& context);

}
