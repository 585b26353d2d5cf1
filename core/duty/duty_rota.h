#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/duty/duty.h"
#include "core/profile/profile_lint.h"

namespace core {

/// The on-call manager whom the rota names for the beginning of the period; empty where it names
/// none. HO-3.2b
ManagerOnCall managerOnRota(const DutyPeriod& period, const Context& context);

/// COM-3.1, S3-R1: the hours of the period in which the service takes Mental Health Act work and no
/// AMHP is on the rota. Nothing while the rota has no shift in it at all.
void noteRotaGaps(Decision& decision, const DutyPeriod& period, const Context& context);

/// COM-3.1: says once, as a duty begins, that nobody keeps a rota here.
void noteNoRota(Decision& decision, const Context& context);

/// COM-3.1: what is amiss in the rota before the duty at `now`, or the next, begins: that nobody
/// keeps one, or each stretch of the period with too few AMHPs on it.
std::vector<ProfileFinding> rotaFindings(
    const QString& service, const Records& records, const ServiceCalendar& calendar, Instant now);

}
