#pragma once

#include "core/handover/prepared_list.h"
#include "core/paper/paper.h"

namespace core {

/// One item of a handover sheet: who, I-PASS, clocks, documents, read-back and answer.
Section itemSection(
    const PreparedItem& line, const Case& record, const Person* person, Instant printedAt);

}
