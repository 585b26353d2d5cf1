#pragma once

#include "core/duty/duty_owed.h"
#include "core/paper/oncall_record.h"
#include "ui/sheet/sheet_model.h"

namespace ui {

/// The On-call Manager Record on screen: the grid that is printed, each line with its case.
std::vector<core::GridColumn> oncallColumns();
std::vector<SheetRow> oncallRows(const core::OncallRecord& record);

/// What the duty still owes, a line each; the part is the call or call-back.
std::vector<SheetRow> dutyOwedRows(const std::vector<core::DutyOwed>& owed);

}
