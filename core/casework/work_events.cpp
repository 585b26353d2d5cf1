#include "core/casework/work_events.h"

#include "core/casework/case_rules.h"

using namespace Qt::StringLiterals;

namespace core {

QString Task::ending() const
{
    return lapsed ? u"not done: %1"_s.arg(result) : result;
}

static Applied apply(Case& record, const CaseTaskAdded& added, const Event& event)
{
    record.tasks.push_back(
        {added.id, added.what, added.who, added.due, added.warnings, {}, {}, {}, added.clause,
            added.kind, false, event.occurred, fromMillis(event.recorded.ms), event.actor.name});
    return {};
}

static Applied apply(Case& record, const CaseTaskDone& done, const Event& event)
{
    const auto task = std::find_if(record.tasks.begin(), record.tasks.end(),
        [&done](const Task& each) { return each.id == done.id; });
    if (task == record.tasks.end())
        return u"The task is not on the record."_s;
    // What nobody had to do any more may have been done all the same.
    if (task->doneAt && (!task->lapsed || done.lapsed.value_or(false)))
        return u"The task had been done already."_s;
    task->doneAt = event.occurred;
    task->doneRecorded = fromMillis(event.recorded.ms);
    task->lapsed = done.lapsed.value_or(false);
    task->result = done.result;
    task->doneBy = event.actor.name;
    return {};
}

static Applied apply(Case& record, const CaseLeadNamed& named, const Event& event)
{
    record.lead.add(
        event.occurred, fromMillis(event.recorded.ms), {named.name, named.role, named.service});
    return {};
}

static Applied apply(Case& record, const CaseAllocated& allocated, const Event& event)
{
    if (const auto why = afterClosing(record, event))
        return why;
    record.allocated.add(
        event.occurred, fromMillis(event.recorded.ms), {allocated.user, allocated.name});
    return {};
}

static Applied apply(Case& record, const CaseStaged& staged, const Event& event)
{
    if (const auto why = afterClosing(record, event))
        return why;
    record.stage.add(event.occurred, fromMillis(event.recorded.ms), staged.stage);
    return {};
}

CaseRules workRules()
{
    return rulesByType<Case>({
        on<Case, CaseTaskAdded>(),
        on<Case, CaseTaskDone>(),
        on<Case, CaseLeadNamed>(),
        on<Case, CaseAllocated>(),
        on<Case, CaseStaged>(),
    });
}

Applied afterClosing(const Case& record, const Event& event)
{
    if (record.closedAt && event.occurred > *record.closedAt)
        return u"The case had been closed by then."_s;
    return {};
}

}
