#pragma once

#include "core/rows/row.h"

namespace core {

/// Alternatives explored, people to attend, assessments and beds of a case.
void addAssessment(std::vector<Row>& rows, const Case& record);

}
