#pragma once

#include "core/handover/prepared_list.h"
#include "core/paper/paper.h"

namespace core {

/// The cases of a window's sheet: what is prepared now, and what was proposed in it, withdrawn or
/// answered, and has gone on since. Of a closed window only what was told or stayed then, whatever
/// became of it. HO-3.2
std::vector<PreparedItem> sheetItems(
    const WindowTimes& times, const Records& records, const Profile& profile);

/// The printed sheet of one handover window: the call, each item by I-PASS with its clocks, its
/// documents and boxes for the read-back, what is kept and what stays by name. HO-3.1, HO-3.2.
Paper handoverSheet(const WindowTimes& times, const Records& records, const Profile& profile,
    const PaperFrame& frame);

}
