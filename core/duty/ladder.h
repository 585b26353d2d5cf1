#pragma once

#include "core/command/decision.h"
#include "core/duty/duty.h"

namespace core {

/// What is to be done next on a ladder.
enum class LadderStep { Ring, Wait, RingAgain, Finish, Climb, Exhausted, Feedback, Close, Over };
template <>
inline constexpr const char* words<LadderStep>[] = {"ring", "wait_for_call_back", "ring_again",
    "finish_the_call", "climb", "exhausted", "feedback", "close", "over"};

struct LadderNext {
    LadderStep step = LadderStep::Ring;
    int rung = 0;
    std::vector<LadderPerson> people; ///< whom to ring: on the first rung one, with one number
    std::optional<Instant> advisedAt; ///< not before, says the guidance; Call is never barred
    bool emergencyFirst = false; ///< immediate danger: 999 before anything else
    QString text; ///< a sentence for the officer
};

/// The next step at `now`. ESC-6.1
LadderNext nextStep(const RunningLadder& ladder, const Duty& duty, Instant now);

/// The rungs as the profile has them now, with the manager of the duty on the first. ESC-6.1a
LadderTerms ladderTerms(const Ladder& ladder, const Duty* duty, const Profile& profile);

/// The first rung at or above `from` on which somebody can be rung, or none. ESC-6.1d
std::optional<int> rungToRing(const LadderTerms& terms, int from);

/// The rung to go on to from `rung`: the next with a number, else the next, for which the officer
/// finds one; none above the highest. ESC-6.1d, ESC-6.1e
std::optional<int> rungAbove(const LadderTerms& terms, int rung);

QString rungName(const RunningLadder& ladder, int rung);

/// The roles of a rung that a call was to, by the profile's keys: one where it was said which of
/// them was rung; none for whom no rung names. ESC-6.1d
QStringList rolesRung(const Duty& duty, const CallAttempt& call);

/// Who was the on-call manager at `at`, with the one number; before the first, who is now. ESC-6.1b
ManagerOnCall managerAt(const Duty& duty, Instant at);

/// Whether a ladder counts that call.
bool isOnLadder(const Duty& duty, const PartId& call);

/// The call whose result was known last, on whatever rung; none yet.
const LadderTry* latestTry(const RunningLadder& ladder);

/// The last call on the rung on which it stands; none yet.
const LadderTry* latestOnRung(const RunningLadder& ladder);

/// When the next call is due: at once after a climb, else when the last one says; none before the
/// first call.
std::optional<Instant> nextCallAt(const RunningLadder& ladder);

/// Calls without an answer on the rung it stands on.
int unanswered(const RunningLadder& ladder);

/// How many of them it takes before the next rung is offered: two when urgent on the first rung,
/// one above, else the profile's; none where nobody has a number. ESC-6.1d, ESC-6.1e, ESC-6.1f
int attemptsNeeded(const RunningLadder& ladder);

/// Why the next rung is not reached yet; a reason overrides it. INV-11
std::optional<Refusal> refuseClimb(const RunningLadder& ladder, const QString& reason);

/// Why a ladder is not over yet: no decision and direction, or feedback due to the officer. ESC-6.4
std::optional<Refusal> refuseLadderEnd(
    const RunningLadder& ladder, const Duty& duty, const QString& outcome);

/// When ringing again is advised after a call at `at`. ESC-6.1c, ESC-6.1f
Instant ringAgainAt(const RunningLadder& ladder, AttemptResult result, Instant at);

/// Actions of the manager on this ladder of which the officer has not heard. ESC-6.4
std::vector<const ManagerAction*> feedbackDue(const RunningLadder& ladder, const Duty& duty);

}
