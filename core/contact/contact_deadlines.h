#pragma once

#include "core/clock/deadline.h"
#include "core/contact/contact.h"
#include "core/profile/profile.h"

namespace core {

/// The clocks of a contact: the call that was promised, by whom it was taken or by an officer.
/// S3-iii
std::vector<Deadline> deadlinesOf(const Contact& contact);

/// The same; a call that an officer promised on a contact of their own service, not call care's, is
/// theirs until another accepts the contact. S3-iii, HO-2.1
std::vector<Deadline> deadlinesOf(const Contact& contact, const Profile& profile);

}
