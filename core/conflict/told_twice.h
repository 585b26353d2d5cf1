#pragma once

#include "core/conflict/course.h"
#include "core/journal/record.h"

namespace core {

/// Detentions of a case with their waits, legal statuses, and emergency protection orders, that two
/// desks wrote down without having seen each other's: the same one by several identifiers. Of two
/// starts of one kind of detention the later lies within the time of the earlier, so that a desk
/// that had seen both would have recorded another account of its start. None where that is a guess:
/// a start that would fit two detentions, or an end written by whoever had not seen both, which may
/// be of the other, unless somebody ended both as one. clocks §1.1, INV-10
std::vector<OtherName> toldTwice(const std::vector<Event>& ordered);

/// The events, each naming such a detention by the identifier that stands.
void nameOnce(std::vector<Event>& events, const std::vector<OtherName>& names);

/// Where a person settled which of the starts stands, what began with another goes on from that
/// one; while two decisions differ, every start counts and the earliest runs. INV-10
void letLiveOn(const std::vector<Event>& named, Course& course);

/// Whether the event names something by an identifier that does not stand.
bool usesOtherName(const Event& event, const std::vector<OtherName>& names);

}
