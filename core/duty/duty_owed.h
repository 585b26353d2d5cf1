#pragma once

#include "core/duty/duty.h"

namespace core {

enum class DutyOwedKind { Result, Decision, RingBack, Ladder, Feedback };
template <>
inline constexpr const char* words<DutyOwedKind>[]
    = {"result", "decision", "ring_back", "ladder", "feedback"};

/// What a duty still owes before its record is whole: nothing of it ever blocks.
struct DutyOwed {
    DutyOwedKind kind = DutyOwedKind::Result;
    PartId part; ///< the call, or the call-back promised
    QString clause;
    QString text; ///< a sentence
    CaseId caseId; ///< may be none
    Instant at; ///< when the call was, or by when the call-back is due
};

/// Calls without a result (ESC-5.2), conversations with the on-call manager without decision or
/// direction (ESC-6.3), call-backs not made, ladders not closed, feedback not given (ESC-6.4). By
/// time. Corrected calls owe nothing.
std::vector<DutyOwed> owedOn(const Duty& duty);

}
