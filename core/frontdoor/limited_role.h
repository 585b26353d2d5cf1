#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

#include <QJsonObject>

namespace core {

/// The role that limits what a user may record: every role that they hold has a list of fields in
/// the profile. None for a user with any other role. S3-iii
const RoleKind* limitedRole(const Profile& profile, const QStringList& roles);

/// What a user of a limited role may do at all: take a call, describe it, put it through, promise a
/// call back, pass it on.
const QStringList& limitedCommands();

/// S3-iii: why a user of a limited role may not carry that out: another command, or a field of a
/// contact that is not on the role's list.
std::optional<Refusal> refuseBeyondRole(
    const QString& command, const QJsonObject& arguments, const Context& context);

/// A mend that names a command which a user of a limited role may not give says whose it is. S3-iii
void mendWithinRole(std::vector<Refusal>& refusals, const Context& context);

}
