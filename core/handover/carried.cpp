#include "core/handover/carried.h"

#include "core/casework/work_events.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& carriedKind()
{
    static const QString kind = u"anticipated_action"_s;
    return kind;
}

const QString& carriedClause()
{
    static const QString clause = u"REC-2.2"_s;
    return clause;
}

// By the handover and the promise: a promise, which the other desk never sees, needs no mark.
PartId taskFor(const PartId& item, const PartId& promise)
{
    return {QUuid::createUuidV5(item.value, promise.value.toByteArray())};
}

// What was left to its maker and went over after all is a task anew: what lapsed stays so.
PartId taskAgain(const PartId& task)
{
    return {QUuid::createUuidV5(task.value, QByteArray("again"))};
}

const Task* taskOf(const Case& record, const PartId& id)
{
    const auto found = std::find_if(record.tasks.begin(), record.tasks.end(),
        [&id](const Task& each) { return each.id == id; });
    return found == record.tasks.end() ? nullptr : &*found;
}

// The one that stands for the promise now, of those of this handover.
const Task* carriedTask(const Case& record, const HandoverItem& item, const PartId& promise)
{
    const PartId first = taskFor(item.id, promise);
    const Task* again = taskOf(record, taskAgain(first));
    return again ? again : taskOf(record, first);
}

bool isCarriedBy(const HandoverItem& item, const Task& task)
{
    return task.kind == carriedKind() && task.clause == carriedClause()
        && task.addedAt == item.proposedAt;
}

QString lineOf(const CarriedCallBack& callBack)
{
    return u"%1 by %2"_s.arg(callBack.what, dateTimeText(callBack.due));
}

const HandoverItem* takingOver(const Case* record, const Context& context)
{
    const HandoverItem* item = record && record->open() ? unansweredItem(*record) : nullptr;
    return item && item->purpose == HandoverPurpose::HandOver && item->from == context.actor.service
        ? item
        : nullptr;
}

// Of the time of the proposal, as a task that came with it: by that it is known as carried.
void carryLater(Decision& decision, const Case& record, const HandoverItem& item,
    const CarriedCallBack& callBack, const Context& context)
{
    decision.events.push_back(newEvent(subjectOf(record.id),
        CaseTaskAdded{taskFor(item.id, callBack.promise), callBack.what,
            serviceName(item.to, context.profile()), callBack.due, callBack.warnings,
            carriedClause(), carriedKind()},
        item.proposedAt));
}

QString sayInCall(const HandoverItem& item, const QString& what)
{
    return u"HO-4.3b: %1 awaits its answer, and %2 goes over once it is accepted: say so in the "
           "call."_s.arg(item.transferNumber, what);
}

}

void carrySince(Decision& decision, const CaseId& caseId, const CarriedCallBack& callBack,
    const Context& context)
{
    const auto record = caseId.isNull() ? nullptr : context.records.caseRecord(caseId);
    const HandoverItem* item = takingOver(record.get(), context);
    if (!item)
        return;
    CarriedCallBack promised = callBack;
    promised.what = u"%1: promised by %2"_s.arg(callBack.what, context.actor.name);
    carryLater(decision, *record, *item, promised, context);
    decision.notes.append(sayInCall(*item, u"this"_s));
}

void carryJoined(Decision& decision, const CaseId& caseId,
    const std::vector<CarriedCallBack>& callBacks, const Context& context)
{
    const auto record = context.records.caseRecord(caseId);
    const HandoverItem* item = takingOver(record.get(), context);
    if (!item)
        return;
    for (const CarriedCallBack& each : callBacks) {
        if (taskOf(*record, taskFor(item->id, each.promise)))
            continue;
        carryLater(decision, *record, *item, each, context);
        decision.notes.append(sayInCall(*item, u"“%1”"_s.arg(lineOf(each))));
    }
}

void carry(Decision& decision, const CaseId& caseId, const HandoverTold& told,
    const std::vector<CarriedCallBack>& callBacks, const Context& context)
{
    for (const CarriedCallBack& each : callBacks) {
        decision.events.push_back(newEvent(subjectOf(caseId),
            CaseTaskAdded{taskFor(told.id, each.promise), each.what,
                serviceName(told.to, context.profile()), each.due, each.warnings, carriedClause(),
                carriedKind()}));
        decision.notes.append(
            u"HO-4.3b: it goes over once this is accepted: %1."_s.arg(lineOf(each)));
    }
}

QString actionsWith(const QString& actions, const std::vector<CarriedCallBack>& callBacks)
{
    QStringList lines;
    if (!actions.isEmpty())
        lines.append(actions);
    for (const CarriedCallBack& each : callBacks)
        if (!actions.contains(lineOf(each)))
            lines.append(lineOf(each));
    return lines.join(u'\n');
}

bool isStarted(const Task& task, const Case& record)
{
    bool carried = false;
    for (const HandoverItem& item : record.handovers) {
        if (!isCarriedBy(item, task))
            continue;
        if (item.state == ItemState::Accepted)
            return true;
        carried = true;
    }
    return !carried;
}

void leaveCarried(Decision& decision, const Case& record, const HandoverItem& item)
{
    for (const Task& task : record.tasks)
        if (!task.doneAt && isCarriedBy(item, task))
            decision.events.push_back(newEvent(subjectOf(record.id),
                CaseTaskDone{task.id, u"It stays with who promised it."_s, true}));
}

void carryAgain(Decision& decision, const Case& record, const HandoverItem& item)
{
    for (const Task& task : record.tasks)
        if (task.lapsed && task.doneAt == item.answeredAt && isCarriedBy(item, task))
            decision.events.push_back(newEvent(subjectOf(record.id),
                CaseTaskAdded{taskAgain(task.id), task.what, task.who, task.due, task.warnings,
                    task.clause, task.kind},
                item.proposedAt));
}

// What one desk left to its maker while another accepted is its maker's: somebody has to ring.
std::optional<GoneOver> goneOver(const PartId& promise, const Case& record)
{
    for (const HandoverItem& item : record.handovers) {
        const Task* task = carriedTask(record, item, promise);
        if (task && !task->lapsed && item.state == ItemState::Accepted && item.answeredAt)
            return GoneOver{
                *item.answeredAt, u"Went over to %1 with %2"_s.arg(task->who, item.transferNumber)};
    }
    return {};
}

// Of what was withdrawn an acceptance of before that may still be told: it takes over no call that
// was made.
static bool waitsForCall(const Task& task, const HandoverItem& item, const Case& record)
{
    return !task.doneAt
        || (task.lapsed && item.state == ItemState::Withdrawn && &item == &record.handovers.back());
}

void endCarried(Decision& decision, const PartId& promise, const CaseId& caseId,
    const QString& result, const Context& context)
{
    const auto record = caseId.isNull() ? nullptr : context.records.caseRecord(caseId);
    if (!record)
        return;
    for (const HandoverItem& item : record->handovers) {
        const Task* task = carriedTask(*record, item, promise);
        if (task && waitsForCall(*task, item, *record))
            decision.events.push_back(newEvent(subjectOf(caseId),
                CaseTaskDone{task->id, u"Rung by %1: %2"_s.arg(context.actor.name, result)}));
    }
}

}
