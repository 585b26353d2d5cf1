#pragma once

#include "core/casework/case.h"
#include "core/profile/profile.h"

namespace core {

/// The clocks of documents that were to follow: due by their promised time, named with their owner,
/// ended when they came. Kind "document_to_follow". HO-3.1b.
std::vector<Deadline> documentDeadlines(const Case& record, const Profile& profile);

}
