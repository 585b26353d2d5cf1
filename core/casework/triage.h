#pragma once

#include "core/casework/case.h"

namespace core {

/// When triage found that no full assessment is required, where that was decided last by `at`. UTC.
/// COM-3.10c
std::optional<Instant> notRequiredSince(const Case& record, Instant at);

}
