#include "core/escalation/pathway.h"

#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& stepKind()
{
    static const QString kind = u"pathway_step"_s;
    return kind;
}

QString stepText(const Pathway& pathway, const PathwayStep& step)
{
    return u"%1: %2"_s.arg(pathway.name, step.what);
}

const Task* openStep(const Case& record, const QString& what)
{
    const auto found
        = std::find_if(record.tasks.begin(), record.tasks.end(), [&what](const Task& task) {
              return task.kind == stepKind() && task.what == what && !task.doneAt;
          });
    return found == record.tasks.end() ? nullptr : &*found;
}

// What was done before this start belongs to an earlier stay.
bool isDoneSince(const Case& record, const QString& what, Instant at)
{
    return std::any_of(record.tasks.begin(), record.tasks.end(), [&](const Task& task) {
        return task.kind == stepKind() && task.what == what && task.doneAt && *task.doneAt >= at;
    });
}

void beginStep(Decision& decision, const Case& after, const Pathway& pathway,
    const std::pair<PathwayStep, Instant>& started, const Context& context)
{
    const auto& [step, at] = started;
    const QString what = stepText(pathway, step);
    const Instant due = at + step.after;
    const Task* open = openStep(after, what);
    if (open ? open->due <= due : isDoneSince(after, what, at))
        return;
    if (open)
        decision.events.push_back(newEvent(subjectOf(after.id),
            CaseTaskDone{open->id, u"set anew: the start was earlier"_s, true}));
    decision.events.push_back(newEvent(subjectOf(after.id),
        CaseTaskAdded{{context.mint()}, what, step.whom, due,
            warningsBefore(due, u"task"_s, context.profile()), pathway.clause, stepKind()}));
}

}

std::vector<const Pathway*> pathwaysFor(
    const Profile& profile, const QString& starts, const Place& place)
{
    std::vector<const Pathway*> found;
    for (const Pathway& pathway : profile.pathways)
        if (pathway.starts == starts
            && (pathway.place.isEmpty()
                || place.detail.contains(pathway.place, Qt::CaseInsensitive)))
            found.push_back(&pathway);
    return found;
}

void beginPathways(Decision& decision, const Case& after, const QString& starts, Instant at,
    const Context& context)
{
    for (const Pathway* pathway :
        pathwaysFor(context.profile(), starts, after.place.at(context.occurred)))
        beginPathway(decision, after, *pathway, at, context);
}

void beginPathway(Decision& decision, const Case& after, const Pathway& pathway, Instant at,
    const Context& context)
{
    for (const PathwayStep& step : pathway.steps)
        beginStep(decision, after, pathway, {step, at}, context);
}

void endPathways(Decision& decision, const Case& record, const QString& result, Instant at)
{
    for (const Task& task : record.tasks)
        if (task.kind == stepKind() && !task.doneAt)
            decision.events.push_back(
                newEvent(subjectOf(record.id), CaseTaskDone{task.id, result, true}, at));
}

void endPathways(Decision& decision, const Case& record, const QString& starts,
    const QString& result, const Context& context)
{
    for (const Pathway& pathway : context.profile().pathways) {
        if (pathway.starts != starts)
            continue;
        for (const PathwayStep& step : pathway.steps)
            if (const Task* open = openStep(record, stepText(pathway, step)))
                decision.events.push_back(newEvent(
                    subjectOf(record.id), CaseTaskDone{open->id, result, true}, context.occurred));
    }
}

}
