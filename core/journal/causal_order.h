#pragma once

#include "core/journal/event.h"

namespace core {

/// The order in which a subject's events are folded, the same on every desk whatever order they
/// came in: parents and a desk's own earlier events first, ties by `recorded`, desk, seq, digest.
/// Total: parents that are not here count as seen, and events that contradict each other (which no
/// honest desk writes) still get a place. INV-7
std::vector<Event> causalOrder(std::vector<Event> events);

}
