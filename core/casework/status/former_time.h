#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Of each s5(2) and s2 that follows on s5(4) and s4 that another desk told, so that its clock does
/// not count the time under them yet: that they be told again. CLK-10, CLK-12
std::vector<Owed> formerTimeOwed(const Case& record);

/// Counts that time where it is settled that the later status, which began at `began`, stands: it
/// followed on the former. CLK-10, CLK-12
void countFormerTimes(
    Decision& decision, const Case& record, Instant began, const Context& context);

/// The former time counts where, by what the decision tells, the later status followed on it, and
/// not where the former had ended before or never began: the later one's clock then runs from its
/// own start. CLK-10, CLK-12
void recountFormerTime(Decision& decision, const Case& before, const Context& context);

}
