#pragma once

#include "core/time/instant.h"

#include <algorithm>
#include <vector>

namespace core {

/// A value with a history, ordered by when it became true (`occurred`), ties in fold order.
/// Answers "as it was at T"; `recorded` also lets it answer "as known at T".
template <typename T>
class Timeline {
public:
    struct Entry {
        Instant from;
        Instant recorded;
        T value;

        bool operator==(const Entry&) const = default;
    };

    void add(Instant from, Instant recorded, T value)
    {
        const auto place = std::upper_bound(m_entries.begin(), m_entries.end(), from,
            [](Instant at, const Entry& entry) { return at < entry.from; });
        m_entries.insert(place, Entry{from, recorded, std::move(value)});
    }

    bool empty() const { return m_entries.empty(); }
    const std::vector<Entry>& entries() const { return m_entries; }

    /// The newest value, or `T{}` while there is none.
    T current() const { return m_entries.empty() ? T{} : m_entries.back().value; }
    Instant since() const { return m_entries.empty() ? Instant{} : m_entries.back().from; }

    /// The value that held at `at`; `T{}` before the first.
    T at(Instant at) const
    {
        const Entry* found = nullptr;
        for (const Entry& entry : m_entries)
            if (entry.from <= at)
                found = &entry;
        return found ? found->value : T{};
    }

    /// The value at `at` as far as was written down by `known`.
    T asKnown(Instant at, Instant known) const
    {
        const Entry* found = nullptr;
        for (const Entry& entry : m_entries)
            if (entry.from <= at && entry.recorded <= known)
                found = &entry;
        return found ? found->value : T{};
    }

    bool operator==(const Timeline&) const = default;

private:
    std::vector<Entry> m_entries;
};

}
