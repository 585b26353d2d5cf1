#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// Whether the clock was over by `at`.
bool hadEnded(const ClockFact& clock, Instant at);

/// In a police station without the approval of a superintendent. CLK-02
bool lacksApproval(const Case& record, const ToldExtension& granted);

/// Why an extension by s136B that was authorised does not extend; none: it does. CLK-02
std::optional<QString> whyVoid(
    const Case& record, const ClockFact& clock, const ToldExtension& granted);

/// Why another clock does not run on; how far it can and who may say so stand in the catalogue.
/// Neither text nor mend: it does. CLK-54, CLK-60
Refusal whyNoLonger(const ClockFact& clock, const ToldExtension& granted);

/// Up to 36 hours a detention under PACE is for a superintendent: an officer of lower rank said so.
/// CLK-60
bool isBelowSuperintendent(const QString& kind, const QString& by);

/// The extension lets this clock run on, by all of the rules above.
bool extends(const Case& record, const ClockFact& clock, const ToldExtension& granted);

/// What was extended and is not known yet: its start, or that the extension was of something else.
std::vector<Owed> owedOfExtensions(const Case& record);

}
