#pragma once

#include "db/folding.h"
#include "db/sql.h"

namespace db {

/// When new words come into the search index. They are found either way.
enum class Indexed {
    Soon, ///< with some dozens more, so that one action costs little
    Now ///< for many at once
};

/// Brings the rows and search words of one record from `before` to `after`; what did not change is
/// not written.
void writeChanges(Database& database, qint64 subject,
    const std::pair<Derived, Derived>& beforeAndAfter, Indexed indexed);

/// Puts the newest words into the search index when there are some dozens of them.
void indexNewest(Database& database);

/// Adds what a record has, where nothing of it is there; without the search index.
void writeAll(Database& database, qint64 subject, const Derived& derived);

/// Makes the read tables and the search index anew, empty, and answers the statements that make
/// their indices: they are cheaper made once there are rows.
QStringList emptyReadTables(Database& database);

/// When the words with this row id in the search index were written, to about a second.
core::Instant writtenAt(qint64 searchId);

/// Builds the search index from its words, all at once.
void rebuildSearch(Database& database);

}
