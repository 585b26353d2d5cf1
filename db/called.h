#pragma once

#include "db/sql.h"

#include <QUuid>

namespace db {

/// What people call a record or a part of one by: a reference, a login, a window's name.
struct Called {
    qint64 subject = 0; ///< row of the record
    QUuid key; ///< of the record, or of its part
};

/// What has that name here; a reference also where it is written in small letters. Throws
/// core::SeveralCalledSo when it is more than one: desks that did not know of each other may have
/// named two things alike.
std::optional<Called> called(Database& database, const QString& name);

}
