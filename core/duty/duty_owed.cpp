#include "core/duty/duty_owed.h"

#include "core/duty/ladder.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString missingWords(const CallAttempt& call)
{
    if (call.decision.isEmpty() && call.direction.isEmpty())
        return u"what was decided, and what is to be done"_s;
    return call.decision.isEmpty() ? u"what was decided"_s : u"what is to be done"_s;
}

void addCall(std::vector<DutyOwed>& owed, const CallAttempt& call)
{
    const bool manager = call.contact == u"on_call_manager"_s;
    const QString time = timeText(call.at);
    const QString whom = manager ? u"the on-call manager"_s : call.contact;
    if (call.result == AttemptResult::Copied)
        owed.push_back({DutyOwedKind::Result, call.id, u"ESC-5.2"_s,
            u"%1: what came of the call to %2 is not said."_s.arg(time, whom), call.caseId,
            call.at});
    if (manager && spoke(call.result) && (call.decision.isEmpty() || call.direction.isEmpty()))
        owed.push_back({DutyOwedKind::Decision, call.id, u"ESC-6.3"_s,
            u"%1: the on-call manager was spoken to; %2 is not written down."_s.arg(
                time, missingWords(call)),
            call.caseId, call.at});
}

// A sentence of its own; here it ends another.
QString withoutStop(QString text)
{
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

void addActions(std::vector<DutyOwed>& owed, const Duty& duty)
{
    for (const ManagerAction& action : duty.managerActions)
        if (!action.toldAt)
            owed.push_back({DutyOwedKind::Feedback, action.id, u"ESC-6.4"_s,
                u"%1 is still to be told what came of: %2."_s.arg(
                    action.officer, withoutStop(action.what)),
                action.caseId, action.due});
}

void addLadders(std::vector<DutyOwed>& owed, const Duty& duty)
{
    for (const RunningLadder& ladder : duty.ladders)
        if (!ladder.closedAt && !(ladder.byItself && ladder.decidedAt))
            owed.push_back({DutyOwedKind::Ladder, ladder.id, u"ESC-6.1a"_s,
                u"The ladder begun at %1 is not closed: %2."_s.arg(timeText(ladder.started),
                    withoutStop(nextStep(ladder, duty, ladder.started).text)),
                ladder.caseId, ladder.started});
}

}

std::vector<DutyOwed> owedOn(const Duty& duty)
{
    std::vector<DutyOwed> owed;
    for (const CallAttempt& call : duty.attempts)
        if (!call.corrected)
            addCall(owed, call);
    addActions(owed, duty);
    addLadders(owed, duty);
    for (const RingBack& promise : duty.ringBacks)
        if (!promise.doneAt)
            owed.push_back({DutyOwedKind::RingBack, promise.id, u"REC-2.2"_s,
                u"Ring %1 back by %2."_s.arg(promise.whom, timeText(promise.due)), promise.caseId,
                promise.due});
    std::stable_sort(
        owed.begin(), owed.end(), [](const DutyOwed& a, const DutyOwed& b) { return a.at < b.at; });
    return owed;
}

}
