#pragma once

#include "core/conflict/folding.h"
#include "core/rows/row.h"

/// The rows of a record of any kind, by table and key.
std::vector<core::Row> rowsOfAny(const core::AnyRecord& record);
