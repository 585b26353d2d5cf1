#pragma once

#include "core/command/fields.h"
#include "core/profile/profile.h"

namespace core {

enum class AttemptResult { Answered, NoAnswer, Voicemail, Engaged, CalledBack, Copied };
template <>
inline constexpr const char* words<AttemptResult>[]
    = {"answered", "no_answer", "voicemail", "engaged", "called_back", "copied"};

/// Whether somebody was spoken to.
inline bool spoke(AttemptResult result)
{
    return result == AttemptResult::Answered || result == AttemptResult::CalledBack;
}

/// Somebody who may be rung on a rung, with the one number for them. ESC-6.1b
struct LadderPerson {
    QString role; ///< the profile's key
    QString name;
    QString number;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("role", s.role);
        v("name", s.name);
        v("number", s.number);
    }
};

/// A rung as the ladder began with it: either of its people is rung. Nobody: it is skipped while
/// one above has a number, else rung on a number that the officer finds.
struct LadderRung {
    QString key;
    QString name;
    std::vector<LadderPerson> people;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("key", s.key);
        v("name", s.name);
        v("people", s.people);
    }
};

/// What a ladder runs by: the profile's numbers when it began, kept until it is over.
struct LadderTerms {
    QString ladder; ///< the profile's key
    QString profileVersion;
    int retryAfter = 15; ///< minutes. ESC-6.1f
    int attemptsBeforeClimb = 3; ///< Q9
    int urgentRetry = 2; ///< minutes. Q10
    std::vector<LadderRung> rungs;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ladder", s.ladder);
        v("profile_version", s.profileVersion);
        v("retry_after", s.retryAfter);
        v("attempts_before_climb", s.attemptsBeforeClimb);
        v("urgent_retry", s.urgentRetry);
        v("rungs", s.rungs);
    }
};

/// A call made on a ladder; the call itself is an attempt of the duty.
struct LadderTry {
    PartId attempt;
    int rung = 0;
    Instant at;
    AttemptResult result = AttemptResult::NoAnswer;
    Instant again; ///< when ringing again is advised; Call is never barred. ESC-6.1f
    QString who;
    Instant resultAt; ///< when its result was known: they may ring back later
};

/// What the on-call manager does after the call, until the officer was told. ESC-6.4
struct ManagerAction {
    PartId id;
    PartId ladder;
    QString what;
    Instant due;
    std::vector<Instant> warnings;
    CaseId caseId;
    QString officer; ///< to whom feedback is due
    Instant addedAt;
    std::optional<Instant> toldAt;
    QString told;
};

/// A line of the book about a ladder, and the case that it was about then.
struct LadderLine {
    PartId note;
    CaseId caseId;
};

/// An on-call ladder that runs, or ran, on a duty. ESC-6.1
struct RunningLadder {
    PartId id;
    LadderTerms terms;
    CaseId caseId;
    QString about;
    std::optional<Instant> aboutSince; ///< by whichever correction was the last to happen. ESC-6.2
    bool urgent = false;
    bool danger = false; ///< immediate danger: 999 is shown first
    Instant started;
    QString by;
    bool byItself = false; ///< begun by a logged call, not by hand
    int rung = 0;
    Instant since; ///< when it came to this rung
    std::vector<LadderTry> tries;
    QString decision; ///< ESC-6.3
    QString direction;
    std::optional<Instant> decidedAt;
    std::optional<Instant> understoodAt; ///< the officer confirmed the direction
    std::optional<Instant> closedAt;
    QString outcome;
    std::vector<LadderLine> lines;
};

}
