#pragma once

#include "core/conflict/folding.h"
#include "core/records.h"

namespace core {

/// A record as people speak of it: "Case C-2026-11-18-001", "Person Daniel Pryce"; one that has no
/// name, or of which too little is here, by the beginning of its identifier.
QString recordName(const Subject& subject, const AnyRecord& record);

/// The same within a sentence, of a record that is looked up: "person Aaron Lisle"; its kind alone
/// where it has no name.
QString recordName(const Subject& subject, const Records& records);

}
