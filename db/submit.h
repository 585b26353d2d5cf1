#pragma once

#include "db/store_parts.h"

namespace db {

/// Carries out one command inside a Write; writes nothing when it is refused.
Answer carryOut(StoreParts& parts, const QJsonObject& json);

}
