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

/// The clock of one of these kinds that ran at `at`, whatever became of it since; where none did,
/// the last that had begun by then; or none.
const ClockFact* clockAt(const Case& record, const QStringList& kinds, Instant at);

/// What follows within this time of an end follows at once: a doctor's report comes some minutes
/// after the nurse's power ended.
constexpr auto atOnce = std::chrono::minutes(30);

/// Until when what begins counts a time of `kind` that ran out at `due`: the nurse's also at once
/// after it. CLK-10, CLK-12
Instant countsUntil(const QString& kind, Instant due);

/// The clock of `kind` whose time counts towards what begins at `start`: it had not run out by
/// then, s5(4) at most `atOnce` before, and ran, or had ended at most `atOnce` before. CLK-10,
/// CLK-12
const ClockFact* clockBefore(const Case& record, const QString& kind, Instant start);

/// Starts a clock beside whatever others of its kind the case has. Answers its identifier.
PartId beginClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context);

/// Starts a clock, or, where one of the kind runs, records another account of its start: the
/// earliest runs (clocks §1.1). Answers the clock's identifier.
PartId startClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context);

/// Records another account of when `clock` started, whatever became of it since: what ended stays
/// ended. Answers its identifier. clocks §1.1
PartId tellOtherStart(Decision& decision, const Case& record, const ClockFact& clock,
    const ClockStart& fact, const Context& context);

/// The same for a clock that counts from the last of several facts: a later one begins it anew,
/// an earlier one changes nothing. Of AMHPs each has their own, which the evidence names. CLK-15,
/// CLK-16.
PartId renewClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context);

/// Whether a clock counts from the last of the checks or reviews that follow one another: those of
/// somebody in a police station, and of a PACE detention. CLK-03, CLK-60
bool isOfChecks(const QString& kind);

/// Where a check of `kind` that was made at `at` is not the next: the clock that counts from a
/// later one, or, where none runs, the one that ran then; else none. CLK-03, CLK-60
const ClockFact* clockPast(const Case& record, const QString& kind, Instant at);

/// Records what is told after a later fact of the kind, or once its clock had ended, as an entry of
/// its own that moves no due time. CLK-03, CLK-60
void tellPast(Decision& decision, const Case& record, const ClockFact& clock,
    const ClockStart& fact, const Context& context);

/// What a person tells of a clock that counts from the last of several facts: `renewClock`, or
/// `tellPast`. Answers the clock's identifier. CLK-03, CLK-15, CLK-16, CLK-60
PartId tellRenewal(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context);

/// Ends the clocks of these kinds that run, or that an application silenced, with one outcome at
/// `at`, and none before it started.
void endClocks(Decision& decision, const Case& record, const QStringList& kinds,
    const QString& outcome, Instant at);

/// Ends one clock and with it the legal status that it times, with the checks and reviews of that
/// status; none before it started.
void endClock(Decision& decision, const Case& record, const ClockFact& clock,
    const QString& outcome, Instant at);

/// Whether clocks of the kind are warrants, of which a case may have several. CLK-05, CLK-07
bool isWarrant(const QString& kind);

/// `clock` and what else stands that desks told of the same one, the earliest first: clocks of its
/// kind and title whose start is in conflict, and of checks and reviews any. CLK-03, CLK-60
std::vector<const ClockFact*> accountsOf(const Case& record, const ClockFact& clock);

/// The same for several accounts of one clock, each as the decision leaves it.
void endEach(Decision& decision, const Case& record, const std::vector<const ClockFact*>& clocks,
    const QString& outcome, const Context& context);

/// CLK-01: an application takes the place of the s136 or s135(1) that began before it was complete,
/// unless the profile's setting `s136_superseded_by_application` is "no"; the clock stays visible
/// and silent. `after` is the case as the decision leaves it. Adds nothing when none runs, or while
/// a recommendation is missing.
void supersedeByApplication(Decision& decision, const Case& after, const Context& context);

}
