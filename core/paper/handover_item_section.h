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

/// The heaviest legal clock that had begun by `toldBy`, runs now and is due otherwise than was
/// copied in, or was not copied at all; null without one. HO-3.6, CLK-01
const Deadline* clockOtherThanTold(const PreparedItem& line, const Case& record, Instant toldBy);

/// One item of a handover sheet: who, I-PASS, clocks, documents, read-back and answer. Clocks and
/// word code are those of now while it is open, those that were told and compared after. HO-3.6.
Section itemSection(
    const PreparedItem& line, const Case& record, const Person* person, const SheetTimes& times);

}
