#pragma once

#include "core/journal/event.h"

#include <cstdint>
#include <map>

namespace core {

/// Who had seen what, among the events of one record in causal order. Events are named by their
/// place in that order. Each lies on a lane, where every event had seen those before it: mostly
/// there is one lane a desk. A desk that claims ever so many events beside each other gets no more
/// than `mostLanes`: on the last, each counts as having seen the one before.
class Ancestry {
public:
    static constexpr std::size_t mostLanes = 16;

    explicit Ancestry(const std::vector<Event>& ordered);

    /// Every event had seen all before it: nothing was written at the same time.
    bool isLine() const { return m_line; }
    std::size_t laneOf(std::size_t event) const { return m_line ? 0 : m_places[event].lane; }
    /// Its place in its lane, from 0.
    std::size_t placeOf(std::size_t event) const { return m_line ? event : m_places[event].place; }
    /// How many events of the lane, from its first, the author of `event` had seen. An event that
    /// follows one known only as a stub counts as having seen all before it.
    std::size_t seenOf(std::size_t lane, std::size_t event) const;
    bool saw(std::size_t event, std::size_t earlier) const
    {
        return placeOf(earlier) < seenOf(laneOf(earlier), event);
    }
    bool concurrent(std::size_t a, std::size_t b) const
    {
        return a != b && !saw(a, b) && !saw(b, a);
    }

private:
    using Seen = std::vector<std::uint32_t>; ///< how many of each lane; those it lacks: none
    struct Place {
        std::size_t lane = 0;
        std::size_t place = 0;
    };

    void seeParents(const Event& event, const std::map<Digest, std::size_t>& known, Seen& seen);
    void see(std::size_t earlier, Seen& seen) const;
    std::size_t laneFor(const DeskId& desk, Seen& seen);

    bool m_line = true;
    std::vector<Seen> m_seen; ///< of each event
    std::vector<Place> m_places; ///< of each event
    std::vector<std::size_t> m_lengths; ///< of each lane
    std::vector<std::size_t> m_ends; ///< the last event of each lane
    std::map<DeskId, std::vector<std::size_t>> m_lanes;
};

}
