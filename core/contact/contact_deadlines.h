#pragma once

#include "core/clock/deadline.h"
#include "core/contact/contact.h"

namespace core {

/// The clocks of a contact: the call that was promised, by whom it was taken or by an officer.
/// S3-iii
std::vector<Deadline> deadlinesOf(const Contact& contact);

}
