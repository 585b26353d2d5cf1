#pragma once

#include "db/attachments.h"
#include "db/store_parts.h"

namespace db {

/// Carries out commands in one transaction; what is refused writes nothing.
std::vector<Answer> carryOutAll(StoreParts& parts, const std::vector<QJsonObject>& requests);

/// One command with the file that it attaches, which stays only when the command is done.
Answer carryOutWithFile(StoreParts& parts, const QJsonObject& request, FileCopy& copy);

}
