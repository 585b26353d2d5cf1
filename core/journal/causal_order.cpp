#include "core/journal/causal_order.h"

#include <map>
#include <set>
#include <tuple>

namespace core {

namespace {

using Index = std::size_t;

bool isEarlier(const Event& a, const Event& b)
{
    return std::tie(a.recorded, a.desk, a.seq, a.digest)
        < std::tie(b.recorded, b.desk, b.seq, b.digest);
}

// What nearly every record is: one desk's events, each made in sight of the one before.
bool isOneLine(const std::vector<Event>& events)
{
    for (Index i = 1; i < events.size(); ++i) {
        const Event& before = events[i - 1];
        const Event& event = events[i];
        if (event.desk != before.desk || event.seq <= before.seq || event.parents.size() != 1
            || event.parents.front() != before.digest)
            return false;
    }
    return true;
}

class Ordering {
public:
    explicit Ordering(std::vector<Event> events)
        : m_events(std::move(events))
        , m_followers(m_events.size())
        , m_waitsFor(m_events.size())
    {
        std::sort(m_events.begin(), m_events.end(), isEarlier);
        linkParents();
        linkDesks();
        for (Index i = 0; i < m_events.size(); ++i) {
            m_unplaced.insert(i);
            if (m_waitsFor[i] == 0)
                m_ready.insert(i);
        }
    }

    std::vector<Event> ordered()
    {
        std::vector<Event> result;
        result.reserve(m_events.size());
        while (!m_unplaced.empty())
            result.push_back(place(m_ready.empty() ? *m_unplaced.begin() : *m_ready.begin()));
        return result;
    }

private:
    void linkParents()
    {
        std::map<Digest, Index> byDigest;
        for (Index i = 0; i < m_events.size(); ++i)
            byDigest.emplace(m_events[i].digest, i);
        for (Index i = 0; i < m_events.size(); ++i)
            for (const Digest& parent : m_events[i].parents)
                if (const auto found = byDigest.find(parent); found != byDigest.end())
                    link(found->second, i);
    }

    // A fork holds two events at one seq: both follow those before and precede those after.
    void linkDesks()
    {
        std::map<DeskId, std::map<qint64, std::vector<Index>>> byPlace;
        for (Index i = 0; i < m_events.size(); ++i)
            byPlace[m_events[i].desk][m_events[i].seq].push_back(i);
        for (const auto& [desk, places] : byPlace) {
            const std::vector<Index>* before = nullptr;
            for (const auto& [seq, here] : places) {
                if (before)
                    for (const Index earlier : *before)
                        for (const Index later : here)
                            link(earlier, later);
                before = &here;
            }
        }
    }

    void link(Index earlier, Index later)
    {
        if (earlier == later)
            return;
        m_followers[earlier].push_back(later);
        ++m_waitsFor[later];
    }

    Event place(Index index)
    {
        m_unplaced.erase(index);
        m_ready.erase(index);
        for (const Index follower : m_followers[index])
            if (--m_waitsFor[follower] == 0 && m_unplaced.contains(follower))
                m_ready.insert(follower);
        return std::move(m_events[index]);
    }

    std::vector<Event> m_events; // sorted, so that an index is a place in the order of ties
    std::vector<std::vector<Index>> m_followers;
    std::vector<int> m_waitsFor;
    std::set<Index> m_unplaced;
    std::set<Index> m_ready;
};

}

std::vector<Event> causalOrder(std::vector<Event> events)
{
    if (isOneLine(events))
        return events;
    return Ordering(std::move(events)).ordered();
}

}
