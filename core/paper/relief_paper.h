#pragma once

#include "core/duty/relief_sheet.h"
#include "core/paper/paper.h"

namespace core {

/// Everything an officer leaves to a reliever on one sheet: cases, clocks, call-backs, calls
/// without a result and what is owed, with boxes to tick. The responsible service does not change.
/// HO-2.1.
Paper reliefPaper(const ReliefSheet& sheet, const Records& records, const Profile& profile,
    const PaperFrame& frame);

}
