#include "core/casework/status/ed_wait.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status/place_stays.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/escalation/pathway.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

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
    if (ed == places.end())
        return {};
    return then == PlaceKind::NotKnown && ed == next ? decided : ed->from;
}

bool beginEdWait(Decision& decision, const Case& after, Instant decided, const Context& context)
{
    const auto start = edWaitStart(after, decided);
    if (!start)
        return false;
    const QString evidence = *start == decided
        ? u"decision to admit"_s
        : u"arrival in ED after the decision to admit at %1"_s.arg(dateTimeText(decided));
    startClock(decision, after, {u"ed_12h"_s, *start, evidence, {}, {}, {}}, context);
    if (!after.admittedAt)
        beginPathways(decision, after, u"ed_12h"_s, *start, context);
    else if (*after.admittedAt >= *start)
        endClocks(decision, preview(after, subjectOf(after.id), decision, context), {u"ed_12h"_s},
            u"admitted"_s, *after.admittedAt);
    return true;
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
