#pragma once

#include "core/records.h"

namespace core {

/// When the death that the case tells of, as the outcome of an assessment or at closing, was first
/// written down. What was taken back in between does not count; none where it tells of none.
std::optional<Instant> deathTold(const Case& record, const Records& records);

/// The cases whose death was first told in [from, to), by opening: whenever it happened, so that
/// one that is told after the cut-off of its night stands in the next SITREP. HO-3.10, ESC-3.5
std::vector<std::shared_ptr<const Case>> deathsTold(
    Instant from, Instant to, const Records& records);

}
