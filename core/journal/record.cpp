#include "core/journal/record.h"

#include <algorithm>

namespace core {

void noteSeen(RecordBase& record, const Event& event)
{
    for (const Digest& parent : event.parents)
        std::erase(record.heads, parent);
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
