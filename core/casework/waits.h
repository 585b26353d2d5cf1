#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

// Clocks of a wait: from a fact that is told until another one.

/// One of them, as far as it is told.
struct Wait {
    QString kind; ///< a key of the catalogue
    std::optional<Instant> from; ///< told now; none: it began before, or has not
    QString began; ///< what began it, in words: its evidence
    std::optional<Instant> until; ///< what ends it
    QString outcome;
};

/// Starts the clock of a wait, or records another account of its start, and ends it where its end
/// is known, in whichever order the two are told. `record` is the case before the decision.
void timeWait(Decision& decision, const Case& record, const Wait& wait, const Context& context);

/// Of what a case knows (`known`) and hears now (`told`): what counts as the end of a wait from
/// `from`. What came before it is the end of an earlier one.
std::optional<Instant> endOfWait(const std::optional<Instant>& from,
    const std::optional<Instant>& known, const std::optional<Instant>& told);

/// Records at `at` the facts of a s136 detention, which start and end its clocks; once it has ended
/// they begin nothing that runs on. CLK-42, CLK-43, CLK-44
void followDetention(Decision& decision, const Case& record, const DetentionCourse& told,
    Instant at, const Context& context);

/// When both an AMHP and a doctor had come to whoever is under s136 since they were told of it,
/// whichever way that is on the record. CLK-44
std::optional<Instant> attendedAt(const Case& record);

/// Ends the wait for both once the second is known to have seen the person. CLK-44
void endAttendance(Decision& decision, const Case& record, const Context& context);

}
