#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// Whether what is told as the outcome says that the status never began.
bool saysNeverBegan(const QString& outcome);

/// Of each status that was ended as if it had been, by words that name a mistake ("wrong patient",
/// "told in error"), and left what it had ended before as ended: that it be taken off. INV-4
std::vector<Owed> mistakenOwed(const Case& record);

/// A status that was told in error never began: it goes off the record, and what it had ended goes
/// on, until what else the record tells ended it. None: the one that stands. clocks §1.1, INV-4
Decision takeOff(const Case& record, const std::optional<LegalStatus>& status, const QString& why,
    const Context& context);

/// The same as part of what shows it: the statuses that began so, and what ended with the reason
/// `ending` at `at`, are put right in the decision. Answers the case as it is left.
struct Mistaken {
    std::vector<StatusEpisode> statuses;
    QString ending;
    Instant at;
};
Case undo(Decision& decision, const Case& record, const Mistaken& mistaken, const QString& why,
    const Context& context);

}
