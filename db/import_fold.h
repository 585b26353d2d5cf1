#pragma once

#include "db/import_apply.h"

namespace db {

/// Reads every record anew that an import wrote to, once each, and writes what changed to the read
/// tables. Notes in the report what is new and what does not fit. Answers which records: their kept
/// copies are to be forgotten once it is committed.
std::vector<core::Subject> foldTouched(Database& database, const std::vector<Touched>& touched,
    core::ImportReport& report, const std::function<void()>& step);

}
