#pragma once

#include <QString>

#include <optional>

namespace core {

/// The age in whole years that words name: "15", "15yo", "about 17 years", "8 months" (0). None
/// where they name none. S3-R6
std::optional<int> ageIn(const QString& words);

}
