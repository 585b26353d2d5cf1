#pragma once

#include "core/profile/calendar.h"
#include "core/records.h"

namespace core {

/// How far back contacts are looked for that nobody has decided on.
inline constexpr auto contactsBack = std::chrono::hours(48);

/// The last duty of `service` that ended and the one that runs, or comes next, at `now`.
std::vector<DutyPeriod> watchedDuties(
    const QString& service, Instant now, const ServiceCalendar& calendar);

/// What a desk of one service looks after: the work of its last two duties, and what was promised
/// before and not kept. REC-2.2, S3-iii, ESC-6.4
struct Watched {
    std::vector<Duty> duties; ///< oldest first; promises and ladders by who has them now
    std::vector<ContactId> contacts; ///< the oldest first
    std::vector<Relief> reliefs; ///< since the oldest of these, oldest first; a shift handover is
                                 ///< one of each officer who was on the shift. S3-ii
};

/// Who left one of these duties and is on none: what they have, nobody has who is on. HO-2.1d,
/// INV-1
std::vector<UserId> goneFrom(const std::vector<const Duty*>& duties);

Watched watchedBy(
    const QString& service, Instant now, const Records& records, const ServiceCalendar& calendar);

/// Who has what `first` had at `since`: them, or who relieved them since then. `reliefs` are oldest
/// first. HO-2.1
QString holderAfter(const QString& first, Instant since, const std::vector<Relief>& reliefs);

}
