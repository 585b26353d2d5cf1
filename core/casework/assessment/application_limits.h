#pragma once

#include "core/casework/case.h"
#include "core/casework/clock_changes.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// The limits of an application that is to be made: for its signature, for the admission, between
// two examinations. CLK-11, CLK-14, CLK-15, CLK-16

/// The kinds of their clocks.
const QStringList& applicationLimits();

/// Those of who saw the person: 14 days, and for s4 24 hours. CLK-15
const QStringList& limitsOfSeeing();

/// Which of the two counts: for s4 where the plan says so, or, without a plan, where the newest
/// recommendation is A11 and no application was made on it. CLK-15
const QString& limitOfSeeing(const Case& record);

/// What begins or renews the limit of the AMHP who saw the person at `at`. Each AMHP has their own,
/// which names them. CLK-15
ClockStart seenBy(const QString& kind, Instant at, const QString& amhp);

/// That AMHP's limit of the kind that runs, or none. CLK-15
const ClockFact* limitOf(const Case& record, const QString& kind, const QString& amhp);

/// The limit that a sighting begins anew: the AMHP's own; where they have none, an earlier one that
/// names nobody who saw or assessed the person; or none. CLK-15
const ClockFact* limitToRenew(const Case& record, const ClockStart& seen);

/// Those of that kind that run, of every AMHP. CLK-15
std::vector<const ClockFact*> standingLimits(const Case& record, const QString& kind);

/// Whether the limit counts from what that AMHP saw, whatever became of it since. CLK-15
bool isLimitOf(const ClockFact& limit, const QString& amhp);

/// Those that count by what the decision makes of the record run in place of the others, each from
/// the same sighting. CLK-15
void settleSeeing(Decision& decision, const Case& record, const Context& context);

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
