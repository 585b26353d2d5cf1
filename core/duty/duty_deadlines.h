#pragma once

#include "core/clock/deadline.h"
#include "core/duty/duty.h"
#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// The call-backs promised on a duty, when to ring again on its ladders (ESC-6.1f), and feedback
/// that the manager owes an officer (ESC-6.4); done ones ended.
std::vector<Deadline> deadlinesOf(const Duty& duty);

/// An officer's shift is about to end with cases open or callers waiting. HO-2.1d
struct ShiftEndAlert {
    UserId user;
    QString officer;
    Instant ends; ///< the officer's shift, at the latest the duty
    Instant from; ///< when to warn: the profile's `shift_end_warning` before, 30 minutes
    std::vector<CaseId> cases; ///< the officer's, and the service's that nobody has who is on
    std::vector<CaseId> sayAvailability; ///< awaiting a bed, availability not said. HO-3.9b
    std::vector<ContactId> callers; ///< the service's contacts that nobody has decided on
};

/// What stays behind when that officer goes at `now`: what the officer has and, where nobody else
/// is on the duty, every open case of the service and the contacts that are not decided. HO-2.1d
ShiftEndAlert leftBehind(
    const Duty& duty, const OfficerOnDuty& officer, const Records& records, Instant now);

/// "C-2026-11-18-001 is open, 2 callers wait": what stands in the alert, for people.
QString openText(const ShiftEndAlert& alert, const Records& records);

/// The alerts that stand at `now`: from the warning until the officer has left. Who left `before`,
/// the duty that this one followed, has nothing either.
std::vector<ShiftEndAlert> shiftEndAlerts(const Duty& duty, const Records& records,
    const Profile& profile, Instant now, const Duty* before = nullptr);

/// That something of the last two `duties`, where they were started, is not written to another
/// system: one clock for all of it, due when the duty that left it ends and warned of by the
/// profile's `shift_end_warning`. None while nothing is left, or before that. ESC-6.5, HO-4.4b
std::optional<Deadline> toWriteUp(const std::vector<DutyPeriod>& duties, const Records& records,
    const Profile& profile, Instant now);

/// The alerts as clocks, for the rail: due when the officer's shift ends, whether or not the duty
/// was signed off. HO-2.1d, HO-3.9b
std::vector<Deadline> shiftEnds(const Duty& duty, const Records& records, const Profile& profile,
    Instant now, const Duty* before = nullptr);

}
