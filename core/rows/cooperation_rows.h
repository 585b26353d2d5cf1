#pragma once

#include "core/rows/row.h"

namespace core {

/// Requests to other teams, high risk discussions and EDT Handover Records of a case.
void addCooperation(std::vector<Row>& rows, const Case& record);

}
