#pragma once

#include "core/exchange/import_report.h"
#include "db/exchange.h"
#include "db/store_parts.h"

namespace db {

/// Keeps a bundle until what it waits for comes; inside a Write. The file is synced before.
void holdBundle(StoreParts& parts, QFile& bundle, const core::ImportReport& report);
/// Where it lies.
QString heldPath(const StoreParts& parts, const QString& hash);
/// It waits for nothing any more.
void letGo(StoreParts& parts, const QString& hash);

}
