#include "core/conflict/field_course.h"

#include <algorithm>
#include <set>

namespace core {

namespace {

using Claimants = std::vector<const Claimant*>;

/// Claims of one lane, in order: each had seen those before it.
struct Lane {
    std::size_t lane = 0;
    Claimants claims;
};

/// How many claims of each lane, from its first: what somebody had seen is always such a part.
using Part = std::vector<std::size_t>;

std::vector<std::size_t> eventsOf(const Claimants& claimants)
{
    std::vector<std::size_t> events;
    for (const Claimant* each : claimants)
        events.push_back(each->event);
    return events;
}

bool isEarlier(const Claimant* a, const Claimant* b)
{
    return a < b;
}

class Field {
public:
    Field(const std::vector<Claimant>& claimants, const Ancestry& ancestry) : m_ancestry(ancestry)
    {
        std::map<std::size_t, std::size_t> known;
        for (const Claimant& each : claimants) {
            const std::size_t lane = ancestry.laneOf(each.event);
            const auto [found, isNew] = known.try_emplace(lane, m_lanes.size());
            if (isNew)
                m_lanes.push_back({lane, {}});
            m_lanes[found->second].claims.push_back(&each);
        }
    }

    FieldCourse course()
    {
        noteBeside();
        const Part agreed = unravel();
        Claimants past = between(Part(m_lanes.size()), agreed);
        for (auto each = past.rbegin(); each != past.rend(); ++each)
            if (!m_overruled.contains((*each)->event))
                settle(**each, agreed);
        return std::move(m_course);
    }

private:
    bool contradict(const Claimant& a, const Claimant& b) const
    {
        return m_ancestry.concurrent(a.event, b.event) && !a.claim.yields && !b.claim.yields
            && a.claim.value != b.claim.value && !goesOnFrom(a, b) && !goesOnFrom(b, a);
    }

    // Both desks wrote down the acceptance; one of them has closed the case since. INV-1
    bool goesOnFrom(const Claimant& later, const Claimant& same) const
    {
        return later.claim.follows
            && std::any_of(m_lanes.begin(), m_lanes.end(), [&](const Lane& lane) {
                   const auto seen = static_cast<std::ptrdiff_t>(seenOf(lane, later.event));
                   return std::any_of(
                       lane.claims.begin(), lane.claims.begin() + seen, [&](const Claimant* each) {
                           return each != &later && each->claim.value == same.claim.value;
                       });
               });
    }

    // Of a lane's claims, the author of `event` had seen the first so many.
    std::size_t seenOf(const Lane& lane, std::size_t event) const
    {
        const std::size_t seen = m_ancestry.seenOf(lane.lane, event);
        const auto end = std::partition_point(lane.claims.begin(), lane.claims.end(),
            [&](const Claimant* each) { return m_ancestry.placeOf(each->event) < seen; });
        return static_cast<std::size_t>(end - lane.claims.begin());
    }

    Part seenBy(std::size_t event, Part within) const
    {
        for (std::size_t at = 0; at < m_lanes.size(); ++at)
            within[at] = std::min(within[at], seenOf(m_lanes[at], event));
        return within;
    }

    Part commonTo(const Claimants& sides, Part within) const
    {
        for (const Claimant* side : sides)
            within = seenBy(side->event, std::move(within));
        return within;
    }

    Claimants between(const Part& from, const Part& to) const
    {
        Claimants found;
        for (std::size_t at = 0; at < m_lanes.size(); ++at)
            for (std::size_t each = from[at]; each < to[at]; ++each)
                found.push_back(m_lanes[at].claims[each]);
        std::sort(found.begin(), found.end(), isEarlier);
        return found;
    }

    // Of claims that nobody overtook, those that contradict each other.
    Claimants disputed(const Part& part) const
    {
        Claimants last;
        for (std::size_t at = 0; at < m_lanes.size(); ++at)
            if (part[at] > 0)
                last.push_back(m_lanes[at].claims[part[at] - 1]);
        Claimants live;
        for (const Claimant* each : last)
            if (std::none_of(last.begin(), last.end(), [&](const Claimant* later) {
                    return m_ancestry.saw(later->event, each->event);
                }))
                live.push_back(each);
        Claimants found;
        for (const Claimant* each : live)
            if (std::any_of(live.begin(), live.end(),
                    [&](const Claimant* other) { return contradict(*each, *other); }))
                found.push_back(each);
        std::sort(found.begin(), found.end(), isEarlier);
        return found;
    }

    // Of another lane, those that saw the claim are the last so many.
    bool isBeside(const Claimant& claim) const
    {
        const std::size_t own = m_ancestry.laneOf(claim.event);
        return std::any_of(m_lanes.begin(), m_lanes.end(), [&](const Lane& lane) {
            if (lane.lane == own)
                return false;
            const auto later = std::partition_point(lane.claims.begin(), lane.claims.end(),
                [&](const Claimant* each) { return !m_ancestry.saw(each->event, claim.event); });
            return seenOf(lane, claim.event)
                < static_cast<std::size_t>(later - lane.claims.begin());
        });
    }

    void noteBeside()
    {
        for (const Lane& lane : m_lanes)
            for (const Claimant* each : lane.claims)
                if (isBeside(*each))
                    m_course.beside.push_back(each->event);
    }

    // Goes back from dispute to dispute until what is left is agreed.
    Part unravel()
    {
        Part past;
        for (const Lane& lane : m_lanes)
            past.push_back(lane.claims.size());
        for (Claimants sides = disputed(past); !sides.empty(); sides = disputed(past)) {
            if (m_course.sides.empty())
                m_course.sides = eventsOf(sides);
            const Part common = commonTo(sides, past);
            for (const Claimant* each : between(common, past)) {
                if (!each->claim.waits)
                    continue;
                m_course.waits = true;
                m_course.verdicts.push_back(
                    {each->event, Effect::Waits, each->claim, eventsOf(sides), {}});
            }
            past = common;
        }
        return past;
    }

    // What `later` decided about the disputes before it.
    void settle(const Claimant& later, const Part& agreed)
    {
        const Part before = seenBy(later.event, agreed);
        const Claimants sides = disputed(before);
        if (sides.empty())
            return;
        for (const Claimant* each : between(commonTo(sides, before), before))
            if (losesTo(later, *each) && m_overruled.insert(each->event).second)
                m_course.verdicts.push_back({each->event, Effect::Overruled, each->claim,
                    eventsOf(sides), later.settles ? std::optional(later.event) : std::nullopt});
        if (later.settles && !later.chosen)
            m_course.worded.push_back(later.event);
    }

    bool losesTo(const Claimant& later, const Claimant& earlier) const
    {
        if (!later.settles)
            return earlier.claim.waits;
        if (!later.chosen)
            return true;
        return *later.chosen != earlier.event && !m_ancestry.saw(*later.chosen, earlier.event);
    }

    const Ancestry& m_ancestry;
    std::vector<Lane> m_lanes;
    std::set<std::size_t> m_overruled;
    FieldCourse m_course;
};

}

FieldCourse fieldCourse(const std::vector<Claimant>& claimants, const Ancestry& ancestry)
{
    return Field(claimants, ancestry).course();
}

}
