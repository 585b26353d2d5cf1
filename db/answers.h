#pragma once

#include "db/sql.h"
#include "db/store.h"

namespace db {

// What an action came to, kept for the day it is sent again. Local to the desk.

std::optional<Answer> keptAnswer(Database& database, const QUuid& action);
void keepAnswer(Database& database, const Answer& answer);

}
