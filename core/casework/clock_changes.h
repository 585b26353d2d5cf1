#pragma once

#include "core/casework/case.h"
#include "core/clock/catalogue.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// What happens to the clocks of a case; commands of every topic use these, so that a fact has the
// same effect wherever it is recorded.

/// A fact that starts a clock.
struct ClockStart {
    QString kind; ///< a key of the catalogue
    Instant start;
    QString evidence;
    std::optional<Instant> due; ///< only for kinds that a person gives the end of
    QString title; ///< the catalogue's when empty
    PartId id; ///< none: minted
};

/// The running clock of that kind, or none.
const ClockFact* runningClock(const Case& record, const QString& kind);

/// Starts a clock, or, where one of the kind runs, records another account of its start: the
/// earliest runs (clocks §1.1). Answers the clock's identifier.
PartId startClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context);

/// The same for a clock that counts from the last of several facts: a later one begins it anew,
/// an earlier one changes nothing. CLK-15, CLK-16.
PartId renewClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context);

/// Ends the running clocks of these kinds with one outcome at `at`.
void endClocks(Decision& decision, const Case& record, const QStringList& kinds,
    const QString& outcome, Instant at);

/// CLK-01: a complete application takes the place of s136 and s135(1), unless the profile's setting
/// `s136_superseded_by_application` is "no"; the clock stays visible and silent. Adds nothing when
/// none runs.
void supersedeByApplication(
    Decision& decision, const Case& record, Instant signedAt, const Context& context);

}
