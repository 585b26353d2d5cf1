#pragma once

#include "core/casework/case.h"

/// What is wrong with a folded case, judged from its events by other means than the product's:
/// their parents and their JSON. Empty when nothing is. It judges what is plain:
/// - where every event had seen all before it and nothing happened out of time, a replay says who
/// is
///   responsible, whether the case is open and that nothing is in conflict;
/// - for titles and urgencies, whether the newest that were written differ, and so a conflict
/// stands;
///   (all of these where no event is missing that another had seen)
/// - of every case, that only an opening or an acceptance made the responsible service responsible,
///   and that two live answers to one handover that exclude each other stand as contested.
QString complaintOf(const core::Case& record, const std::vector<core::Event>& events);
