#pragma once

#include "core/casework/case.h"

namespace core {

struct Profile;

/// Every clock of a case, by due time: those that facts started (ended ones too), open tasks,
/// documents to follow (arrived ones too), the receiver's outstanding record, and what is
/// contested.
std::vector<Deadline> deadlinesOf(const Case& record, const Profile& profile);

}
