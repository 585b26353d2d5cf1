#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// What is decided or signed, and not only written down (who may accept has its own rules): never
/// by a user all of whose roles leave deciding to others. S3-R3
const QStringList& decidingCommands();

/// S3-R3: why a user whose roles decide nothing may not carry that out.
std::optional<Refusal> refuseToDecide(const QString& command, const Context& context);

}
