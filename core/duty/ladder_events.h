#pragma once

#include "core/duty/duty.h"

namespace core {

struct LadderStarted {
    static constexpr const char* type = "duty.ladder_started";
    PartId id;
    LadderTerms terms;
    int rung = 0;
    CaseId caseId;
    QString about;
    bool urgent = false;
    bool danger = false;
    std::optional<bool> byItself; ///< by a call that was logged without a ladder

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("terms", s.terms);
        v("rung", s.rung);
        v("case", s.caseId);
        v("about", s.about);
        v("urgent", s.urgent);
        v("danger", s.danger);
        v("by_itself", s.byItself);
    }
};

/// A call on a ladder: the attempt is an event of its own in the same action.
struct LadderTried {
    static constexpr const char* type = "duty.ladder_tried";
    PartId ladder;
    PartId attempt;
    int rung = 0;
    AttemptResult result = AttemptResult::NoAnswer;
    QString who;
    Instant again;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ladder", s.ladder);
        v("attempt", s.attempt);
        v("rung", s.rung);
        v("result", s.result);
        v("who", s.who);
        v("again", s.again);
    }
};

struct LadderUrgent {
    static constexpr const char* type = "duty.ladder_urgent";
    PartId ladder;
    bool danger = false;
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ladder", s.ladder);
        v("danger", s.danger);
        v("why", s.why);
    }
};

struct LadderClimbed {
    static constexpr const char* type = "duty.ladder_climbed";
    PartId ladder;
    int rung = 0;
    QString reason; ///< why before the calls that the guidance asks for; empty when they were made

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ladder", s.ladder);
        v("rung", s.rung);
        v("reason", s.reason);
    }
};

/// What the ladder is about was told otherwise: case and words as they are since. ESC-6.2
struct LadderAboutCorrected {
    static constexpr const char* type = "duty.ladder_about_corrected";
    PartId ladder;
    CaseId caseId; ///< none: no case
    QString about;
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ladder", s.ladder);
        v("case", s.caseId);
        v("about", s.about);
        v("why", s.why);
    }
};

/// The officer confirmed what is to be done. ESC-6.3
struct DirectionUnderstood {
    static constexpr const char* type = "duty.direction_understood";
    PartId ladder;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ladder", s.ladder);
    }
};

struct LadderClosed {
    static constexpr const char* type = "duty.ladder_closed";
    PartId ladder;
    QString outcome;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("ladder", s.ladder);
        v("outcome", s.outcome);
    }
};

/// The manager does something more, and tells the officer by `due`. ESC-6.4
struct ManagerActionAdded {
    static constexpr const char* type = "duty.manager_action_added";
    PartId id;
    PartId ladder;
    QString what;
    Instant due;
    std::vector<Instant> warnings;
    CaseId caseId;
    QString officer;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("ladder", s.ladder);
        v("what", s.what);
        v("due", s.due);
        v("warnings", s.warnings);
        v("case", s.caseId);
        v("officer", s.officer);
    }
};

struct ManagerTold {
    static constexpr const char* type = "duty.manager_told";
    PartId id;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id);
        v("words", s.words);
    }
};

/// The kind of a duty's note that tells of a ladder made urgent, or of a rung passed early, with
/// its why. ESC-6.1f
inline constexpr QStringView ladderStep = u"ladder";

/// The kind of one that tells what the on-call manager does further, that the officer was told of
/// it, how a ladder ended, and that it is about something else than was told. ESC-6.2, ESC-6.4
inline constexpr QStringView ladderFollowUp = u"ladder_follow_up";

/// Whether an event of a ladder wrote the note, and nobody as a note.
bool isOfLadder(const Note& note);

/// The case of what such a follow-up tells of, as it was told then; may be none.
CaseId caseOfFollowUp(const Duty& duty, const Note& note);

/// What the events of ladders make of a duty.
EventRules<Duty> ladderRules();

/// A result of a call that a ladder counts, whoever wrote it down.
void followCall(Duty& duty, const PartId& attempt, Instant at);

/// The manager of the duty changed: the ladders that run ring whoever it is now. ESC-6.1a, ESC-6.1b
void ringManagerOfDuty(Duty& duty);

/// They rang back at `at`: the ladder that counts the call counts that one too. ESC-6.1c
void countCallBack(Duty& duty, const PartId& attempt, const PartId& callBack, Instant at);

}
