#pragma once

#include "core/conflict/ancestry.h"
#include "core/conflict/claims.h"
#include "core/conflict/course.h"

#include <optional>

namespace core {

/// A claim of one field and the place of its event.
struct Claimant {
    std::size_t event = 0;
    Claim claim;
    bool settles = false; ///< a person's decision between earlier claims
    std::optional<std::size_t> chosen; ///< the event that the decision names
};

/// What became of a claim, and from which events on it is known.
struct Verdict {
    std::size_t event = 0;
    Effect effect = Effect::Counts;
    Claim claim;
    std::vector<std::size_t> between; ///< the events that stand against each other
    std::optional<std::size_t> by; ///< the decision that overruled it
};

/// One field: what is disputed, what waits and what was overruled.
struct FieldCourse {
    std::vector<std::size_t> sides; ///< events in open conflict, in order
    bool waits = false;
    std::vector<Verdict> verdicts; ///< of claims that do not count
    std::vector<std::size_t> worded; ///< settlements in words that stand
    std::vector<std::size_t> beside; ///< events beside which another desk wrote of the field
};

/// The claimants come in causal order. Takes time with their number, not with its square: a lane
/// tells by its last event what those before it can tell.
FieldCourse fieldCourse(const std::vector<Claimant>& claimants, const Ancestry& ancestry);

}
