#pragma once

#include "core/duty/duty_commands.h"
#include "core/handover/summary.h"

namespace core {

/// What a command tells of a ladder: its next step, one that may be told later, a call on it, or
/// what was told otherwise.
enum class LadderAct { Step, Taken, Fact, Correction };

/// A command's duty and ladder.
struct LadderInHand {
    DutyInHand inHand;
    const RunningLadder* ladder = nullptr;
};

/// The ladder named, or the newest that runs; what happened also of one that ran at its time.
/// Refused where there is none, or it was closed by then. ESC-6.1a
std::optional<LadderInHand> ladderInHand(Decision& decision, const DutyId& duty,
    const PartId& wanted, LadderAct act, const Context& context);

/// What the manager is told: what was said, else of a case what its record knows. ESC-6.2
ManagerBriefing ladderBriefing(const QString& said, const CaseId& caseId, const Context& context);

/// Notes it where it is more than was said, and owes what it lacks. ESC-6.2
void tellBriefing(Decision& decision, const ManagerBriefing& told, const QString& said);

/// Whoever was spoken to decided on what they had been told: names them as to be told anew. ESC-6.2
void noteWhoWasTold(Decision& decision, const RunningLadder& ladder);

}
