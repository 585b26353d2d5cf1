#include "core/journal/causal_order.h"

#include <map>
#include <optional>
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

// Such a record's first event is one desk's alone; others are named by what they are, and two desks
// may begin them.
bool isNamedAtRandom(SubjectKind kind)
{
    return kind == SubjectKind::Case || kind == SubjectKind::Contact || kind == SubjectKind::Person
        || kind == SubjectKind::Escalation;
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
        if (const auto first = beginning())
            result.push_back(place(*first));
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
                else
                    m_followUnknown.insert(i);
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
                    linkAll(*before, here);
                before = &here;
            }
        }
    }

    // Between two forks a gate stands for all the links.
    void linkAll(const std::vector<Index>& earlier, const std::vector<Index>& later)
    {
        if (earlier.size() == 1 || later.size() == 1) {
            for (const Index each : earlier)
                for (const Index other : later)
                    link(each, other);
            return;
        }
        const Index gate = m_followers.size();
        m_followers.emplace_back();
        m_waitsFor.push_back(0);
        for (const Index each : earlier)
            link(each, gate);
        for (const Index each : later)
            link(gate, each);
    }

    // A clock that was set back makes no beginning: of several, the record's is the one that most
    // services went on from, then most desks.
    std::optional<Index> beginning() const
    {
        if (m_ready.size() < 2 || !isNamedAtRandom(m_events[*m_ready.begin()].subject.kind))
            return {};
        const std::vector<std::optional<Index>> from = wentOnFrom();
        std::map<Index, std::pair<std::set<QString>, std::set<DeskId>>> witnesses;
        for (Index i = 0; i < m_events.size(); ++i)
            if (from[i]) {
                witnesses[*from[i]].first.insert(m_events[i].actor.service);
                witnesses[*from[i]].second.insert(m_events[i].desk);
            }
        const auto weight = [&](Index root) {
            const auto& [services, desks] = witnesses[root];
            return std::pair(services.size(), desks.size());
        };
        std::optional<Index> best;
        for (const Index root : m_ready)
            if (m_events[root].parents.empty() && (!best || weight(root) > weight(*best)))
                best = root;
        return best;
    }

    /// The one beginning that each event goes back to; none for those that go back to several, or
    /// to what is not here.
    struct Origins {
        std::vector<std::optional<Index>> of;
        std::vector<bool> reached;

        void pass(Index from, Index to)
        {
            if (!reached[to])
                of[to] = of[from];
            else if (of[to] != of[from])
                of[to].reset();
            reached[to] = true;
        }
    };

    std::vector<std::optional<Index>> wentOnFrom() const
    {
        Origins origins{std::vector<std::optional<Index>>(m_followers.size()),
            std::vector<bool>(m_followers.size())};
        std::vector<int> waitsFor = m_waitsFor;
        std::vector<Index> next(m_ready.begin(), m_ready.end());
        for (const Index root : m_ready)
            origins.of[root] = root;
        while (!next.empty()) {
            const Index at = next.back();
            next.pop_back();
            if (m_followUnknown.contains(at))
                origins.of[at].reset();
            for (const Index follower : m_followers[at]) {
                origins.pass(at, follower);
                if (--waitsFor[follower] == 0)
                    next.push_back(follower);
            }
        }
        return origins.of;
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
        release(index);
        return std::move(m_events[index]);
    }

    void release(Index index)
    {
        for (const Index follower : m_followers[index]) {
            if (--m_waitsFor[follower] != 0)
                continue;
            if (follower >= m_events.size())
                release(follower);
            else if (m_unplaced.contains(follower))
                m_ready.insert(follower);
        }
    }

    std::vector<Event> m_events; // sorted, so that an index is a place in the order of ties
    std::vector<std::vector<Index>> m_followers;
    std::vector<int> m_waitsFor;
    std::set<Index> m_followUnknown; // a parent of theirs is not here
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
