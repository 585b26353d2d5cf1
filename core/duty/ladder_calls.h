#pragma once

#include "core/duty/duty_commands.h"
#include "core/duty/ladder.h"

namespace core {

/// A call on a ladder as somebody says it was.
struct CallOnRung {
    PartId id;
    AttemptResult result = AttemptResult::NoAnswer;
    QString role; ///< who was rung, or who rang back; empty: whoever is next, or was rung last
    QString number;
    QString numberReason;
    QString decision;
    QString direction;
};

/// Logs it on the rung of whom it was with, whichever rung the ladder stands on by now; when
/// they ring back that is a call of its own, on the rung of the one that it answers. Where no
/// number is known the one that was rung is asked for. ESC-6.1c, ESC-6.1d, ESC-6.1e
void logOnLadder(Decision& decision, const CallOnRung& call, const DutyInHand& inHand,
    const RunningLadder& ladder, const Context& context);

/// Counts a call to the on-call manager that was logged without a ladder: on the one that runs for
/// its case, of no case on the only one that runs, else, when nobody answered, on one that it
/// begins. ESC-6.1c, ESC-6.1f
void countManagerCall(Decision& decision, const CallAttempted& call, const DutyInHand& inHand,
    const Context& context);

/// Says what is to be done next on that ladder once the decision stands.
void tellNextCall(
    Decision& decision, const DutyInHand& inHand, const PartId& ladder, const Context& context);

}
