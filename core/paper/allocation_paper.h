#pragma once

#include "core/paper/allocation_sheet.h"
#include "core/paper/paper.h"

namespace core {

/// The Daily Allocation Sheet as it is printed. records §2.7, HO-3.6.
Paper allocationPaper(const AllocationSheet& sheet, const Records& records, const Profile& profile,
    const PaperFrame& frame);

}
