#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

using Refusals = std::vector<Refusal>;

void add(Refusals& refusals, std::optional<Refusal> refusal);

/// A call that is to come, or ended before it began.
std::optional<Refusal> refuseCallTimes(const std::optional<Instant>& started,
    const std::optional<Instant>& ended, const Context& context);

/// No such case, or closed.
std::optional<Refusal> refuseCase(const Case* record);

/// Neither responsible for the case, nor at an end of one of its handovers, nor a joint partner.
std::optional<Refusal> refuseUninvolved(const Case& record, const Context& context);

/// Not a user of the service that is responsible, or was not yet responsible then. HO-3.6a.
std::optional<Refusal> refuseStranger(const Case& record, const Context& context);

/// Another handover of the case awaits its answer.
std::optional<Refusal> refuseSecond(const Case& record);

/// The receiving service: as given, or the only one at the other end of a route for this work.
QString receiver(const QString& wanted, const Case& record, const Context& context);

/// No other service of the profile; offers those that this purpose is not refused with.
std::optional<Refusal> refuseReceiver(
    const QString& to, HandoverPurpose purpose, const Case& record, const Context& context);

/// Both services' books carry what passed between them: who takes no work on has none. INV-2
std::optional<Refusal> refuseBookless(
    const QString& field, const QString& service, const Profile& profile);

/// No route carries the case's kind of work to that service. HO-3.1a.
std::optional<Refusal> refuseRoute(const QString& to, const Case& record, const Context& context);

/// Work of another kind that no route takes to the AMHP service is never shown to it, for
/// information or as joint work either. HO-3.1a, HO-3.2
std::optional<Refusal> refuseUnshown(
    const QString& field, const QString& to, const Case& record, const Context& context);

/// A window that is named but does not exist on this route or is closed. HO-3.1a.
std::optional<Refusal> refuseWindow(
    const QString& name, const QString& from, const QString& to, const Context& context);

/// There is no window called `wanted`, or none at hand where it is empty. HO-3.1a
Decision noWindow(const QString& wanted, const Context& context);

}
