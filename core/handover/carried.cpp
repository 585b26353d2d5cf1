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

const Task* taskOf(const Case& record, const PartId& id)
{
    const auto found = std::find_if(record.tasks.begin(), record.tasks.end(),
        [&id](const Task& each) { return each.id == id; });
    return found == record.tasks.end() ? nullptr : &*found;
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

}

void carrySince(Decision& decision, const CaseId& caseId, const CarriedCallBack& callBack,
    const Context& context)
{
    const auto record = caseId.isNull() ? nullptr : context.records.caseRecord(caseId);
    const HandoverItem* item = record && record->open() ? unansweredItem(*record) : nullptr;
    if (!item || item->purpose != HandoverPurpose::HandOver || item->from != context.actor.service)
        return;
    // Of the time of the proposal, as a task that came with it: by that it is known as carried.
    decision.events.push_back(newEvent(subjectOf(caseId),
        CaseTaskAdded{taskFor(item->id, callBack.promise),
            u"%1: promised by %2"_s.arg(callBack.what, context.actor.name),
            serviceName(item->to, context.profile()), callBack.due, callBack.warnings,
            carriedClause(), carriedKind()},
        item->proposedAt));
    decision.notes.append(
        u"HO-4.3b: %1 awaits its answer, and this goes over once it is accepted: say so in the "
        "call."_s.arg(item->transferNumber));
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

// What one desk left to its maker while another accepted is its maker's: somebody has to ring.
std::optional<GoneOver> goneOver(const PartId& promise, const Case& record)
{
    for (const HandoverItem& item : record.handovers) {
        const Task* task = taskOf(record, taskFor(item.id, promise));
        if (task && !task->lapsed && item.state == ItemState::Accepted && item.answeredAt)
            return GoneOver{
                *item.answeredAt, u"Went over to %1 with %2"_s.arg(task->who, item.transferNumber)};
    }
    return {};
}

void endCarried(Decision& decision, const PartId& promise, const CaseId& caseId,
    const QString& result, const Context& context)
{
    const auto record = caseId.isNull() ? nullptr : context.records.caseRecord(caseId);
    if (!record)
        return;
    for (const HandoverItem& item : record->handovers) {
        const Task* task = taskOf(*record, taskFor(item.id, promise));
        if (task && !task->doneAt)
            decision.events.push_back(newEvent(subjectOf(caseId),
                CaseTaskDone{task->id, u"Rung by %1: %2"_s.arg(context.actor.name, result)}));
    }
}

}
