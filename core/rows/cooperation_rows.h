#pragma once

#include "core/rows/row.h"

namespace core {

/// Requests to other teams, discussions, joint work, disagreements, EDT Handover Records of a case
/// and who was sent its record.
void addCooperation(std::vector<Row>& rows, const Case& record);

}
