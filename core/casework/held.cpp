#include "core/casework/held.h"

#include <algorithm>
#include <iterator>

namespace core {

bool isHeldBy(const Case& record, const QString& service)
{
    return record.responsible.current() == service;
}

bool heldDuring(const Case& record, const QString& service, Instant from, Instant to)
{
    if (record.responsible.at(from) == service)
        return true;
    const auto& entries = record.responsible.entries();
    return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
        return entry.value == service && entry.from >= from && entry.from < to;
    });
}

std::vector<StatusEpisode> statusesAt(const Case& record, Instant at)
{
    std::vector<StatusEpisode> held;
    std::copy_if(record.statuses.begin(), record.statuses.end(), std::back_inserter(held),
        [at](const StatusEpisode& each) {
            return each.start <= at && (!each.ended || *each.ended > at);
        });
    return held;
}

std::vector<StatusEpisode> statusesNow(const Case& record)
{
    std::vector<StatusEpisode> held;
    std::copy_if(record.statuses.begin(), record.statuses.end(), std::back_inserter(held),
        [](const StatusEpisode& each) { return !each.ended; });
    return held;
}

std::vector<HeldStatus> statusesByExpiry(const Case& record, const std::vector<StatusEpisode>& held)
{
    std::vector<HeldStatus> found;
    for (const StatusEpisode& each : held) {
        const ClockFact* clock = clockWith(record, each.clock);
        const bool runs = clock && clock->state == ClockState::Running;
        found.push_back({each, runs ? std::optional(clock->due) : std::nullopt});
    }
    std::stable_sort(found.begin(), found.end(), [](const HeldStatus& a, const HeldStatus& b) {
        return a.expires && (!b.expires || *a.expires < *b.expires);
    });
    return found;
}

// What held for no time, an acceptance that an earlier withdrawal took back, is no break.
Instant responsibleSince(const Case& record)
{
    const auto& entries = record.responsible.entries();
    Instant since = record.responsible.since();
    Instant until = since;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (entry->value == record.responsible.current())
            since = entry->from;
        else if (entry->from != until)
            break;
        until = entry->from;
    }
    return since;
}

}
