#pragma once

#include "core/casework/case.h"

namespace core {

/// Whether the service is the responsible one: its users alone propose and close. HO-3.6a.
bool isHeldBy(const Case& record, const QString& service);

/// Whether the service was responsible for the case at any moment of [from, to).
bool heldDuring(const Case& record, const QString& service, Instant from, Instant to);

/// The legal statuses that hold at `at`, in the order in which they began; and those that hold now.
std::vector<StatusEpisode> statusesAt(const Case& record, Instant at);
std::vector<StatusEpisode> statusesNow(const Case& record);

/// A legal status that holds.
struct HeldStatus {
    StatusEpisode episode;
    std::optional<Instant> expires; ///< of the clock that it runs on
};

/// Those of `held` with their expiry, the soonest first, and last those that have none: one that
/// began later hides none that runs. REC-2.7
std::vector<HeldStatus> statusesByExpiry(
    const Case& record, const std::vector<StatusEpisode>& held);

/// Since when the responsible service has had the case without a break, an earlier transfer that
/// was told after a later one included. INV-1, HO-4.2b
Instant responsibleSince(const Case& record);

/// Since when the value that holds at `at` has held without a break; none before the first.
template <typename T>
std::optional<Instant> heldSince(const Timeline<T>& timeline, Instant at)
{
    std::optional<Instant> since;
    T before{};
    for (const auto& entry : timeline.entries()) {
        if (entry.from > at)
            break;
        if (!since || !(entry.value == before))
            since = entry.from;
        before = entry.value;
    }
    return since;
}

}
