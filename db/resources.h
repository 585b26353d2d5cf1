#pragma once

#include "core/profile/calendar.h"
#include "core/profile/profile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <stdexcept>
#include <vector>

namespace db {

/// Thrown for a profile that cannot be used: what() has one line a problem, with path and mend.
struct ProfileError : std::runtime_error {
    ProfileError(const QString& source, std::vector<core::ProfileProblem> found);

    std::vector<core::ProfileProblem> problems;
};

/// The bytes of the file or compiled-in resource at `path`; throws std::runtime_error that names
/// the file and what the system said.
QByteArray readWhole(const QString& path);

/// Keys of the profiles that come with the product: "anyshire", "bedfordshire-luton".
QStringList shippedProfiles();

/// The bytes of a shipped profile by its key, else of the file at that path.
QByteArray profileBytes(const QString& keyOrPath);

/// A shipped profile by its key, else the file at that path. Throws ProfileError, or
/// std::runtime_error when there is neither.
core::Profile loadProfile(const QString& keyOrPath);

/// The table that comes with the product.
core::BankHolidays loadBankHolidays();

core::ServiceCalendar loadCalendar(const QString& keyOrPath);

}
