#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The open disagreement named, or the oldest; none.
const Disagreement* openDispute(const Case& record, const PartId& id);

/// How far a disagreement came, or nothing yet. HO-6.2
std::optional<DisputeRung> lastStep(const Case& record, const PartId& dispute);

/// A step as people read it: how it was taken further, to whom, what they decided. HO-6.3
QString stepWords(const DisputeStep& step);

/// Who settles it first, at that time: out of hours the on-call manager, else the team manager or
/// the AMHP Lead. HO-6.2
QString firstSettler(const Case& record, Instant at, const ServiceCalendar& calendar);

/// A step is not left out without a reason. HO-6.3
std::optional<Refusal> refuseStep(
    const Case& record, const PartId& dispute, DisputeRung rung, const QString& reason);

/// A joint decision names both leads. HO-6.3
std::optional<Refusal> refuseOneName(DisputeRung rung, const QString& manager, const QString& lead);

}
