#include "core/journal/record.h"

#include <algorithm>
#include <set>

namespace core {

void noteSeen(RecordBase& record, const Event& event)
{
    const std::set<Digest> parents(event.parents.begin(), event.parents.end());
    if (!parents.empty())
        std::erase_if(record.heads, [&](const Digest& head) { return parents.contains(head); });
    record.heads.push_back(event.digest);
    record.lastRecorded = std::max(record.lastRecorded, fromMillis(event.recorded.ms));
    ++record.eventCount;
}

void noteNewer(RecordBase& record, const Event& event)
{
    record.newer.push_back(
        {event.digest, event.type, event.occurred, event.actor.name, event.actor.service});
}

}
