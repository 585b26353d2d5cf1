#include "core/duty/ladder_going_on.h"

#include "core/duty/ladder_calls.h"
#include "core/duty/ladder_events.h"
#include "core/duty/ladder_in_hand.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isUndecided(const RunningLadder& ladder)
{
    return !ladder.closedAt && !ladder.decidedAt;
}

// Told late, it may have been decided or closed since.
bool ranAt(const RunningLadder& ladder, Instant at)
{
    const auto over = ladder.decidedAt ? ladder.decidedAt : ladder.closedAt;
    return !over || (ladder.started <= at && at < *over);
}

bool isOf(const RunningLadder& ladder, const LadderMatter& matter)
{
    const QString about = matter.about.trimmed();
    return ladder.caseId == matter.caseId || ladder.caseId.isNull()
        || (matter.caseId.isNull() && (about.isEmpty() || about == ladder.about));
}

// One that runs before one that is over by now; the case's own before one that is for none.
int nearness(const RunningLadder& ladder, const LadderMatter& matter)
{
    return (isUndecided(ladder) ? 2 : 0) + (ladder.caseId == matter.caseId ? 1 : 0);
}

void tellUrgency(Decision& decision, const RunningLadder& running, const LadderMatter& matter,
    const DutyInHand& inHand)
{
    if ((matter.urgent && !running.urgent) || (matter.danger && !running.danger))
        decision.events.push_back(
            newEvent(inHand.subject(), LadderUrgent{running.id, matter.danger, {}}));
}

void tellMatter(Decision& decision, const RunningLadder& running, const LadderMatter& matter,
    const DutyInHand& inHand, const Context& context)
{
    const CaseId about = matter.caseId.isNull() ? running.caseId : matter.caseId;
    const bool asBefore = about == running.caseId && matter.about.trimmed().isEmpty();
    const QString said = asBefore ? running.about : matter.about;
    const ManagerBriefing told = ladderBriefing(said, about, context);
    if (about != running.caseId || told.text != running.about) {
        decision.events.push_back(
            newEvent(inHand.subject(), LadderAboutCorrected{running.id, about, told.text, {}}));
        noteWhoWasTold(decision, running);
    }
    tellBriefing(decision, told, said);
}

}

const RunningLadder* ladderOfMatter(const Duty* duty, const LadderMatter& matter, Instant at)
{
    const RunningLadder* found = nullptr;
    if (!duty)
        return found;
    for (auto each = duty->ladders.rbegin(); each != duty->ladders.rend(); ++each)
        if (each->terms.ladder == matter.ladder && ranAt(*each, at) && isOf(*each, matter)
            && (!found || nearness(*each, matter) > nearness(*found, matter)))
            found = &*each;
    return found;
}

Decision goOnWith(const RunningLadder& running, const LadderMatter& matter,
    const DutyInHand& inHand, const Context& context)
{
    Decision decision;
    decision.made.insert(u"id"_s, running.id.text());
    if (isUndecided(running)) {
        decision.notes.append(
            u"ESC-6.1f: this goes on with the ladder begun at %1, and its calls "
            u"count; another matter is started with “another”."_s.arg(timeText(running.started)));
        tellUrgency(decision, running, matter, inHand);
        tellMatter(decision, running, matter, inHand, context);
    } else {
        decision.notes.append(
            u"ESC-6.1f: this is the ladder begun at %1, which was decided or closed since; "
            u"another matter is started with “another”."_s.arg(timeText(running.started)));
    }
    tellNextCall(decision, inHand, running.id, context);
    return decision;
}

void noteBeside(Decision& decision, const Duty* duty, const Records& records)
{
    if (!duty)
        return;
    for (const RunningLadder& each : duty->ladders) {
        if (!isUndecided(each))
            continue;
        const auto record = records.caseRecord(each.caseId);
        const QString of = record ? u" for %1"_s.arg(record->ref) : QString();
        decision.notes.append(
            u"ESC-6.1a: the ladder begun at %1%2 runs beside this one, to be rung and ended by "
            u"itself."_s.arg(timeText(each.started), of));
    }
}

}
