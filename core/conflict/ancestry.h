#pragma once

#include "core/journal/event.h"

#include <cstdint>

namespace core {

/// Who had seen what, among the events of one record in causal order. Events are named by their
/// place in that order.
class Ancestry {
public:
    explicit Ancestry(const std::vector<Event>& ordered);

    /// Every event had seen all before it: nothing was written at the same time.
    bool isLine() const { return m_seen.empty(); }
    /// Whether the author of `event` had seen `earlier`. An event that follows one known only as a
    /// stub counts as having seen all before it.
    bool saw(std::size_t event, std::size_t earlier) const;
    bool concurrent(std::size_t a, std::size_t b) const
    {
        return a != b && !saw(a, b) && !saw(b, a);
    }

private:
    std::vector<std::vector<std::uint64_t>> m_seen; ///< a bit an event; empty when it is a line
};

}
