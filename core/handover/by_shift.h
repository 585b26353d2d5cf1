#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// S3-ii: where a service works day and night its cases go from shift to shift inside it, and not
/// to another service; but for the one that receives children's work, should a person turn out to
/// be under 18. Nothing in a profile whose services take turns.
std::optional<Refusal> refuseBetweenServices(const QString& to, const Context& context);

/// S3-ii: there are no handover windows in such a profile.
std::optional<Refusal> refuseWindowsByShift(const Profile& profile);

/// S3-ii: only such a profile hands over by shift.
std::optional<Refusal> refuseShiftHandover(const Profile& profile);

}
