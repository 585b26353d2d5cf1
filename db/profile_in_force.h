#pragma once

#include "core/profile/calendar.h"
#include "db/sql.h"
#include "db/store.h"

namespace db {

/// The profile with its holiday table; throws Error with Fault::Invalid and everything that is
/// wrong with the profile.
core::ServiceCalendar readCalendar(const QByteArray& profile);

/// The profiles that the store holds events of, that of `area` first.
std::vector<core::Subject> profileSubjects(Database& database, const QString& area);

/// The bytes of the published profile that is in force at `now`, of whichever area; one that cannot
/// be used here, or is of a newer version, is passed over.
QByteArray profileInForce(Database& database, core::Instant now);

/// The bytes of the profile by which the store works now.
QByteArray profileInForce(const Store& store);

}
