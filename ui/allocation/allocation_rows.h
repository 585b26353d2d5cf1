#pragma once

#include "core/paper/allocation_sheet.h"
#include "ui/sheet/sheet_model.h"

namespace ui {

class DeskService;

enum AllocationColumn {
    AllocationOrder,
    AllocationPerson,
    AllocationReceived,
    AllocationStatus,
    AllocationStage,
    AllocationTo,
    AllocationHolder,
    AllocationNote
};

std::vector<core::GridColumn> allocationColumns();

/// The Daily Allocation Sheet on screen, a row a case.
std::vector<SheetRow> allocationRows(const core::AllocationSheet& sheet, const DeskService& desk);

/// "Lead Priya Nair. 3 cases, 1 carried over, 2 unallocated. Awaiting an answer: T-…".
QString allocationSummary(const core::AllocationSheet& sheet);

}
