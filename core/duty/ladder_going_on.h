#pragma once

#include "core/duty/duty_commands.h"

namespace core {

/// What the manager is to be rung about, by whoever starts a ladder.
struct LadderMatter {
    QString ladder; ///< the profile's key
    CaseId caseId;
    QString about;
    bool urgent = false;
    bool danger = false;
};

/// The ladder that runs for the same case or for none, or for some case where nothing says that
/// this is another matter; told late also one that ran at `at` and is over by now. ESC-6.1f
const RunningLadder* ladderOfMatter(const Duty* duty, const LadderMatter& matter, Instant at);

/// Begins nothing beside it: its calls count, and what is told anew is told of it. ESC-6.1f,
/// ESC-6.2
Decision goOnWith(const RunningLadder& running, const LadderMatter& matter,
    const DutyInHand& inHand, const Context& context);

/// Names the ladders that run beside the one that begins, by hand or by a call. ESC-6.1a
void noteBeside(Decision& decision, const Duty* duty, const Records& records);

}
