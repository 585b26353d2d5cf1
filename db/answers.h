#pragma once

#include "db/sql.h"
#include "db/store.h"

namespace db {

// What an action came to, kept for the day it is sent again. Local to the desk.

/// What an action asked for: another command under its id differs in it.
struct Asked {
    QString command;
    core::Digest what{}; ///< over the command and all that it gives; what was seen left out
};
Asked askedIn(const QJsonObject& request);

/// The answer to the action, or a refusal when its id was used for something else; nothing for a
/// new one.
std::optional<Answer> keptAnswer(Database& database, const QUuid& action, const Asked& asked);
void keepAnswer(Database& database, const Answer& answer, const Asked& asked);

}
