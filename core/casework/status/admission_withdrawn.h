#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The admission was recorded in error: nobody was admitted. What it began goes off the record, and
/// what it had ended goes on. CLK-01, INV-4
Decision withdrawAdmission(const Case& record, const QString& why, const Context& context);

/// The limits of examinations and of an application for s4 that were told when the person was, it
/// seemed, in hospital since `admitted`: they begin as if told before. CLK-11, CLK-14, CLK-16
void startHeldBack(Decision& decision, const Case& left, Instant admitted, const Context& context);

}
