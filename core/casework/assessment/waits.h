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

/// The waits of a s136 detention. CLK-42, CLK-43, CLK-44
const QStringList& detentionWaits();

/// The s136 detention on the record that `at` belongs to: the first that had neither ended by then
/// nor run out when a later one began, else the last; or none.
const StatusEpisode* detentionOf(const Case& record, Instant at);

/// Whether the strategy discussion that is told was held about a concern before the one whose
/// discussion is known: what came of it changes nothing of what came of the later. CLK-51, CLK-52
bool isOfEarlierConcern(const Case& record, const ChildProtection& told);

/// Starts the clock of a wait, or records another account of its start, and ends it where its end
/// is known, in whichever order the two are told. What belongs to another detention, or to a later
/// day than the concern for a child that is known, is another wait; an end of the same wait that is
/// told otherwise is put right. `record` is the case before the decision.
void timeWait(Decision& decision, const Case& record, const Wait& wait, const Context& context);

/// Of what a case knows (`known`) and hears now (`told`): what counts as the end of a wait from
/// `from`. What came before it is the end of an earlier one.
std::optional<Instant> endOfWait(const std::optional<Instant>& from,
    const std::optional<Instant>& known, const std::optional<Instant>& told);

/// Records at `at` the facts of a s136 detention, which start and end its clocks; once it has ended
/// they begin nothing that runs on. CLK-42, CLK-43, CLK-44
void followDetention(Decision& decision, const Case& record, const DetentionCourse& told,
    Instant at, const Context& context);

/// What the lines of those asked to attend tell of a s136 detention: an ambulance asked for and the
/// arrival of the police while it lasts, the request to AMHP or doctor from its start on. Each
/// begins a wait that had not begun by then, and is ended by what is known. CLK-42, CLK-43, CLK-44
void followAttendees(Decision& decision, const Case& record, const Context& context);

/// Ends the wait for the ambulance once it is known to have come, that for AMHP and doctor once the
/// second of them is, to whoever is under s136, whichever way that is on the record; and that for
/// an Appropriate Adult once one has come since it began. CLK-42, CLK-44, CLK-61
void endAttendance(Decision& decision, const Case& record, const Context& context);

/// Whether custody asks for an Appropriate Adult, or one came: the person is held there still.
/// CLK-61
bool wantsAppropriateAdult(const Case& record);

/// What is told of a course without what its clock is counted from: the police left and nobody says
/// when they came, a strategy discussion of which nobody says what came of it. CLK-43, CLK-52
std::vector<Owed> courseOwed(const Case& record);

}
