#pragma once

#include "core/alert/alert_events.h"
#include "core/alert/alert_match.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// An alert can come up only if there is something to know it by. HO-4.3b
std::optional<Refusal> refuseWithoutMark(const AlertAdded& added);

/// When tonight is over for `service`: the end of its period of duty, or of the next; a shift of
/// the day is followed by the night's. HO-4.3b
std::optional<Instant> endOfTonight(
    const ServiceCalendar& calendar, const QString& service, Instant at);

/// The plan and who gave it, as far as they are not said. HO-4.3b, HO-4.1a
std::vector<Owed> owedOf(const Alert& alert);

/// The alerts that hold at `at` and that the words mean.
std::vector<AlertMatch> alertsFor(const AlertProbe& probe, const Records& records, Instant at);

/// One line for the officer: whom it is about, what may happen, the plan, who gave it, until when.
QString alertText(const AlertMatch& match);

}
