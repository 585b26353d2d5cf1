#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The profile's pathways that a start ("decision_to_admit", "ed_12h") sets going at that place:
/// one line of theirs is in its detail, as whole words. ESC-4.3, ESC-4.4, ESC-4.5
std::vector<const Pathway*> pathwaysFor(
    const Profile& profile, const QString& starts, const Place& place);

/// Adds each step of those pathways as a timed task; a step that was done since `at` is not asked
/// again, and one that is open is set anew when the start turns out to be earlier. `after` is the
/// case as the decision leaves it.
void beginPathways(Decision& decision, const Case& after, const QString& starts, Instant at,
    const Context& context);

/// From when steps counted by a start that was put right, and from when they do.
struct MovedStart {
    Instant was;
    Instant now;
};

/// The start that set the pathways going was put right: what is open of their steps is set anew by
/// it, also later, and nothing that was done since either start is asked again. ESC-4.3, ESC-4.4,
/// ESC-4.5
void movePathways(Decision& decision, const Case& after, const QString& starts,
    const MovedStart& moved, const Context& context);

/// The end of the clock that set them going is taken back: what ended with it is asked for again,
/// by the start of the clock. `ended` is the clock as it had ended. ESC-4.4, ESC-4.5
void resumePathways(
    Decision& decision, const Case& after, const ClockFact& ended, const Context& context);

/// While the 12 hours in ED count from `start`: ends the open steps of the hospital where the
/// person no longer waits and begins those of the one where they do, from that start. ESC-4.4,
/// ESC-4.5
void followHospital(Decision& decision, const Case& before, const Case& after, Instant start,
    const Context& context);

/// While a bed is waited for: the steps of the pathway that names another place than the one where
/// the person is now give way to those that name this one, from the decision on. Where none names
/// it, what runs goes on, and a note says so: no escalation falls silent by a move. ESC-4.3
void followBedPlace(
    Decision& decision, const Case& before, const Case& after, const Context& context);

/// Adds the steps of one pathway, whatever sets it going. ESC-4.2
void beginPathway(Decision& decision, const Case& after, const Pathway& pathway, Instant at,
    const Context& context);

/// The steps that are over once the person is admitted or has left.
void endPathways(Decision& decision, const Case& record, const QString& result, Instant at);

/// The steps that are over with the clock that set them going. ESC-4.4, ESC-4.5
void endPathways(Decision& decision, const Case& record, const QString& starts,
    const QString& result, const Context& context);

}
