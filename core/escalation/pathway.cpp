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

bool isUnderWay(const Case& record, const QString& what)
{
    return std::any_of(record.tasks.begin(), record.tasks.end(),
        [&what](const Task& task) { return task.kind == stepKind() && task.what == what; });
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
        for (const PathwayStep& step : pathway->steps) {
            const QString what = u"%1: %2"_s.arg(pathway->name, step.what);
            if (isUnderWay(after, what))
                continue;
            const Instant due = at + step.after;
            decision.events.push_back(newEvent(subjectOf(after.id),
                CaseTaskAdded{{context.mint()}, what, step.whom, due,
                    warningsBefore(due, u"task"_s, context.profile()), pathway->clause,
                    stepKind()}));
        }
}

void endPathways(Decision& decision, const Case& record, const QString& result, Instant at)
{
    for (const Task& task : record.tasks)
        if (task.kind == stepKind() && !task.doneAt)
            decision.events.push_back(
                newEvent(subjectOf(record.id), CaseTaskDone{task.id, result}, at));
}

}
