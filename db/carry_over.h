#pragma once

#include "db/store_parts.h"

namespace db {

/// Copies a record's events as they are, with their places in their desks' chains, into a store
/// that does not have them; inside a Write of that store. False when some could not be read or do
/// not match their digests: those are left behind.
bool carryOver(Database& from, StoreParts& to, const core::Subject& subject);

}
