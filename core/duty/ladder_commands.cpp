#include "core/clock/catalogue.h"
#include "core/command/refusals.h"
#include "core/duty/duty_commands.h"
#include "core/duty/ladder_calls.h"
#include "core/duty/ladder_events.h"
#include "core/duty/ladder_going_on.h"
#include "core/duty/ladder_in_hand.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct StartLadder {
    static constexpr const char* name = "duty.ladder_start";
    DutyId duty;
    PartId id;
    QString ladder;
    CaseId caseId;
    QString about;
    bool urgent = false;
    bool danger = false;
    bool another = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("id", s.id, "Identifier to give the ladder; made when left out");
        v("ladder", s.ladder, "The profile's ladder; its first when left out");
        v("case", s.caseId, "The case it is about");
        v("about", s.about,
            "What it is about: situation, background, assessment, what is asked; of a case what is "
            "known when left out");
        v("urgent", s.urgent, "Urgent: ring again at once");
        v("danger", s.danger, "Immediate danger: 999 first; urgent of itself");
        v("another", s.another, "Another matter: a ladder beside the one that runs");
    }
};

struct CallOnLadder {
    static constexpr const char* name = "duty.ladder_call";
    DutyId duty;
    PartId ladder;
    PartId id;
    AttemptResult result = AttemptResult::NoAnswer;
    QString role;
    QString number;
    QString numberReason;
    QString decision;
    QString direction;
    bool understood = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("ladder", s.ladder, "The ladder; the newest that runs when left out");
        v("id", s.id, "Identifier to give the call; made when left out");
        v("result", s.result, "What came of it; called_back when they rang", Need::Required);
        v("role", s.role,
            "Who was rung or rang back, of whatever rung; when left out the first on this one, or "
            "whoever was rung last");
        v("number", s.number, "Number rung; the one provided when left out");
        v("number_reason", s.numberReason, "Why another number than the one provided");
        v("decision", s.decision, "What the manager decided");
        v("direction", s.direction, "What the officer was told to do");
        v("understood", s.understood, "The officer confirmed it");
    }
};

struct MakeUrgent {
    static constexpr const char* name = "duty.ladder_urgent";
    DutyId duty;
    PartId ladder;
    bool danger = false;
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("ladder", s.ladder, "The ladder; the newest that runs when left out");
        v("danger", s.danger, "Immediate danger: 999 first");
        v("why", s.why, "What changed");
    }
};

struct Climb {
    static constexpr const char* name = "duty.ladder_climb";
    DutyId duty;
    PartId ladder;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("ladder", s.ladder, "The ladder; the newest that runs when left out");
        v("reason", s.reason, "Why before the calls that the guidance asks for");
    }
};

struct DecideOnLadder {
    static constexpr const char* name = "duty.ladder_decide";
    DutyId duty;
    PartId ladder;
    QString decision;
    QString direction;
    bool understood = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("ladder", s.ladder, "The ladder; the newest that runs when left out");
        v("decision", s.decision, "What the manager decided", Need::Required);
        v("direction", s.direction, "What the officer was told to do", Need::Required);
        v("understood", s.understood, "The officer confirmed it");
    }
};

struct CloseLadder {
    static constexpr const char* name = "duty.ladder_close";
    DutyId duty;
    PartId ladder;
    QString outcome;
    bool understood = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("duty", s.duty, "The duty; the acting user's when left out");
        v("ladder", s.ladder, "The ladder; the newest that runs when left out");
        v("outcome", s.outcome, "How it ended; needed where nothing was decided");
        v("understood", s.understood, "The officer confirmed what is to be done");
    }
};

/// What happened on a ladder is told also once it was closed; what is done next is not.
template <typename C>
constexpr LadderAct actOf()
{
    if constexpr (std::is_same_v<C, CallOnLadder> || std::is_same_v<C, DecideOnLadder>)
        return LadderAct::Fact;
    if constexpr (std::is_same_v<C, MakeUrgent> || std::is_same_v<C, Climb>)
        return LadderAct::Taken;
    return LadderAct::Step;
}

/// A command on a ladder that runs; none that runs is refused.
template <typename C, void (*act)(Decision&, const C&, const LadderInHand&, const Context&)>
Decision onLadder(const C& wanted, const Context& context)
{
    Decision decision;
    if (const auto both = ladderInHand(decision, wanted.duty, wanted.ladder, actOf<C>(), context))
        act(decision, wanted, *both, context);
    return decision;
}

void tellUnderstood(
    Decision& decision, bool understood, const LadderInHand& both, const QString& askedAt)
{
    if (understood)
        decision.events.push_back(
            newEvent(both.inHand.subject(), DirectionUnderstood{both.ladder->id}));
    else
        decision.owed.push_back({u"ESC-6.3"_s, u"understood"_s,
            u"Whether the officer understood the direction."_s, askedAt});
}

void tellNext(Decision& decision, const LadderInHand& both, const Context& context)
{
    tellNextCall(decision, both.inHand, both.ladder->id, context);
}

const Ladder* profileLadder(const Profile& profile, const QString& key)
{
    for (const Ladder& ladder : profile.ladders)
        if (key.isEmpty() || ladder.key == key)
            return &ladder;
    return nullptr;
}

Decision startLadder(const StartLadder& wanted, const Context& context)
{
    const auto found = dutyInHand(context, wanted.duty);
    if (const auto* refusal = std::get_if<Refusal>(&found))
        return {{}, {*refusal}, {}, {}, {}, {}};
    const auto& inHand = std::get<DutyInHand>(found);
    Decision decision;
    refused(decision, refuseCase(context, wanted.caseId));
    const Ladder* ladder = profileLadder(context.profile(), wanted.ladder);
    if (!ladder)
        decision.refusals.push_back(
            {u"ESC-6.1a"_s, u"ladder"_s, u"The profile has no ladder “%1”."_s.arg(wanted.ladder),
                u"Describe one under ladders in the profile."_s});
    if (decision.refused())
        return decision;
    const LadderMatter matter{
        ladder->key, wanted.caseId, wanted.about, wanted.urgent || wanted.danger, wanted.danger};
    const RunningLadder* running
        = wanted.another ? nullptr : ladderOfMatter(inHand.duty.get(), matter, context.occurred);
    if (running)
        return goOnWith(*running, matter, inHand, context);
    openIfNeeded(decision, inHand, context);
    const LadderTerms terms = ladderTerms(*ladder, inHand.duty.get(), context.profile());
    if (terms.rungs.empty())
        return refuse(u"ESC-6.1b"_s, u"ladder"_s, u"This ladder has no rungs."_s,
            u"Describe them in the profile, or log the call with duty.attempt."_s);
    const PartId id = wanted.id.isNull() ? PartId{context.mint()} : wanted.id;
    const ManagerBriefing told = ladderBriefing(wanted.about, wanted.caseId, context);
    decision.events.push_back(newEvent(inHand.subject(),
        LadderStarted{id, terms, rungToRing(terms, 0).value_or(0), wanted.caseId, told.text,
            matter.urgent, matter.danger, {}}));
    decision.made.insert(u"id"_s, id.text());
    noteBeside(decision, inHand.duty.get(), context.records);
    tellNextCall(decision, inHand, id, context);
    tellBriefing(decision, told, wanted.about);
    return decision;
}

void callOnLadder(Decision& decision, const CallOnLadder& wanted, const LadderInHand& both,
    const Context& context)
{
    logOnLadder(decision,
        {wanted.id, wanted.result, wanted.role, wanted.number, wanted.numberReason, wanted.decision,
            wanted.direction},
        both.inHand, *both.ladder, context);
    if (decision.refused())
        return;
    if (spoke(wanted.result) && !wanted.decision.isEmpty() && !wanted.direction.isEmpty())
        tellUnderstood(decision, wanted.understood, both, u"close"_s);
    tellNext(decision, both, context);
}

void makeUrgent(
    Decision& decision, const MakeUrgent& wanted, const LadderInHand& both, const Context& context)
{
    decision.events.push_back(
        newEvent(both.inHand.subject(), LadderUrgent{both.ladder->id, wanted.danger, wanted.why}));
    tellNext(decision, both, context);
}

void climb(
    Decision& decision, const Climb& wanted, const LadderInHand& both, const Context& context)
{
    const RunningLadder& ladder = *both.ladder;
    if (refused(decision, refuseClimb(ladder, wanted.reason)))
        return;
    const int next = *rungAbove(ladder.terms, ladder.rung);
    for (int rung = ladder.rung + 1; rung < next; ++rung)
        decision.notes.append(u"“%1” has no number and is skipped."_s.arg(
            ladder.terms.rungs[static_cast<std::size_t>(rung)].name));
    const bool early = unanswered(ladder) < attemptsNeeded(ladder);
    decision.events.push_back(newEvent(
        both.inHand.subject(), LadderClimbed{ladder.id, next, early ? wanted.reason : QString()}));
    tellNext(decision, both, context);
}

void decideOnLadder(Decision& decision, const DecideOnLadder& wanted, const LadderInHand& both,
    const Context& context)
{
    refused(decision, refuseBlank(u"decision"_s, wanted.decision));
    refused(decision, refuseBlank(u"direction"_s, wanted.direction));
    const auto& tries = both.ladder->tries;
    const auto spoken = std::find_if(
        tries.rbegin(), tries.rend(), [](const LadderTry& each) { return spoke(each.result); });
    if (spoken == tries.rend())
        decision.refusals.push_back(
            {u"ESC-6.3"_s, u"ladder"_s, u"Nobody was spoken to on this ladder."_s,
                u"Log the call with duty.ladder_call and its result first."_s});
    if (decision.refused())
        return;
    decision.events.push_back(newEvent(both.inHand.subject(),
        CallResulted{spoken->attempt, {}, {}, {}, wanted.decision, wanted.direction}));
    tellUnderstood(decision, wanted.understood, both, u"close"_s);
    tellNext(decision, both, context);
}

void closeLadder(
    Decision& decision, const CloseLadder& wanted, const LadderInHand& both, const Context&)
{
    if (refused(decision, refuseLadderEnd(*both.ladder, *both.inHand.duty, wanted.outcome)))
        return;
    if (both.ladder->decidedAt && !both.ladder->understoodAt)
        tellUnderstood(decision, wanted.understood, both, u"sign_off"_s);
    decision.events.push_back(
        newEvent(both.inHand.subject(), LadderClosed{both.ladder->id, wanted.outcome}));
    if (!both.ladder->decidedAt)
        decision.notes.append(u"ESC-2.1: nothing was decided; record an escalation with the ground "
                              u"on_call_manager_difficulty if nobody could be reached."_s);
}

}

std::vector<CommandSpec> ladderCommands()
{
    std::vector<CommandSpec> commands{
        command<StartLadder>(
            "Begins to ring up the on-call ladder, by the profile as it is now, or "
            "goes on with the one that runs for it",
            {u"ESC-6.1a"_s, u"ESC-6.1b"_s, u"ESC-6.1f"_s, u"ESC-6.2"_s}, startLadder),
        command<CallOnLadder>("Logs a call on the rung, or that they called back",
            {u"ESC-6.1b"_s, u"ESC-6.1c"_s, u"ESC-6.1f"_s, u"ESC-6.3"_s},
            onLadder<CallOnLadder, callOnLadder>),
        command<MakeUrgent>("Makes a running ladder urgent: ring again at once",
            {u"ESC-6.1d"_s, u"ESC-6.1f"_s}, onLadder<MakeUrgent, makeUrgent>),
        command<Climb>("Goes on to the next rung that can be rung",
            {u"ESC-6.1d"_s, u"ESC-6.1e"_s, u"ESC-6.1f"_s, u"INV-11"_s}, onLadder<Climb, climb>),
        command<DecideOnLadder>("Writes down what the manager decided and directed", {u"ESC-6.3"_s},
            onLadder<DecideOnLadder, decideOnLadder>),
        command<CloseLadder>("Closes a ladder once the officer knows all", {u"ESC-6.4"_s},
            onLadder<CloseLadder, closeLadder>),
    };
    commands.push_back(ladderAboutCommand());
    for (const CommandSpec& each : managerActionCommands())
        commands.push_back(each);
    return commands;
}

}
