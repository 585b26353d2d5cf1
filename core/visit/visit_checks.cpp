#include "core/visit/visit_checks.h"

#include "core/visit/visit_events.h"

#include <algorithm>

namespace core {

namespace {

/// From `since` on somebody is to be heard of by `due`.
struct Expected {
    Instant since;
    Instant due;
    std::vector<Instant> warnings;
    bool heard = false; ///< word came at `since`
};

template <typename Payload>
bool is(const Event& event)
{
    return event.type == QLatin1StringView(Payload::type);
}

Expected expectedFrom(const Event& event)
{
    if (is<VisitStarted>(event)) {
        const auto started = readPayload<VisitStarted>(event.payload);
        return {event.occurred, started.nextCheck, started.checkWarnings, false};
    }
    const auto checked = readPayload<VisitCheckedIn>(event.payload);
    return {event.occurred, checked.nextCheck, checked.checkWarnings, true};
}

std::vector<Expected> expectedBy(const std::vector<Event>& events)
{
    std::vector<Expected> expected;
    for (const Event& event : events) {
        const bool begins = is<VisitStarted>(event) && expected.empty();
        if (begins || is<VisitCheckedIn>(event)) {
            expected.push_back(expectedFrom(event));
        } else if (is<VisitChanged>(event)) {
            const auto changed = readPayload<VisitChanged>(event.payload);
            if (changed.nextCheck)
                expected.push_back({event.occurred, *changed.nextCheck,
                    changed.checkWarnings.value_or(std::vector<Instant>{}), false});
        }
    }
    std::stable_sort(expected.begin(), expected.end(),
        [](const Expected& one, const Expected& other) { return one.since < other.since; });
    return expected;
}

}

static void expect(Visit& visit, const Expected& next)
{
    visit.nextCheck = next.due;
    visit.checkWarnings = next.warnings;
}

// How many were missed by it: none or one.
static int judge(VisitCheck& check, const Expected& word, bool wasOut, Instant due)
{
    check.late = wasOut && word.since > due;
    return check.late ? 1 : 0;
}

bool movesChecks(const QString& type)
{
    return type == QLatin1StringView(VisitCheckedIn::type)
        || type == QLatin1StringView(VisitChanged::type)
        || type == QLatin1StringView(VisitReturned::type);
}

void recountChecks(Visit& visit, const std::vector<Event>& events)
{
    if (visit.id.isNull())
        return;
    visit.missed = 0;
    visit.nextCheck = Instant::max();
    auto check = visit.checks.begin();
    for (const Expected& each : expectedBy(events)) {
        const bool wasOut = !visit.returnedAt || each.since <= *visit.returnedAt;
        if (each.heard && check != visit.checks.end())
            visit.missed += judge(*check++, each, wasOut, visit.nextCheck);
        if (wasOut)
            expect(visit, each);
    }
    if (visit.returnedAt && *visit.returnedAt > visit.nextCheck)
        ++visit.missed;
}

}
