#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/visit/visit.h"

namespace core {

/// Whoever is out cannot watch over their own check-in, nor can another who is out at `at`. COM-3.8
std::optional<Refusal> refuseWatcher(const QString& watches, const QString& officer,
    const VisitId& visit, const Records& records, Instant at);

/// Who is meant by words or by the login of a user: their name.
QString whoIsMeant(const QString& words, const Records& records);

/// An officer is out once at a time; an earlier visit is told while they are out again. COM-3.8
std::optional<Refusal> refuseOutTwice(const UserId& officer, const Context& context);

/// A check-in that is overdue is not put off by giving it another time. COM-3.8
std::optional<Refusal> refusePuttingOff(const Visit& visit, bool movesCheck, Instant now);

/// Whoever leaves is back after that. COM-3.8
std::optional<Refusal> refuseBackBeforeLeaving(
    Instant leaves, const std::optional<Instant>& backBy);

/// A check-in comes no later than the return. COM-3.8
std::optional<Refusal> refuseCheckAfterReturn(
    Instant nextCheck, const std::optional<Instant>& backBy);

/// The check-in that follows word at `at`: after `every`, at the latest when they are to be back,
/// unless that has passed. COM-3.8
Instant nextCheckAfter(Instant at, Minutes every, const std::optional<Instant>& backBy);

/// Return and watcher while somebody is out, the notes once they are back. COM-3.8, COOP-1.5
std::vector<Owed> owedOf(const Visit& visit);

/// "Grace Oyelaran at 12 Mill Lane, back by 03:30".
QString visitText(const Visit& visit);

/// When they were last heard of by `at`, whatever was heard since. COM-3.8
Instant lastHeardBy(const Visit& visit, Instant at);

/// Why there is an alarm at `at`: since when nothing was heard, and by when it was expected.
QString alarmText(const Visit& visit, Instant at);

/// The open visit that a command means: the one named, else the acting user's, else the only one.
/// None and a refusal in the decision when that is not clear.
std::shared_ptr<const Visit> openVisit(
    Decision& decision, const VisitId& wanted, const Context& context);

}
