#include "core/exchange/heard.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::chrono::hours lately{24 * 7};

// A clock that is ahead must not silence the others.
Instant heardAt(const HeardDesk& desk, Instant now)
{
    return std::min(*desk.at, now);
}

}

std::vector<DeskId> speakingForTheirService(const std::vector<HeardDesk>& desks, Instant now)
{
    std::optional<Instant> newest;
    for (const HeardDesk& desk : desks)
        if (desk.at)
            newest = std::max(newest.value_or(heardAt(desk, now)), heardAt(desk, now));
    std::vector<DeskId> speaking;
    for (const HeardDesk& desk : desks)
        if (!newest || (desk.at && heardAt(desk, now) + lately >= *newest))
            speaking.push_back(desk.desk);
    return speaking;
}

}
