#include "core/duty/ladder.h"

#include "core/time/durations.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Whose number is not known cannot be rung. ESC-6.1b
std::vector<LadderPerson> peopleOn(const LadderTerms& terms, int rung)
{
    const auto at = static_cast<std::size_t>(rung);
    if (at >= terms.rungs.size())
        return {};
    auto people = terms.rungs[at].people;
    std::erase_if(people, [](const LadderPerson& person) { return person.number.isEmpty(); });
    return people;
}

std::vector<LadderPerson> peopleOf(const RunningLadder& ladder)
{
    return peopleOn(ladder.terms, ladder.rung);
}

QString namesOf(const std::vector<LadderPerson>& people)
{
    QStringList names;
    for (const LadderPerson& person : people)
        names.append(u"%1 on %2"_s.arg(person.name, person.number));
    return names.join(u" or ");
}

QString noNumberFor(const QString& rung)
{
    return u"There is no number for “%1”: find one, and give it with the reason when you have rung "
           u"it."_s.arg(rung);
}

// A ladder that was decided closes without an outcome.
QString closedText(const RunningLadder& ladder)
{
    if (!ladder.outcome.trimmed().isEmpty())
        return u"Closed: %1"_s.arg(ladder.outcome);
    const QString closed = u"Closed at %1"_s.arg(timeText(*ladder.closedAt));
    return ladder.direction.isEmpty() ? closed + u'.'
                                      : u"%1. To do: %2"_s.arg(closed, ladder.direction);
}

// Rungs below the one it stands on that nobody rang, for want of a number.
QStringList neverRung(const RunningLadder& ladder)
{
    QStringList names;
    const int below = std::min(ladder.rung, static_cast<int>(ladder.terms.rungs.size()));
    for (int rung = 0; rung < below; ++rung)
        if (std::none_of(ladder.tries.begin(), ladder.tries.end(),
                [rung](const LadderTry& each) { return each.rung == rung; }))
            names.append(rungName(ladder, rung));
    return names;
}

LadderNext toRing(const RunningLadder& ladder, LadderNext next)
{
    next.text = next.people.empty() ? noNumberFor(rungName(ladder, ladder.rung))
                                    : u"Ring %1."_s.arg(namesOf(next.people));
    return next;
}

LadderNext afterDecision(const RunningLadder& ladder, const Duty& duty, LadderNext next)
{
    const auto due = feedbackDue(ladder, duty);
    next.step = due.empty() ? LadderStep::Close : LadderStep::Feedback;
    next.text = due.empty() ? u"Decided: carry out the direction, then close the ladder."_s
                            : u"The manager still does: %1. Tell the officer."_s.arg(due[0]->what);
    if (!due.empty())
        next.advisedAt = due[0]->due;
    return next;
}

LadderNext afterFailures(const RunningLadder& ladder, LadderNext next)
{
    if (const auto above = rungAbove(ladder.terms, ladder.rung)) {
        next.step = LadderStep::Climb;
        const bool known = !peopleOn(ladder.terms, *above).empty();
        const QString name = rungName(ladder, *above);
        next.text = u"No answer: go on to %1. %2"_s.arg(name, known ? QString() : noNumberFor(name))
                        .trimmed();
        return next;
    }
    const QStringList left = neverRung(ladder);
    next.step = LadderStep::Exhausted;
    next.text = (left.isEmpty() ? u"Nobody answered on any rung"_s
                                : u"Nobody answered; no number for %1, which nobody rang"_s.arg(
                                    left.join(u", ")))
        + u": go on ringing, and record the on-call manager's difficulty as an escalation."_s;
    return next;
}

LadderNext beforeNextCall(
    const RunningLadder& ladder, const LadderTry& last, Instant now, LadderNext next)
{
    next.advisedAt = last.again;
    const bool wait = !ladder.urgent && now < last.again;
    next.step = wait ? LadderStep::Wait : LadderStep::RingAgain;
    next.text = wait
        ? u"Wait for the call back until %1; ring at once if it becomes urgent."_s.arg(
            timeText(last.again))
        : u"Ring %1 again."_s.arg(next.people.empty() ? last.who : namesOf(next.people));
    return next;
}

std::vector<LadderPerson> peopleOn(const Rung& rung, const Duty* duty, const Profile& profile)
{
    const QString manager = u"on_call_manager"_s;
    if (rung.roles.contains(manager) && duty && !duty->managerNumber.isEmpty())
        return {
            {manager, duty->manager.isEmpty() ? rung.name : duty->manager, duty->managerNumber}};
    if (!rung.number.isEmpty())
        return {{rung.roles.join(u' '), rung.name, rung.number}};
    std::vector<LadderPerson> people;
    for (const QString& role : rung.roles)
        if (const ContactPoint* point = profile.contact(role); point && !point->number.isEmpty())
            people.push_back({role, point->name, point->number});
    return people;
}

}

std::vector<const ManagerAction*> feedbackDue(const RunningLadder& ladder, const Duty& duty)
{
    std::vector<const ManagerAction*> due;
    for (const ManagerAction& action : duty.managerActions)
        if (action.ladder == ladder.id && !action.toldAt)
            due.push_back(&action);
    return due;
}

LadderTerms ladderTerms(const Ladder& ladder, const Duty* duty, const Profile& profile)
{
    LadderTerms terms{ladder.key, profile.version, static_cast<int>(ladder.retryAfter.count()),
        ladder.attemptsBeforeClimb, static_cast<int>(ladder.urgentRetry.count()), {}};
    for (const Rung& rung : ladder.rungs)
        terms.rungs.push_back({rung.key, rung.name, peopleOn(rung, duty, profile)});
    return terms;
}

std::optional<int> rungToRing(const LadderTerms& terms, int from)
{
    for (int rung = from; rung < static_cast<int>(terms.rungs.size()); ++rung)
        if (!peopleOn(terms, rung).empty())
            return rung;
    return {};
}

std::optional<int> rungAbove(const LadderTerms& terms, int rung)
{
    if (const auto known = rungToRing(terms, rung + 1))
        return known;
    return rung < static_cast<int>(terms.rungs.size()) - 1 ? std::optional(rung + 1) : std::nullopt;
}

QString rungName(const RunningLadder& ladder, int rung)
{
    const auto at = static_cast<std::size_t>(rung);
    return at < ladder.terms.rungs.size() ? ladder.terms.rungs[at].name : QString();
}

QStringList rolesRung(const Duty& duty, const CallAttempt& call)
{
    const auto isOf = [&call](const LadderPerson& person) {
        return person.role == call.contact || person.role.split(u' ').contains(call.contact);
    };
    for (const RunningLadder& ladder : duty.ladders)
        for (const LadderTry& each : ladder.tries) {
            const auto rung = static_cast<std::size_t>(each.rung);
            if (each.attempt != call.id || rung >= ladder.terms.rungs.size())
                continue;
            const auto& people = ladder.terms.rungs[rung].people;
            if (std::any_of(people.begin(), people.end(), isOf))
                return call.contact.split(u' ');
        }
    return {};
}

ManagerOnCall managerAt(const Duty& duty, Instant at)
{
    ManagerOnCall then = duty.managers.at(at);
    return then.number.isEmpty() && !then.unknown ? ManagerOnCall{duty.manager, duty.managerNumber}
                                                  : then;
}

bool isOnLadder(const Duty& duty, const PartId& call)
{
    const auto counts = [&call](const RunningLadder& ladder) {
        return std::any_of(ladder.tries.begin(), ladder.tries.end(),
            [&call](const LadderTry& each) { return each.attempt == call; });
    };
    return std::any_of(duty.ladders.begin(), duty.ladders.end(), counts);
}

const LadderTry* latestTry(const RunningLadder& ladder)
{
    const LadderTry* latest = nullptr;
    for (const LadderTry& each : ladder.tries)
        if (!latest || each.resultAt >= latest->resultAt)
            latest = &each;
    return latest;
}

const LadderTry* latestOnRung(const RunningLadder& ladder)
{
    const LadderTry* latest = nullptr;
    for (const LadderTry& each : ladder.tries)
        if (each.rung == ladder.rung && (!latest || each.at >= latest->at))
            latest = &each;
    return latest;
}

std::optional<Instant> nextCallAt(const RunningLadder& ladder)
{
    const LadderTry* last = latestTry(ladder);
    if (last && spoke(last->result))
        return last->again;
    if (const LadderTry* here = latestOnRung(ladder))
        return here->again;
    const bool begun = !ladder.tries.empty() || ladder.since != ladder.started;
    return begun ? std::optional(ladder.since) : std::nullopt;
}

int unanswered(const RunningLadder& ladder)
{
    return static_cast<int>(
        std::count_if(ladder.tries.begin(), ladder.tries.end(), [&](const LadderTry& each) {
            return each.rung == ladder.rung && !spoke(each.result)
                && each.result != AttemptResult::Copied;
        }));
}

int attemptsNeeded(const RunningLadder& ladder)
{
    if (peopleOf(ladder).empty())
        return 0;
    if (!ladder.urgent)
        return ladder.terms.attemptsBeforeClimb;
    return ladder.rung == 0 ? 2 : 1;
}

Instant ringAgainAt(const RunningLadder& ladder, AttemptResult result, Instant at)
{
    const bool soon = ladder.urgent && !spoke(result);
    return dueAt(
        at, ElapsedTime{Minutes(soon ? ladder.terms.urgentRetry : ladder.terms.retryAfter)});
}

LadderNext nextStep(const RunningLadder& ladder, const Duty& duty, Instant now)
{
    LadderNext next;
    next.rung = ladder.rung;
    next.people = peopleOf(ladder);
    next.emergencyFirst = ladder.danger && !ladder.decidedAt && !ladder.closedAt;
    if (ladder.closedAt) {
        next.step = LadderStep::Over;
        next.text = closedText(ladder);
        return next;
    }
    if (ladder.decidedAt)
        return afterDecision(ladder, duty, std::move(next));
    const LadderTry* last = latestTry(ladder);
    if (last && spoke(last->result)) {
        next.step = LadderStep::Finish;
        next.advisedAt = last->again;
        next.text = u"The call was answered and is not finished: write down what was decided and "
                    u"what is to be done, or ring again."_s;
        return next;
    }
    const LadderTry* here = latestOnRung(ladder);
    if (!here)
        return toRing(ladder, std::move(next));
    if (unanswered(ladder) >= attemptsNeeded(ladder))
        return afterFailures(ladder, std::move(next));
    return beforeNextCall(ladder, *here, now, std::move(next));
}

std::optional<Refusal> refuseClimb(const RunningLadder& ladder, const QString& reason)
{
    if (!rungAbove(ladder.terms, ladder.rung))
        return Refusal{u"ESC-6.1e"_s, u"ladder"_s, u"There is no rung above this one to ring."_s,
            u"Ring again, and record an escalation for the on-call manager's difficulty."_s};
    const int made = unanswered(ladder);
    const int needed = attemptsNeeded(ladder);
    if (made >= needed || !reason.trimmed().isEmpty())
        return {};
    const QString clause = ladder.rung > 0 ? u"ESC-6.1e"_s
        : ladder.urgent                    ? u"ESC-6.1d"_s
                                           : u"ESC-6.1f"_s;
    return Refusal{clause, u"reason"_s,
        u"%1 of %2 calls without an answer are logged on this rung."_s.arg(made).arg(needed),
        ladder.urgent
            ? u"Log another call, or give the reason for going on now."_s
            : u"Log another call, switch to urgent, or give the reason for going on now."_s};
}

std::optional<Refusal> refuseLadderEnd(
    const RunningLadder& ladder, const Duty& duty, const QString& outcome)
{
    const auto due = feedbackDue(ladder, duty);
    if (!due.empty())
        return Refusal{u"ESC-6.4"_s, u"feedback"_s,
            u"The officer has not been told what came of “%1”."_s.arg(due[0]->what),
            u"Record it with duty.manager_told."_s};
    if (!ladder.decidedAt && outcome.trimmed().isEmpty())
        return Refusal{u"ESC-6.3"_s, u"outcome"_s,
            u"No decision with a direction is written down."_s,
            u"Record it with duty.ladder_decide, or say in outcome why none is needed."_s};
    return {};
}

}
