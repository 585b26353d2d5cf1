#pragma once

#include "core/command/context.h"
#include "core/command/spec.h"

namespace core {

std::vector<CommandSpec> frontDoorCommands(); ///< warm transfer, acceptance
std::vector<CommandSpec> passOnCommands(); ///< to the service whose it is
std::vector<CommandSpec> callBackCommands(); ///< an officer rings back

/// Whose work the contact is now; empty past the bank-holiday table.
QString serviceFor(const Contact& contact, const Context& context);

/// `service` is no key of the profile's.
std::optional<Refusal> refuseService(const QString& service, const Context& context);

/// The contact was answered or passed on. S3-vii
std::optional<Refusal> refuseOver(const Contact& contact);

}
