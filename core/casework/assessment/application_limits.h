#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// The limits of an application that is to be made: for its signature, for the admission, between
// two examinations. CLK-11, CLK-14, CLK-15, CLK-16

/// The kinds of their clocks.
const QStringList& applicationLimits();

/// Whether the outcome says that no application is made.
bool makesNoApplication(Outcome outcome);

/// Ends those that began by `at`, since the assessment found that no application is made; where one
/// is signed on the case they stay. INV-6
void endLimits(Decision& decision, const Case& record, Instant at, const Context& context);

/// The same of what is told late of the time before an assessment ended with such an outcome.
void endLimitsOfAssessed(Decision& decision, const Case& record, const Context& context);

/// An application is made after all, by a corrected outcome, a re-assessment, a bed decided on or
/// its signature: those that ended so and are not over begin again from the same examinations, and
/// unless somebody assesses anew or has signed, from the same sighting. On a closed case nothing
/// begins. INV-6
void beginLimitsAgain(
    Decision& decision, const Case& record, const QStringList& kinds, const Context& context);

/// Those that count from examinations.
const QStringList& limitsOfExaminations();

}
