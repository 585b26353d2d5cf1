#pragma once

#include "core/casework/case.h"
#include "core/profile/profile.h"

namespace core {

/// The clocks of acceptances by telephone: due when their record must be here, kind
/// "their_record"; from then on both coordinators, who are named on it, are told. HO-3.6b.
std::vector<Deadline> handoverDeadlines(const Case& record, const Profile& profile);

}
