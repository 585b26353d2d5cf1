#pragma once

#include "db/store.h"

namespace db {

/// Who looked at or printed what. Local, chained, outside the journal.
struct Accessed {
    core::Instant at;
    QString user; ///< login
    QString did; ///< "opened", "printed", "exported"
    QString what; ///< "case:UUID", "sitrep S-2026-11-19-1"
};

void logAccess(const Store& store, const Accessed& accessed);
/// Newest first.
std::vector<Accessed> accesses(const Store& store, int limit = 200);
/// The first line that does not match its link in the chain; none when all do.
std::optional<qint64> brokenAccess(const Store& store);

}
