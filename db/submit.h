#pragma once

#include "db/store_parts.h"

namespace db {

/// Carries out commands in one transaction; what is refused writes nothing.
std::vector<Answer> carryOutAll(StoreParts& parts, const std::vector<QJsonObject>& requests);

}
