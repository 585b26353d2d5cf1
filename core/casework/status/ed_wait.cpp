#include "core/casework/status/ed_wait.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status/place_stays.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/escalation/pathway.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// A running time from arrival in ED, told by its clock, is of the place until a later one is told.
const ClockFact* arrivalInEd(const Case& record)
{
    const ClockFact* found = nullptr;
    for (const QString& kind : {u"ed_arrival_4h"_s, u"ed_arrival_12h"_s}) {
        const ClockFact* running = runningClock(record, kind);
        if (running && (!found || running->start < found->start))
            found = running;
    }
    const auto& places = record.place.entries();
    const bool isLeft = found
        && std::any_of(places.begin(), places.end(),
            [found](const auto& each) { return each.from > found->start; });
    return isLeft ? nullptr : found;
}

bool wasPlacedInEd(const Case& record)
{
    const auto& places = record.place.entries();
    return std::any_of(places.begin(), places.end(),
        [](const auto& each) { return each.value.kind == PlaceKind::Ed; });
}

}

std::optional<Instant> edWaitStart(const Case& record, Instant decided)
{
    const auto& places = record.place.entries();
    const auto next = std::find_if(places.begin(), places.end(),
        [decided](const auto& place) { return place.from > decided; });
    const PlaceKind then
        = next == places.begin() ? PlaceKind::NotKnown : std::prev(next)->value.kind;
    if (then == PlaceKind::Ed)
        return decided;
    const auto ed = std::find_if(
        next, places.end(), [](const auto& place) { return place.value.kind == PlaceKind::Ed; });
    if (ed == places.end()) {
        const ClockFact* arrival = arrivalInEd(record);
        if (!arrival || then == PlaceKind::NotKnown)
            return arrival ? std::optional(decided) : std::nullopt;
        return std::max(decided, arrival->start);
    }
    return then == PlaceKind::NotKnown && ed == next ? decided : ed->from;
}

static QString evidenceOf(Instant start, Instant decided)
{
    return start == decided
        ? u"decision to admit"_s
        : u"arrival in ED after the decision to admit at %1"_s.arg(dateTimeText(decided));
}

bool beginEdWait(Decision& decision, const Case& after, Instant decided, const Context& context)
{
    const auto start = edWaitStart(after, decided);
    if (!start)
        return false;
    startClock(
        decision, after, {u"ed_12h"_s, *start, evidenceOf(*start, decided), {}, {}, {}}, context);
    if (!after.admittedAt)
        beginPathways(decision, after, u"ed_12h"_s, *start, context);
    else if (*after.admittedAt >= *start)
        endClocks(decision, preview(after, subjectOf(after.id), decision, context), {u"ed_12h"_s},
            u"admitted"_s, *after.admittedAt);
    return true;
}

void beginEdWaitOrAsk(
    Decision& decision, const Case& record, Instant decided, const Context& context)
{
    const bool begun = beginEdWait(decision, record, decided, context);
    if (begun && !wasPlacedInEd(record))
        decision.owed.push_back({u"CLK-40"_s, u"place"_s,
            u"Which hospital's ED the person is in: the 12 hours run by the arrival that a clock "
            "tells of."_s,
            u"now"_s});
    else if (!begun && record.place.at(decided).kind == PlaceKind::NotKnown)
        decision.owed.push_back({u"CLK-40"_s, u"place"_s,
            u"Where the person is: the 12 hours are counted in ED alone."_s, u"now"_s});
}

namespace {

struct Correction {
    const QString& why;
    const Context& context;
};

void moveTo(Decision& decision, const Case& after, const ClockFact& clock, Instant start,
    const Correction& correction)
{
    const Context& context = correction.context;
    const Instant due = dueOf(*clockKind(clock.kind), start, context.calendar).due;
    decision.events.push_back(newEvent(subjectOf(after.id),
        ClockOtherStart{clock.id, start, evidenceOf(start, *after.decisionToAdmit), due,
            warningsBefore(due, clock.kind, context.profile()), correction.why},
        start));
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(due));
    if (clock.state == ClockState::Ended && clock.start != start && !after.admittedAt)
        decision.notes.append(
            u"INV-4: “%1” ended at %2 (%3) and does not run. If it had not ended, take that back "
            u"with case.clock_end and a correction."_s.arg(
                clock.title, dateTimeText(clock.endedAt), clock.outcome));
}

// By the start that the mistaken decision gave it.
std::vector<const ClockFact*> waitsFrom(const Case& record, const std::optional<Instant>& start)
{
    std::vector<const ClockFact*> found;
    for (const ClockFact& each : record.clocks)
        if (each.kind == u"ed_12h"_s && start == each.start && !hasNeverBegun(each))
            found.push_back(&each);
    return found;
}

// That of the mistaken start, by the start as it stands now; none, or over before it began: struck.
bool moveWait(Decision& decision, const Case& after, const ClockFact& clock,
    const std::optional<Instant>& now, const Correction& correction)
{
    const bool wasOver = now && clock.state == ClockState::Ended && clock.endedAt <= *now;
    if (now && !wasOver) {
        moveTo(decision, after, clock, *now, correction);
        return true;
    }
    decision.events.push_back(
        newEvent(subjectOf(after.id), ClockEnded{clock.id, neverBegan()}, clock.start));
    return false;
}

}

void moveEdWait(Decision& decision, const Case& before, const QString& why, const Context& context)
{
    const Subject subject = subjectOf(before.id);
    const Case after = preview(before, subject, decision, context);
    const auto was = edWaitStart(before, *before.decisionToAdmit);
    const auto now = edWaitStart(after, *after.decisionToAdmit);
    const auto mistaken = waitsFrom(after, was);
    bool moved = false;
    for (const ClockFact* each : mistaken)
        moved = moveWait(decision, after, *each, now, {why, context}) || moved;
    if (!mistaken.empty() && now)
        movePathways(decision, after, u"ed_12h"_s, {*was, *now}, context);
    else if (!mistaken.empty())
        endPathways(
            decision, after, u"ed_12h"_s, u"the decision to admit was put right"_s, context);
    if (!moved)
        beginEdWaitOrAsk(
            decision, preview(before, subject, decision, context), *after.decisionToAdmit, context);
}

void followEdArrival(Decision& decision, const Case& record, const Context& context)
{
    if (!record.decisionToAdmit || record.admittedAt || clockAt(record, {u"ed_12h"_s}, context.now))
        return;
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const QJsonObject made = decision.made;
    beginEdWaitOrAsk(decision, after, *record.decisionToAdmit, context);
    decision.made = made;
}

namespace {

// Who was admitted has left, whether or not a ward was told.
std::optional<Instant> leftEdAt(const Case& record, const PlaceStay& stay)
{
    const bool admitted = record.admittedAt && *record.admittedAt >= stay.from;
    if (!admitted || (stay.until && *stay.until < *record.admittedAt))
        return stay.until;
    return record.admittedAt;
}

void followStay(Decision& decision, const QString& kind, const PlaceStay& stay, const Case& after,
    const Context& context)
{
    const ClockStart arrival{kind, stay.from, context.evidence, {}, {}, {}};
    const ClockFact* known = clockOfStay(after, kind, stay);
    if (known && known->state != ClockState::Running)
        return;
    PartId clock = known ? known->id : beginClock(decision, after, arrival, context);
    if (known && stay.from < known->start)
        clock = startClock(decision, after, arrival, context);
    if (const auto left = leftEdAt(after, stay))
        decision.events.push_back(
            newEvent(subjectOf(after.id), ClockEnded{clock, u"left ED"_s}, *left));
}

}

void followEdStays(
    Decision& decision, const Case& before, const Case& after, const Context& context)
{
    const auto had = placeStays(before.place, PlaceKind::Ed);
    for (const PlaceStay& stay : placeStays(after.place, PlaceKind::Ed))
        if (std::find(had.begin(), had.end(), stay) == had.end())
            for (const QString& kind : {u"ed_arrival_4h"_s, u"ed_arrival_12h"_s})
                followStay(decision, kind, stay, after, context);
}

}
