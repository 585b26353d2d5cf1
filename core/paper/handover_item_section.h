#pragma once

#include "core/handover/prepared_list.h"
#include "core/paper/paper.h"

namespace core {

/// When an item's section is printed, and by when it had been told; none: it still awaits its
/// answer in an open window.
struct SheetTimes {
    Instant printedAt;
    std::optional<Instant> toldBy;
};

/// One item of a handover sheet: who, I-PASS, clocks, documents, read-back and answer. Clocks and
/// word code are those of now while it is open, those that were told and compared after. HO-3.6.
Section itemSection(
    const PreparedItem& line, const Case& record, const Person* person, const SheetTimes& times);

}
