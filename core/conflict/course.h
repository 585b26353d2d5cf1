#pragma once

#include "core/conflict/ancestry.h"
#include "core/conflict/conflict.h"

#include <optional>

namespace core {

/// Whether what an event says counts.
enum class Effect {
    Counts,
    Waits, ///< it is disputed who is responsible or whether something ended: nothing of it counts
           ///< yet
    Overruled ///< a person settled it otherwise
};

/// What a person's decision set aside. INV-10
struct SetAside {
    std::size_t event = 0;
    QString shown; ///< what it says, in words
    bool told = true; ///< it stood against what was chosen; else it only came before what did
};

/// What a fold makes of one event.
struct Step {
    Effect effect = Effect::Counts;
    bool beside = false; ///< another desk wrote to one of its fields without seeing it
    bool livesOn = false; ///< overruled, but what it began goes on as `says` tells
    std::optional<Event> says; ///< what is folded in its place: without fields that were settled
                               ///< otherwise; the words of a settlement
    std::vector<SetAside> setAside; ///< by this settlement, in order
};

/// How a record's events go together: what stands against what, and which of it counts.
struct Course {
    std::vector<Step> steps; ///< one an event; empty when nothing was written at the same time
    std::vector<Conflict> conflicts; ///< not settled, by field
};

/// Pure and total: the same for the same events, whatever order they came in.
Course courseOf(const std::vector<Event>& ordered);

}
