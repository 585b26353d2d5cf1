#include "core/escalation/pathway.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/status/place_stays.h"
#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/journal/new_event.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString& stepKind()
{
    static const QString kind = u"pathway_step"_s;
    return kind;
}

const QString& edWait()
{
    static const QString kind = u"ed_12h"_s;
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

const QString& bedWait()
{
    static const QString kind = u"decision_to_admit"_s;
    return kind;
}

const QString& elsewhere()
{
    static const QString words = u"moved to another hospital"_s;
    return words;
}

// What was done before this start belongs to an earlier stay; what ended by a move, who came back
// needs again.
bool isDoneSince(const Case& record, const QString& what, Instant at)
{
    return std::any_of(record.tasks.begin(), record.tasks.end(), [&](const Task& task) {
        return task.kind == stepKind() && task.what == what && task.doneAt && *task.doneAt >= at
            && !(task.lapsed && task.result == elsewhere());
    });
}

void addStep(Decision& decision, const Case& after, const Pathway& pathway,
    const std::pair<PathwayStep, Instant>& wanted, const Context& context)
{
    const auto& [step, due] = wanted;
    decision.events.push_back(newEvent(subjectOf(after.id),
        CaseTaskAdded{{context.mint()}, stepText(pathway, step), step.whom, due,
            warningsBefore(due, u"task"_s, context.profile()), pathway.clause, stepKind()}));
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
    addStep(decision, after, pathway, {step, due}, context);
}

// Of what two desks began each only one goes on.
void moveStep(Decision& decision, const Case& after, const Pathway& pathway,
    const std::pair<PathwayStep, MovedStart>& moved, const Context& context)
{
    const auto& [step, start] = moved;
    const QString what = stepText(pathway, step);
    const Instant due = start.now + step.after;
    const bool isOpen = openStep(after, what);
    bool stands
        = !isOpen && (after.admittedAt || isDoneSince(after, what, std::min(start.was, start.now)));
    for (const Task& task : after.tasks) {
        if (task.kind != stepKind() || task.what != what || task.doneAt)
            continue;
        if (!stands && task.due == due)
            stands = true;
        else
            decision.events.push_back(newEvent(subjectOf(after.id),
                CaseTaskDone{task.id, u"set anew: the start was put right"_s, true}));
    }
    if (!stands)
        addStep(decision, after, pathway, {step, due}, context);
}

// And was not begun anew since.
bool endedWith(const Case& record, const QString& what, const ClockFact& ended)
{
    return !openStep(record, what)
        && std::any_of(record.tasks.begin(), record.tasks.end(), [&](const Task& task) {
               return task.kind == stepKind() && task.what == what && task.lapsed
                   && task.doneAt == ended.endedAt && task.result == ended.outcome;
           });
}

bool isUnderWay(const Case& record, const Pathway& pathway)
{
    return std::any_of(pathway.steps.begin(), pathway.steps.end(),
        [&](const PathwayStep& step) { return openStep(record, stepText(pathway, step)); });
}

void endPathway(Decision& decision, const Case& record, const Pathway& pathway,
    const QString& result, Instant at)
{
    for (const PathwayStep& step : pathway.steps)
        if (const Task* open = openStep(record, stepText(pathway, step)))
            decision.events.push_back(
                newEvent(subjectOf(record.id), CaseTaskDone{open->id, result, true}, at));
}

bool isWithin(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

// “Bedford” is not meant where “Bedfordshire” is written.
bool containsWords(const QString& text, const QString& words)
{
    for (qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(words, at + 1, Qt::CaseInsensitive))
        if (!isWithin(text, at - 1) && !isWithin(text, at + words.size()))
            return true;
    return false;
}

bool isFor(const Pathway& pathway, const Place& place)
{
    const QStringList names = pathway.place.split(u'\n', Qt::SkipEmptyParts);
    return names.isEmpty()
        || std::any_of(names.begin(), names.end(),
            [&place](const QString& name) { return containsWords(place.detail, name); });
}

// The stay in ED whose hours count from `start`: the one they were in, else the next.
std::optional<Instant> edSince(const Case& record, Instant start)
{
    for (const PlaceStay& stay : placeStays(record.place, PlaceKind::Ed))
        if (!stay.until || *stay.until > start)
            return stay.from;
    return {};
}

// Where they wait by what is told last of it; ED told without a name is the hospital known before.
std::optional<Place> waitsIn(const Case& record, Instant start)
{
    const auto since = edSince(record, start);
    if (!since)
        return {};
    Place found{PlaceKind::Ed, {}};
    for (const auto& place : record.place.entries())
        if (place.from >= *since && place.value.kind == PlaceKind::Ed
            && !place.value.detail.trimmed().isEmpty())
            found = place.value;
    return found;
}

Place placeFor(const QString& starts, const Case& record, Instant start, const Context& context)
{
    const Place now = record.place.at(context.occurred);
    return starts == edWait() ? waitsIn(record, start).value_or(now) : now;
}

// A pathway that never fitted was started by hand, and is for the hand that did.
bool everFitted(const Pathway& pathway, const Case& before)
{
    const auto& places = before.place.entries();
    return std::any_of(places.begin(), places.end(),
        [&pathway](const auto& each) { return isFor(pathway, each.value); });
}

// Those under way that name a place where the person no longer is.
std::vector<const Pathway*> bedsLeft(const Case& before, const Place& now, const Profile& profile)
{
    std::vector<const Pathway*> left;
    for (const Pathway& pathway : profile.pathways)
        if (pathway.starts == bedWait() && isUnderWay(before, pathway) && !isFor(pathway, now)
            && everFitted(pathway, before))
            left.push_back(&pathway);
    return left;
}

void noteHospitals(Decision& decision, const std::vector<const Pathway*>& found)
{
    QStringList names;
    for (const Pathway* pathway : found)
        if (!pathway->place.isEmpty())
            names.append(pathway->name);
    if (names.size() > 1)
        decision.notes.append(
            u"The place names more than one hospital: the steps of %1 are all asked for. Say with "
            u"case.place in which one they wait."_s.arg(names.join(u" and "_s)));
}

}

std::vector<const Pathway*> pathwaysFor(
    const Profile& profile, const QString& starts, const Place& place)
{
    std::vector<const Pathway*> found;
    for (const Pathway& pathway : profile.pathways)
        if (pathway.starts == starts && isFor(pathway, place))
            found.push_back(&pathway);
    return found;
}

void beginPathways(Decision& decision, const Case& after, const QString& starts, Instant at,
    const Context& context)
{
    const auto found = pathwaysFor(context.profile(), starts, placeFor(starts, after, at, context));
    for (const Pathway* pathway : found)
        beginPathway(decision, after, *pathway, at, context);
    if (starts == edWait())
        noteHospitals(decision, found);
}

void movePathways(Decision& decision, const Case& after, const QString& starts,
    const MovedStart& moved, const Context& context)
{
    const Place place = placeFor(starts, after, moved.now, context);
    for (const Pathway& pathway : context.profile().pathways)
        if (pathway.starts == starts && (isFor(pathway, place) || isUnderWay(after, pathway)))
            for (const PathwayStep& step : pathway.steps)
                moveStep(decision, after, pathway, {step, moved}, context);
}

void resumePathways(
    Decision& decision, const Case& after, const ClockFact& ended, const Context& context)
{
    for (const Pathway& pathway : context.profile().pathways)
        if (pathway.starts == ended.kind)
            for (const PathwayStep& step : pathway.steps)
                if (endedWith(after, stepText(pathway, step), ended))
                    addStep(decision, after, pathway, {step, ended.start + step.after}, context);
}

void followHospital(Decision& decision, const Case& before, const Case& after, Instant start,
    const Context& context)
{
    const auto place = waitsIn(after, start);
    if (!place)
        return;
    const Place was = placeFor(edWait(), before, start, context);
    if (was == *place && edSince(before, start))
        return;
    const auto found = pathwaysFor(context.profile(), edWait(), *place);
    for (const Pathway* pathway : pathwaysFor(context.profile(), edWait(), was))
        if (std::find(found.begin(), found.end(), pathway) == found.end())
            endPathway(decision, after, *pathway, elsewhere(), std::max(start, context.occurred));
    for (const Pathway* pathway : found)
        beginPathway(decision, after, *pathway, start, context);
    noteHospitals(decision, found);
}

void followBedPlace(
    Decision& decision, const Case& before, const Case& after, const Context& context)
{
    const Place now = after.place.current();
    if (!after.decisionToAdmit || !awaitsBed(after) || now == before.place.current()
        || now.detail.trimmed().isEmpty())
        return;
    const auto left = bedsLeft(before, now, context.profile());
    const auto found = pathwaysFor(context.profile(), bedWait(), now);
    for (const Pathway* pathway : left) {
        if (!found.empty())
            endPathway(decision, after, *pathway, elsewhere(),
                std::max(*after.decisionToAdmit, context.occurred));
        else
            decision.notes.append(
                u"%1: “%2” does not name %3, and no other pathway does: its steps go on. Mark "
                "those that no longer fit as done, with the reason."_s.arg(
                    pathway->clause, pathway->name, now.detail));
    }
    for (const Pathway* pathway : found)
        if (!isFor(*pathway, before.place.current()))
            beginPathway(decision, after, *pathway, *after.decisionToAdmit, context);
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
    for (const Pathway& pathway : context.profile().pathways)
        if (pathway.starts == starts)
            endPathway(decision, record, pathway, result, context.occurred);
}

}
