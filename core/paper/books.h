#pragma once

#include "core/profile/calendar.h"

namespace core {

/// The service that keeps a book, by its key; `otherwise` when the profile names none. HO-3.6c
QString serviceWithBook(const Profile& profile, const QString& book, const QString& otherwise);

/// The periods of duty of `service`, the newest first: the one that contains `now`, or the last
/// before it, and those before. At most `count`; none for a service that takes no work.
std::vector<DutyPeriod> recentDuties(
    const ServiceCalendar& calendar, const QString& service, Instant now, int count);

/// The days on which `service` has an allocation sheet: those on which a period of duty of it
/// began, up to `today`, the newest first; at most `count`.
std::vector<QDate> recentSheetDays(
    const ServiceCalendar& calendar, const QString& service, QDate today, int count);

}
