#include "core/conflict/ancestry.h"

#include <algorithm>

namespace core {

namespace {

bool isLineOf(const std::vector<Event>& ordered)
{
    for (std::size_t at = 1; at < ordered.size(); ++at) {
        const std::vector<Digest>& parents = ordered[at].parents;
        if (std::find(parents.begin(), parents.end(), ordered[at - 1].digest) == parents.end())
            return false;
    }
    return true;
}

}

Ancestry::Ancestry(const std::vector<Event>& ordered) : m_line(isLineOf(ordered))
{
    if (m_line)
        return;
    std::map<Digest, std::size_t> known;
    m_seen.reserve(ordered.size());
    m_places.reserve(ordered.size());
    for (std::size_t at = 0; at < ordered.size(); ++at) {
        Seen seen(m_lengths.size());
        seeParents(ordered[at], known, seen);
        const std::size_t lane = laneFor(ordered[at].desk, seen);
        m_places.push_back({lane, m_lengths[lane]++});
        m_ends[lane] = at;
        m_seen.push_back(std::move(seen));
        known.emplace(ordered[at].digest, at);
    }
}

// The latest first: most of the others were seen by it.
void Ancestry::seeParents(
    const Event& event, const std::map<Digest, std::size_t>& known, Seen& seen)
{
    std::vector<std::size_t> parents;
    parents.reserve(event.parents.size());
    for (const Digest& parent : event.parents)
        if (const auto place = known.find(parent); place != known.end())
            parents.push_back(place->second);
        else
            std::copy(m_lengths.begin(), m_lengths.end(), seen.begin());
    std::sort(parents.begin(), parents.end(), std::greater());
    for (const std::size_t parent : parents)
        see(parent, seen);
}

void Ancestry::see(std::size_t earlier, Seen& seen) const
{
    const auto [lane, place] = m_places[earlier];
    if (place < seen[lane])
        return;
    const Seen& before = m_seen[earlier];
    for (std::size_t each = 0; each < before.size(); ++each)
        seen[each] = std::max(seen[each], before[each]);
    seen[lane] = static_cast<std::uint32_t>(place + 1);
}

std::size_t Ancestry::laneFor(const DeskId& desk, Seen& seen)
{
    std::vector<std::size_t>& own = m_lanes[desk];
    for (const std::size_t lane : own)
        if (seen[lane] == m_lengths[lane])
            return lane;
    if (own.size() == mostLanes) {
        see(m_ends[own.back()], seen);
        return own.back();
    }
    own.push_back(m_lengths.size());
    m_lengths.push_back(0);
    m_ends.push_back(0);
    seen.push_back(0);
    return own.back();
}

std::size_t Ancestry::seenOf(std::size_t lane, std::size_t event) const
{
    if (m_line)
        return event;
    const Seen& seen = m_seen[event];
    return lane < seen.size() ? seen[lane] : 0;
}

}
