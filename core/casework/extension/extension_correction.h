#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Hours that s136B allows, 36 in all. CLK-02
constexpr int longestExtension = 12;

// An extension that was recorded otherwise than it was granted is put right: alone so does a due
// time move back, and both stand in the chronicle. INV-4, INV-10

/// How an extension by s136B was in truth.
struct TrueExtension {
    int hours = 0; ///< that were granted; 0: none
    QString superintendent; ///< who approved it in a police station, or "none"; empty: not told
    QString why; ///< it is put right
};

/// s136B: puts right the hours, or tells who approved what turned out to have been granted in a
/// police station; without that rank it extends nothing, and is flagged. CLK-02
Decision correctExtension(const Case& record, const TrueExtension& told, const Context& context);

/// Whether no extension by s136B stands on a detention of the record and one was flagged, so that a
/// correction that grants one is of what was void as it was told: it is told anew. CLK-02
bool isOfVoidExtension(const Case& record, int hours);

/// What is told anew so is noted as put right; what was flagged for want of approval falls where it
/// extends now. CLK-02, INV-4
void noteTrueExtension(Decision& decision, const Case& record, const ToldExtension& granted,
    const QString& why, const Context& context);

/// The detention that was extended while the person was in a police station, without a
/// superintendent on the record; or none. CLK-02
const ClockFact* extendedWithoutRank(const Case& record);

/// PACE, EPO: until when the clock was let run in truth. CLK-54, CLK-60
Decision correctExtension(const Case& record, const ClockFact& clock, Instant until,
    const QString& why, const Context& context);

}
