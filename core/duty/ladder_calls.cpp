#include "core/duty/ladder_calls.h"

#include "core/command/preview.h"
#include "core/duty/ladder_events.h"
#include "core/duty/ladder_going_on.h"
#include "core/text/people_words.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& onCallManager()
{
    static const QString key = u"on_call_manager"_s;
    return key;
}

/// Whom a call was with, and on which rung they are.
struct OnRung {
    int rung = 0;
    LadderPerson person;
};

bool is(const LadderPerson& person, const QString& role)
{
    return person.role.split(u' ').contains(role) || person.name == role;
}

std::optional<OnRung> personWith(const LadderTerms& terms, int rung, const QString& role)
{
    const auto at = static_cast<std::size_t>(rung);
    if (at >= terms.rungs.size())
        return {};
    for (const LadderPerson& person : terms.rungs[at].people)
        if (role.isEmpty() || is(person, role))
            return OnRung{rung, person};
    return {};
}

// The rung it stands on comes first. Who is on no rung is rung on this one, by a number of theirs.
OnRung onRung(const RunningLadder& ladder, const QString& role)
{
    if (const auto here = personWith(ladder.terms, ladder.rung, role))
        return *here;
    for (int rung = 0; rung < static_cast<int>(ladder.terms.rungs.size()) && !role.isEmpty();
         ++rung)
        if (const auto other = personWith(ladder.terms, rung, role))
            return *other;
    const QString whom = role.isEmpty() ? rungName(ladder, ladder.rung) : role;
    return {ladder.rung, {whom, whom, {}}};
}

bool wasWith(const LadderTry& each, const Duty& duty, const LadderTerms& terms, const QString& role)
{
    const CallAttempt* call = duty.attempt(each.attempt);
    if (role.isEmpty() || each.who == role || (call && call->contact.split(u' ').contains(role)))
        return true;
    const auto person = personWith(terms, each.rung, role);
    return person && person->person.name == each.who;
}

// The call that whoever rings back was rung in; none yet.
const LadderTry* callTo(const QString& role, const RunningLadder& ladder, const Duty& duty)
{
    for (auto each = ladder.tries.rbegin(); each != ladder.tries.rend(); ++each)
        if (wasWith(*each, duty, ladder.terms, role))
            return &*each;
    return nullptr;
}

// Whoever rang back, on the rung on which they were rung.
OnRung whoRangBack(const QString& role, const RunningLadder& ladder, const Duty& duty)
{
    const LadderTry* before = callTo(role, ladder, duty);
    const CallAttempt* call = before ? duty.attempt(before->attempt) : nullptr;
    if (!call)
        return onRung(ladder, role);
    OnRung whom{before->rung, {call->contact, before->who, call->number}};
    if (const auto person = personWith(ladder.terms, before->rung, role); person && !role.isEmpty())
        whom.person.role = person->person.role;
    return whom;
}

// Of the roles that share a number the one that was rung; none was named: all of them. ESC-6.1d
QString contactOf(const OnRung& whom, const QString& role)
{
    if (whom.rung == 0 && !whom.person.number.isEmpty())
        return onCallManager();
    return whom.person.role.split(u' ').contains(role) ? role : whom.person.role;
}

QString managersName(const DutyInHand& inHand, const Context& context)
{
    const QString name = inHand.duty ? managerAt(*inHand.duty, context.occurred).name : QString();
    return name.isEmpty() ? usualManager(context.profile()).name : name;
}

// A call is told also after another manager took over.
LadderPerson asRungThen(LadderPerson person, const Duty& duty, Instant at)
{
    const ManagerOnCall now = duty.managers.current();
    const bool unnamed = !now.unknown && (person.number.isEmpty() || duty.managerNumber.isEmpty());
    if (unnamed || !is(person, onCallManager()))
        return person;
    const ManagerOnCall then = managerAt(duty, at);
    return {person.role, then.name.isEmpty() ? person.name : then.name, then.number};
}

// A call for which no case was named is about the one ladder that runs, where nothing that was
// said is another matter.
bool mayBeOf(const RunningLadder& ladder, const CallAttempted& call)
{
    const QString about = call.about.trimmed();
    return call.caseId.isNull() && (about.isEmpty() || about == ladder.about);
}

std::optional<RunningLadder> runningFor(const CallAttempted& call, const Duty* duty)
{
    std::vector<const RunningLadder*> running;
    if (duty)
        for (auto each = duty->ladders.rbegin(); each != duty->ladders.rend(); ++each)
            if (!each->closedAt && !each->decidedAt)
                running.push_back(&*each);
    for (const RunningLadder* each : running)
        if (each->caseId == call.caseId)
            return *each;
    if (running.size() == 1 && mayBeOf(*running.front(), call))
        return *running.front();
    return {};
}

std::optional<int> managersRung(const std::vector<Rung>& rungs)
{
    const auto found = std::find_if(rungs.begin(), rungs.end(),
        [](const Rung& rung) { return rung.roles.contains(onCallManager()); });
    return found == rungs.end() ? std::nullopt
                                : std::optional(static_cast<int>(found - rungs.begin()));
}

int managersRung(const RunningLadder& ladder)
{
    for (int rung = 0; rung < static_cast<int>(ladder.terms.rungs.size()); ++rung)
        if (personWith(ladder.terms, rung, onCallManager()))
            return rung;
    return 0;
}

// By a call that nobody answered.
std::optional<RunningLadder> begunBy(
    Decision& decision, const CallAttempted& call, const DutyInHand& inHand, const Context& context)
{
    for (const Ladder& ladder : context.profile().ladders) {
        const auto rung = managersRung(ladder.rungs);
        if (!rung)
            continue;
        RunningLadder begun;
        begun.id = {context.mint()};
        begun.terms = ladderTerms(ladder, inHand.duty.get(), context.profile());
        begun.urgent = call.urgent;
        begun.rung = *rung;
        decision.events.push_back(newEvent(inHand.subject(),
            LadderStarted{
                begun.id, begun.terms, *rung, call.caseId, call.about, call.urgent, false, true}));
        noteBeside(decision, inHand.duty.get(), context.records);
        return begun;
    }
    return {};
}

// A role of which the rung names nobody stands in words, as on the paper. ESC-6.1d
QString whoWas(const LadderPerson& person, const Profile& profile)
{
    return person.number.isEmpty() ? roleWords(person.name, profile) : person.name;
}

}

void logOnLadder(Decision& decision, const CallOnRung& call, const DutyInHand& inHand,
    const RunningLadder& ladder, const Context& context)
{
    const bool back = call.result == AttemptResult::CalledBack;
    OnRung whom = back ? whoRangBack(call.role, ladder, *inHand.duty) : onRung(ladder, call.role);
    if (!back)
        whom.person = asRungThen(std::move(whom.person), *inHand.duty, context.occurred);
    const PartId id = call.id.isNull() ? PartId{context.mint()} : call.id;
    decision = logCall(
        {id, contactOf(whom, call.role), call.number, call.numberReason, call.result, back,
            ladder.urgent, ladder.caseId, ladder.about, call.decision, call.direction},
        inHand, context, whom.person.number);
    if (decision.refused())
        return;
    decision.events.push_back(newEvent(inHand.subject(),
        LadderTried{ladder.id, id, whom.rung, call.result, whoWas(whom.person, context.profile()),
            ringAgainAt(ladder, call.result, context.occurred)}));
}

void countManagerCall(
    Decision& decision, const CallAttempted& call, const DutyInHand& inHand, const Context& context)
{
    const Duty* duty = inHand.duty.get();
    if (call.contact != onCallManager() || call.result == AttemptResult::Copied
        || (duty && isOnLadder(*duty, call.id)))
        return;
    auto ladder = runningFor(call, duty);
    if (ladder && call.urgent && !ladder->urgent)
        decision.events.push_back(
            newEvent(inHand.subject(), LadderUrgent{ladder->id, false, call.about}));
    if (!ladder && !spoke(call.result) && !call.incoming)
        ladder = begunBy(decision, call, inHand, context);
    if (!ladder)
        return;
    ladder->urgent = ladder->urgent || call.urgent;
    decision.events.push_back(newEvent(inHand.subject(),
        LadderTried{ladder->id, call.id, managersRung(*ladder), call.result,
            managersName(inHand, context), ringAgainAt(*ladder, call.result, context.occurred)}));
    tellNextCall(decision, inHand, ladder->id, context);
}

void tellNextCall(
    Decision& decision, const DutyInHand& inHand, const PartId& ladder, const Context& context)
{
    const Duty after
        = preview(inHand.duty ? *inHand.duty : Duty{}, inHand.subject(), decision, context);
    const auto it = std::find_if(after.ladders.begin(), after.ladders.end(),
        [&ladder](const RunningLadder& each) { return each.id == ladder; });
    if (it == after.ladders.end())
        return;
    const LadderNext next = nextStep(*it, after, context.now);
    if (next.emergencyFirst)
        decision.notes.append(u"Immediate danger: ring 999 first."_s);
    decision.notes.append(next.text);
    decision.made.insert(u"ladder"_s, it->id.text());
    decision.made.insert(u"next"_s, word(next.step));
    if (next.advisedAt)
        decision.made.insert(u"advised_at"_s, isoText(*next.advisedAt));
}

}
