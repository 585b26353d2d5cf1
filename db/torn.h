#pragma once

#include "db/health.h"
#include "db/sql.h"

namespace db {

/// SQLite's own check of the file: the tables that are torn, by name, then what it says of the
/// pages. Throws only Fault::Stopped.
std::vector<Problem> tornPages(Database& database);

}
