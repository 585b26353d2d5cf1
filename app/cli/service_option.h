#pragma once

#include "app/cli/verb.h"

#include "core/profile/profile.h"

namespace cli {

/// Reads --service into `service`; false after saying that the profile has no such one. Nothing
/// typed leaves it as it is.
bool readService(Call& call, const QString& typed, const core::Profile& profile, QString& service);

}
