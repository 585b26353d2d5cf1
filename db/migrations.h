#pragma once

#include "db/sql.h"

namespace db {

// The steps are the files in migrations/. In them one paragraph is one statement, and one that was
// released is never edited: the next change is the next file.

int newestSchema();

/// The schema a file is at; 0 when it is empty.
int schemaOf(Database& database);

/// Brings a file to `target` in one transaction, so that one program does it; first a copy
/// `<path>.before-N` of a file with data is made beside it, never over another. A failing step
/// leaves the file as it was.
void migrate(Database& database, int target = newestSchema());

/// Throws Error for a file that is no store of ours or that a newer version wrote; touches nothing.
void refuseForeign(Database& database);

/// A copy of the file in one piece, 0600, synced and whole before it has its name.
void copyInto(Database& database, const QString& path);

}
