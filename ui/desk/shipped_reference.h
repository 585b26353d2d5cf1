#pragma once

#include "core/reference/reference.h"

namespace ui {

/// The reference that comes with the product for a profile's key; empty where none comes.
std::vector<core::ReferenceEntry> shippedReference(const QString& profileKey);

}
