#pragma once

#include "core/clock/deadline.h"
#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/duty/duty.h"
#include "core/profile/profile_lint.h"
#include "core/rota/cover.h"

namespace core {

/// The on-call manager whom the rota names for the beginning of the period; empty where it names
/// none. HO-3.2b
ManagerOnCall managerOnRota(const DutyPeriod& period, const Context& context);

/// The number of whoever is named the on-call manager of the period: theirs by the rota, else the
/// profile's where that is the number of the role or of them. Empty where it is another's: it is
/// owed. HO-3.2b, ESC-6.1b
QString numberOfManager(const QString& name, const DutyPeriod& period, const Context& context);

/// The coordinator of the service (its lead role) whom the rota names at that moment; empty where
/// it names none. HO-3.2b
ManagerOnCall coordinatorOnRota(const QString& service, Instant at, const Context& context);

/// The parts of `period` in which the service is on duty for any kind of work, in order. Throws
/// BeyondHolidays.
std::vector<Stretch> dutyHours(
    const ServiceCalendar& calendar, const QString& service, const Stretch& period);

/// The hours of the period in which the rota that is kept of the service's coordinators (its lead
/// role) names none; nothing where none is kept in the two weeks before or in it. HO-3.2b
std::vector<CoverGap> coordinatorGaps(
    const QString& service, const Stretch& period, const Records& records, const Profile& profile);

/// COM-3.1, S3-R1: the hours of the period in which the service takes Mental Health Act work and no
/// AMHP is on the rota, and those in which the rota that is kept of its coordinators names none.
/// Nothing while the rota has no shift in it at all. HO-3.2b
void noteRotaGaps(Decision& decision, const DutyPeriod& period, const Context& context);

/// Where the rota has another on-call manager during the duty, or none from then on: from 30
/// minutes before, until who is on was named, or the next change or the end of the duty has come.
/// HO-3.2b
std::vector<Deadline> managerChanges(const Duty& duty, const Records& records, Instant now);

/// COM-3.1: says once, as a duty begins, that nobody keeps a rota here.
void noteNoRota(Decision& decision, const Context& context);

/// COM-3.1: what is amiss in the rota before the duty at `now`, or the next, begins: that nobody
/// keeps one, or each stretch of the period with too few AMHPs on it.
std::vector<ProfileFinding> rotaFindings(
    const QString& service, const Records& records, const ServiceCalendar& calendar, Instant now);

}
