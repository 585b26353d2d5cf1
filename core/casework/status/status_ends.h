#pragma once

#include "core/casework/case.h"
#include "core/casework/status/status_clocks.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// How a legal status ends, with its clocks: by what is told of it, by what follows, on admission.

/// The reason of what was told in error: it ends as it begins, and a status goes off the record.
QString neverBegan();

/// Whether the clock was told in error.
bool hasNeverBegun(const ClockFact& clock);

/// Whether the episode is of that status and has not ended.
bool isRunning(const StatusEpisode& episode, LegalStatus status);

/// The status ended at `at`: with it end its clocks that had begun by then. Where the next one of
/// the same status runs already, its clocks are left alone.
void endBegun(
    Decision& decision, const Case& record, LegalStatus status, const QString& reason, Instant at);

/// The clocks that ended with an episode ended sooner, at `at`, and otherwise.
void endSooner(Decision& decision, const Case& record, const StatusEpisode& episode,
    const QString& reason, Instant at);

/// What is told takes the place of those that had begun by then. CLK-01, CLK-12
void endFormer(Decision& decision, const Case& record, const ToldStatus& told);

/// When the status that is typed late ended, and how: with the next that takes its place, or on
/// admission.
std::optional<std::pair<Instant, QString>> endedBy(const Case& record, const ToldStatus& told);

/// Ends the status as the decision leaves it, where it is over by what the record knows.
void endIfOver(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context);

}
