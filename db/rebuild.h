#pragma once

#include "db/health.h"
#include "db/store_parts.h"

namespace db {

/// Folds every record anew into emptied read tables, in one transaction.
void rebuildRows(StoreParts& parts, const Progress& progress);

}
