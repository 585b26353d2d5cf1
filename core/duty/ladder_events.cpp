#include "core/duty/ladder_events.h"

#include "core/contact/note.h"
#include "core/duty/ladder.h"
#include "core/duty/passed_on.h"
#include "core/journal/envelope.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

RunningLadder* ladderOf(Duty& duty, const PartId& id)
{
    const auto found = std::find_if(duty.ladders.begin(), duty.ladders.end(),
        [&id](const RunningLadder& ladder) { return ladder.id == id; });
    return found == duty.ladders.end() ? nullptr : &*found;
}

QString noLadder()
{
    return u"The ladder that this belongs to is not on this duty."_s;
}

// Whoever is the on-call manager tonight is rung, whichever version of the profile it keeps; on
// nobody else's number where theirs is not known.
void putManager(LadderTerms& terms, const Duty& duty)
{
    if (duty.managerNumber.isEmpty() && !duty.managers.current().unknown)
        return;
    for (LadderRung& rung : terms.rungs)
        for (LadderPerson& person : rung.people)
            if (person.role.split(u' ').contains(u"on_call_manager"_s)) {
                person.name = duty.manager.isEmpty() ? rung.name : duty.manager;
                person.number = duty.managerNumber;
            }
}

PartId noteId(const PartId& of, const Digest& event)
{
    return {QUuid::createUuidV5(of.value, toHex(event))};
}

void writeNote(
    Duty& duty, QStringView kind, const PartId& of, const QString& words, const Event& event)
{
    Note note = noteOf(event, noteId(of, event.digest), kind.toString(), words);
    note.late = !event.lateReason.isEmpty();
    duty.notes.push_back(std::move(note));
}

QString ladderWords(const RunningLadder& ladder, const QString& what, const QString& why)
{
    const QString words = u"The ladder begun at %1 %2"_s.arg(timeText(ladder.started), what);
    return why.isEmpty() ? words + u'.' : u"%1: %2"_s.arg(words, why);
}

// What it is about may be told otherwise later, and the line stays as it is.
void writeFollowUp(Duty& duty, RunningLadder& ladder, const CaseId& caseId, const QString& words,
    const Event& event)
{
    writeNote(duty, ladderFollowUp, ladder.id, words, event);
    ladder.lines.push_back({noteId(ladder.id, event.digest), caseId});
}

// What was done on a ladder besides calling, with its why, stands in the book. ESC-6.1f
void writeStep(
    Duty& duty, RunningLadder& ladder, const QString& what, const QString& why, const Event& event)
{
    writeNote(duty, ladderStep, ladder.id, ladderWords(ladder, what, why), event);
    ladder.lines.push_back({noteId(ladder.id, event.digest), ladder.caseId});
}

// Of what was agreed on a ladder and names no case it is the ladder's.
void writeOfAction(
    Duty& duty, const ManagerAction& action, const QString& words, const Event& event)
{
    writeNote(duty, ladderFollowUp, action.id, words, event);
    if (RunningLadder* ladder = ladderOf(duty, action.ladder); ladder && action.caseId.isNull())
        ladder->lines.push_back({noteId(action.id, event.digest), ladder->caseId});
}

}

static Applied apply(Duty& duty, const LadderStarted& started, const Event& event)
{
    RunningLadder ladder;
    ladder.id = started.id;
    ladder.terms = started.terms;
    putManager(ladder.terms, duty);
    ladder.rung = started.rung;
    ladder.caseId = started.caseId;
    ladder.about = started.about;
    ladder.urgent = started.urgent;
    ladder.danger = started.danger;
    ladder.started = event.occurred;
    ladder.since = event.occurred;
    ladder.byItself = started.byItself.value_or(false);
    ladder.by = holderOn(duty, {event.actor.user, event.actor.name}, event.occurred).name;
    duty.ladders.push_back(std::move(ladder));
    return {};
}

static Applied apply(Duty& duty, const LadderTried& tried, const Event& event)
{
    RunningLadder* ladder = ladderOf(duty, tried.ladder);
    if (!ladder)
        return noLadder();
    // Another desk may not have known that it was urgent.
    const Instant again = std::min(tried.again, ringAgainAt(*ladder, tried.result, event.occurred));
    ladder->tries.push_back({tried.attempt, tried.rung, event.occurred, tried.result, again,
        tried.who, event.occurred});
    followCall(duty, tried.attempt, event.occurred);
    return {};
}

// What was to be waited for is to be rung at once; a call that was made when it was urgent already
// is followed as if it had been known to be.
static void hurry(RunningLadder& ladder, Instant at)
{
    const LadderTry* last = latestTry(ladder);
    const LadderTry* here = latestOnRung(ladder);
    for (LadderTry& each : ladder.tries)
        if (&each == here && !spoke(last->result))
            each.again = std::min(
                each.again, at < each.at ? ringAgainAt(ladder, each.result, each.at) : at);
}

static Applied apply(Duty& duty, const LadderUrgent& urgent, const Event& event)
{
    RunningLadder* ladder = ladderOf(duty, urgent.ladder);
    if (!ladder)
        return noLadder();
    const bool turned = !ladder->urgent || (urgent.danger && !ladder->danger);
    if (turned || !urgent.why.isEmpty())
        writeStep(duty, *ladder,
            urgent.danger ? u"became urgent, with immediate danger"_s : u"became urgent"_s,
            urgent.why, event);
    ladder->urgent = true;
    ladder->danger = ladder->danger || urgent.danger;
    hurry(*ladder, event.occurred);
    return {};
}

static Applied apply(Duty& duty, const LadderClimbed& climbed, const Event& event)
{
    RunningLadder* ladder = ladderOf(duty, climbed.ladder);
    if (!ladder)
        return noLadder();
    if (climbed.rung > ladder->rung)
        ladder->since = event.occurred;
    ladder->rung = std::max(ladder->rung, climbed.rung);
    if (!climbed.reason.isEmpty())
        writeStep(duty, *ladder,
            u"went on to “%1” before the calls that are asked for"_s.arg(
                rungName(*ladder, climbed.rung)),
            climbed.reason, event);
    return {};
}

static QString aboutWords(const LadderAboutCorrected& corrected, const RunningLadder& before)
{
    if (corrected.caseId == before.caseId)
        return before.about.isEmpty() ? u"is about what was not told before"_s
                                      : u"is about something else than was told"_s;
    if (before.caseId.isNull())
        return u"is about a case that was not named before"_s;
    return corrected.caseId.isNull() ? u"is about no case, other than was told"_s
                                     : u"is about another case than was told"_s;
}

static Applied apply(Duty& duty, const LadderAboutCorrected& corrected, const Event& event)
{
    RunningLadder* ladder = ladderOf(duty, corrected.ladder);
    if (!ladder)
        return noLadder();
    const QString what = aboutWords(corrected, *ladder);
    if (!ladder->aboutSince || *ladder->aboutSince <= event.occurred) {
        ladder->aboutSince = event.occurred;
        ladder->caseId = corrected.caseId;
        ladder->about = corrected.about;
    }
    QStringList words{corrected.about, corrected.why};
    words.removeAll(QString());
    writeFollowUp(
        duty, *ladder, corrected.caseId, ladderWords(*ladder, what, words.join(u" – "_s)), event);
    return {};
}

static Applied apply(Duty& duty, const DirectionUnderstood& understood, const Event& event)
{
    RunningLadder* ladder = ladderOf(duty, understood.ladder);
    if (!ladder)
        return noLadder();
    ladder->understoodAt = event.occurred;
    const QString words
        = u"The officer understood what is to be done by the ladder begun at %1"_s.arg(
            timeText(ladder->started));
    writeFollowUp(duty, *ladder, ladder->caseId,
        ladder->direction.isEmpty() ? words + u'.' : u"%1: %2"_s.arg(words, ladder->direction),
        event);
    return {};
}

static Applied apply(Duty& duty, const LadderClosed& closed, const Event& event)
{
    RunningLadder* ladder = ladderOf(duty, closed.ladder);
    if (!ladder)
        return noLadder();
    ladder->closedAt = event.occurred;
    ladder->outcome = closed.outcome;
    writeFollowUp(duty, *ladder, ladder->caseId,
        ladderWords(*ladder, u"was closed"_s, closed.outcome), event);
    return {};
}

static Applied apply(Duty& duty, const ManagerActionAdded& added, const Event& event)
{
    duty.managerActions.push_back({added.id, added.ladder, added.what, added.due, added.warnings,
        added.caseId, toldInstead(duty, added.officer, event.occurred), event.occurred, {}, {}});
    writeOfAction(duty, duty.managerActions.back(),
        u"The on-call manager's action, of which %1 is told by %2: %3"_s.arg(
            added.officer, dateTimeText(added.due), added.what),
        event);
    return {};
}

static Applied apply(Duty& duty, const ManagerTold& told, const Event& event)
{
    const auto action = std::find_if(duty.managerActions.begin(), duty.managerActions.end(),
        [&told](const ManagerAction& each) { return each.id == told.id; });
    if (action == duty.managerActions.end())
        return u"The manager's action that this is about is not on this duty."_s;
    action->toldAt = event.occurred;
    action->told = told.words;
    writeOfAction(duty, *action,
        u"The officer was told what came of “%1”: %2"_s.arg(action->what, told.words), event);
    return {};
}

// The words of the latest call that decided, as the book has them; when it was first decided stays.
static void takeDecision(const Duty& duty, RunningLadder& ladder, Instant at)
{
    const CallAttempt* latest = nullptr;
    for (const LadderTry& each : ladder.tries) {
        const CallAttempt* call = duty.attempt(each.attempt);
        const bool decided = call && !call->decision.isEmpty() && !call->direction.isEmpty();
        if (decided && (!latest || call->at >= latest->at))
            latest = call;
    }
    if (!latest)
        return;
    if (ladder.decidedAt && ladder.direction != latest->direction)
        ladder.understoodAt = {};
    ladder.decision = latest->decision;
    ladder.direction = latest->direction;
    ladder.decidedAt = ladder.decidedAt.value_or(at);
}

void followCall(Duty& duty, const PartId& attempt, Instant at)
{
    const CallAttempt* call = duty.attempt(attempt);
    if (!call)
        return;
    for (RunningLadder& ladder : duty.ladders)
        for (LadderTry& each : ladder.tries) {
            if (each.attempt != attempt)
                continue;
            each.result = call->result;
            each.resultAt = call->resultAt.value_or(each.resultAt);
            takeDecision(duty, ladder, at);
        }
}

void countCallBack(Duty& duty, const PartId& attempt, const PartId& callBack, Instant at)
{
    for (RunningLadder& ladder : duty.ladders) {
        const auto rung = std::find_if(ladder.tries.begin(), ladder.tries.end(),
            [&attempt](const LadderTry& each) { return each.attempt == attempt; });
        if (rung == ladder.tries.end())
            continue;
        LadderTry back = *rung;
        back.attempt = callBack;
        back.at = at;
        back.result = AttemptResult::CalledBack;
        back.resultAt = at;
        ladder.tries.push_back(back);
    }
}

void ringManagerOfDuty(Duty& duty)
{
    for (RunningLadder& ladder : duty.ladders)
        if (!ladder.closedAt)
            putManager(ladder.terms, duty);
}

bool isOfLadder(const Note& note)
{
    return note.kind == ladderStep || note.kind == ladderFollowUp;
}

CaseId caseOfLadderLine(const Duty& duty, const Note& note)
{
    for (const ManagerAction& action : duty.managerActions)
        if (noteId(action.id, note.event) == note.id && !action.caseId.isNull())
            return action.caseId;
    for (const RunningLadder& ladder : duty.ladders)
        for (const LadderLine& line : ladder.lines)
            if (line.note == note.id)
                return line.caseId;
    return {};
}

EventRules<Duty> ladderRules()
{
    return rulesByType<Duty>({on<Duty, LadderStarted>(), on<Duty, LadderTried>(),
        on<Duty, LadderUrgent>(), on<Duty, LadderClimbed>(), on<Duty, LadderAboutCorrected>(),
        on<Duty, DirectionUnderstood>(), on<Duty, LadderClosed>(), on<Duty, ManagerActionAdded>(),
        on<Duty, ManagerTold>()});
}

}
