#pragma once

#include "core/casework/case.h"

namespace core {

/// Puts on the record, before and after each event, what no event of its own says but several tell
/// together, so that it is the same on every desk, whichever told which half: the flags of its
/// legal statuses, and the end of the waits for an admission or an application. CLK-10 to CLK-16
void dropDerived(Case& record);
void derive(Case& record);

/// How such a wait ended: it gives way to what somebody tells of its end.
const QString& admittedByRecord();

/// The record with those waits running, for a command that ends them itself.
Case withWaitsRunning(Case record);

}
