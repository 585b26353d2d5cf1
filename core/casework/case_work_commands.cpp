#include "core/casework/assessment/nr_request.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/command/refusals.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

/// What a task may be; a clock's kind would make it look like that clock.
enum class TaskKind { Task, AnticipatedAction, RingBack, InterimCheck };
template <>
inline constexpr const char* words<TaskKind>[]
    = {"task", "anticipated_action", "ring_back", "interim_check"};

namespace {

struct AddTask {
    static constexpr const char* name = "case.task";
    CaseId of;
    PartId id;
    QString what;
    QString who;
    Due due;
    QString clause;
    std::optional<TaskKind> kind;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the task; made when left out");
        v("what", s.what, "What is to be done", Need::Required);
        v("who", s.who, "Who does it");
        v("due", s.due, "By when", Need::Required);
        v("clause", s.clause, "The clause it comes from");
        v("kind", s.kind, "Kind of task; task when left out");
    }
};

struct DoTask {
    static constexpr const char* name = "case.task_done";
    CaseId of;
    PartId task;
    QString result;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("task", s.task, "The task", Need::Required);
        v("result", s.result, "What came of it");
    }
};

struct NameLead {
    static constexpr const char* name = "case.lead";
    CaseId of;
    QString leadName;
    QString role;
    QString service;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("name", s.leadName, "Who leads", Need::Required);
        v("role", s.role, "In which role");
        v("service", s.service, "For which service; the responsible one when left out");
    }
};

struct Allocate {
    static constexpr const char* name = "case.allocate";
    CaseId of;
    UserId to;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("to", s.to, "The user of the responsible service who takes it", Need::Required);
    }
};

struct SetStage {
    static constexpr const char* name = "case.stage";
    CaseId of;
    Stage stage = Stage::Received;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("stage", s.stage, "How far it has come", Need::Required);
    }
};

Decision decideTask(const AddTask& wanted, const Context& context)
{
    Decision decision;
    caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"what"_s, wanted.what));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    const QString kind = word(wanted.kind.value_or(TaskKind::Task));
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        CaseTaskAdded{id, wanted.what, wanted.who, wanted.due.at,
            warningsBefore(wanted.due.at, kind, context.profile()), wanted.clause, kind}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision decideTaskDone(const DoTask& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    const auto task = std::find_if(record->tasks.begin(), record->tasks.end(),
        [&wanted](const Task& each) { return each.id == wanted.task; });
    if (task == record->tasks.end())
        refused(decision,
            Refusal{{}, u"task"_s, u"The case has no such task."_s, u"`show` lists its tasks."_s});
    else if (task->doneAt)
        refused(decision,
            Refusal{{}, u"task"_s,
                u"“%1” was done at %2."_s.arg(task->what, dateTimeText(*task->doneAt)),
                u"Add what else happened with case.note."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), CaseTaskDone{wanted.task, wanted.result}));
    endRequestWithReasons(decision, *record, *task, wanted.result, context);
    return decision;
}

Decision decideLead(const NameLead& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"name"_s, wanted.leadName));
    if (decision.refused())
        return decision;
    const QString service
        = wanted.service.isEmpty() ? record->responsible.current() : wanted.service;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), CaseLeadNamed{wanted.leadName, wanted.role, service}));
    return decision;
}

Decision decideAllocate(const Allocate& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    const auto user = context.records.user(wanted.to);
    if (!user)
        refused(decision, refuseUnknown(u"to"_s, u"user"_s, u"users"_s));
    if (record && user && user->service != record->responsible.current())
        refused(decision,
            Refusal{u"HO-3.6a"_s, u"to"_s,
                u"%1 belongs to %2, but %3 is responsible."_s.arg(user->name,
                    serviceName(user->service, context.profile()),
                    serviceName(record->responsible.current(), context.profile())),
                u"Allocate it inside the responsible service, or propose a handover."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), CaseAllocated{user->id, user->name}));
    return decision;
}

Decision decideStage(const SetStage& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (wanted.stage == Stage::Closed)
        refused(decision,
            Refusal{{}, u"stage"_s, u"A case is closed with its outcome."_s, u"Use case.close."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), CaseStaged{wanted.stage}));
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

}

std::vector<CommandSpec> caseWorkCommands()
{
    return {
        command<AddTask>("Adds something to be done by a time", {u"HO-4.3b"_s}, decideTask),
        command<DoTask>("Marks a task as done", {u"CLK-19"_s, u"HO-4.3b"_s}, decideTaskDone),
        command<NameLead>("Names who leads", {u"COOP-2.7"_s}, decideLead),
        command<Allocate>("Allocates a case inside the responsible service",
            {u"HO-3.6a"_s, u"INV-1"_s}, decideAllocate),
        command<SetStage>("Says how far a case has come", {u"REC-2.7"_s}, decideStage),
    };
}

}
