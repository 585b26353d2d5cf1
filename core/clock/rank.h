#pragma once

#include "core/clock/deadline.h"

namespace core {

/// How heavy a clock is, whatever it says: legal clocks counted in hours, then agreed clocks and
/// the law's counts of days, then what somebody owes.
enum class ClockRank { Legal, Agreed, Owed };

/// The rank of a deadline's kind.
ClockRank rankOf(const QString& kind);

/// Heavier first, then the sooner due: an overdue document never stands before a running s136.
bool comesBefore(const Deadline& a, const Deadline& b);

/// The running clock that comes before all others, or none.
const Deadline* nextClock(const std::vector<Deadline>& clocks);

/// In the order of a list that shows them all: the legal ones, then all others, each by due time,
/// then what is only to be written to another system (ESC-6.5); what does not run comes last.
void sortForRail(std::vector<Deadline>& clocks);

}
