#pragma once

#include "core/command/spec.h"

namespace core {

/// The referral form and the e-mails that carry it; a part of documentCommands().
std::vector<CommandSpec> formCommands();

}
