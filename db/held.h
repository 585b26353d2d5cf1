#pragma once

#include "core/exchange/import_report.h"
#include "db/exchange.h"
#include "db/store_parts.h"

namespace db {

/// So many bundles wait at most, of so many bytes together; then the oldest is let go.
inline constexpr qsizetype mostHeld = 50;
inline constexpr qint64 mostHeldBytes = qint64(1) << 30;

/// Keeps a bundle until what it waits for comes; inside a Write. The file is synced before. Lets go
/// of those that it makes needless, and of the oldest when they are too many; the report says so.
void holdBundle(StoreParts& parts, QFile& bundle, core::ImportReport& report);
/// Where it lies.
QString heldPath(const StoreParts& parts, const QString& hash);
/// It waits for nothing any more.
void letGo(StoreParts& parts, const QString& hash);
/// Removes the files of those that wait no more; after the Write.
void sweepHeld(StoreParts& parts);
/// Nothing waits: the store was put back from a backup, without the files; inside a Write.
void forgetHeld(StoreParts& parts);

}
