#pragma once

#include "core/visit/visit.h"

namespace core {

/// Whether an event of this type says when somebody was heard of or is to be heard of next: what is
/// told of that later changes what came before and after it.
bool movesChecks(const QString& type);

/// Counts anew, by when it happened and in whichever order it was told, which word of a visit came
/// late, how many check-ins were missed, and when the next is due: until the return, by what was
/// heard or agreed last before. `events` are those that count, in causal order. COM-3.8
void recountChecks(Visit& visit, const std::vector<Event>& events);

}
