#pragma once

#include "core/rows/row.h"

namespace core {

/// Where callers were put through, and who else sees the contact.
void addFrontDoor(std::vector<Row>& rows, const Contact& contact);

}
