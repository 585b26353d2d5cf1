#include "core/casework/ed_wait.h"

#include "core/casework/clock_changes.h"
#include "core/command/preview.h"
#include "core/escalation/pathway.h"
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

}
