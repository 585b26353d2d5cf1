#include "core/conflict/ancestry.h"

#include <algorithm>
#include <map>

namespace core {

namespace {

constexpr std::size_t bits = 64;

bool isLineOf(const std::vector<Event>& ordered)
{
    for (std::size_t at = 1; at < ordered.size(); ++at) {
        const std::vector<Digest>& parents = ordered[at].parents;
        if (std::find(parents.begin(), parents.end(), ordered[at - 1].digest) == parents.end())
            return false;
    }
    return true;
}

void set(std::vector<std::uint64_t>& seen, std::size_t event)
{
    seen[event / bits] |= std::uint64_t{1} << (event % bits);
}

void setAllBefore(std::vector<std::uint64_t>& seen, std::size_t event)
{
    for (std::size_t before = 0; before < event; ++before)
        set(seen, before);
}

// A parent, and all that it saw.
void join(std::vector<std::uint64_t>& seen, std::size_t parent,
    const std::vector<std::uint64_t>& parentSaw)
{
    set(seen, parent);
    for (std::size_t word = 0; word < seen.size(); ++word)
        seen[word] |= parentSaw[word];
}

}

Ancestry::Ancestry(const std::vector<Event>& ordered)
{
    if (isLineOf(ordered))
        return;
    std::map<Digest, std::size_t> places;
    m_seen.assign(ordered.size(), std::vector<std::uint64_t>(ordered.size() / bits + 1));
    for (std::size_t at = 0; at < ordered.size(); ++at) {
        for (const Digest& parent : ordered[at].parents)
            if (const auto place = places.find(parent); place != places.end())
                join(m_seen[at], place->second, m_seen[place->second]);
            else
                setAllBefore(m_seen[at], at);
        places.emplace(ordered[at].digest, at);
    }
}

bool Ancestry::saw(std::size_t event, std::size_t earlier) const
{
    if (m_seen.empty())
        return earlier < event;
    return (m_seen[event][earlier / bits] >> (earlier % bits)) & 1U;
}

}
