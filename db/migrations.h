#pragma once

#include "db/sql.h"

namespace db {

// The steps are the files in migrations/. In them one paragraph is one statement, and one that was
// released is never edited: the next change is the next file.

int newestSchema();

/// The schema a file is at; 0 when it is empty.
int schemaOf(Database& database);

/// Brings a file to `target`, one transaction a step; before the first step on a file with data a
/// copy `<path>.before-N` is made beside it. A failing step leaves the file as it was before it.
void migrate(Database& database, int target = newestSchema());

/// Throws Error for a file that is no store of ours or that a newer version wrote; touches nothing.
void refuseForeign(Database& database);

/// A copy of the file in one piece, synced before it returns.
void copyInto(Database& database, const QString& path);

}
