#pragma once

#include "core/exchange/import_report.h"
#include "db/store.h"

namespace db {

/// The letters that a desk's references carry once it is not alone: they follow from its identity,
/// so that desks which never heard of each other hardly ever choose the same. At least three, more
/// where a desk that is known here, or a reference that is here, begins with these.
QString markFor(const StoreParts& parts, const core::DeskId& desk);

/// Two desks that number alike would give two things one reference: unless this desk is known to be
/// the older one it takes other letters, and answers them. `arrived` is what an import brought.
std::optional<QString> leaveMarkOfOthers(
    Store& store, const std::vector<core::Arrived>& arrived = {});

}
