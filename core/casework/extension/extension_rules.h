#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// Whether the clock was over by `at`.
bool hadEnded(const ClockFact& clock, Instant at);

/// In a police station without the approval of a superintendent, and what is flagged then. CLK-02
bool lacksApproval(const Case& record, const ToldExtension& granted);
QString notApproved();

/// Why an extension by s136B that was authorised does not extend; none: it does. CLK-02
std::optional<QString> whyVoid(
    const Case& record, const ClockFact& clock, const ToldExtension& granted);

/// Why another clock does not run on; how far it can and who may say so stand in the catalogue.
/// Neither text nor mend: it does. CLK-54, CLK-60
Refusal whyNoLonger(const ClockFact& clock, const ToldExtension& granted);

/// The clock runs so long already, by whoever may say so.
bool runsAlready(const ClockFact& clock, const ToldExtension& granted);

/// To what an extension lets another clock run; what goes beyond the limit alone, to the limit.
/// None: it runs on no longer than before.
std::optional<Instant> runsUntil(const ClockFact& clock, const ToldExtension& granted);

/// The extension lets this clock run on, by all of the rules above.
bool extends(const Case& record, const ClockFact& clock, const ToldExtension& granted);

/// What was extended and is not known yet: its start, or that the extension was of something else.
std::vector<Owed> owedOfExtensions(const Case& record);

}
