#pragma once

#include "core/casework/case.h"

namespace core {

/// The part by which the clock of a record's conflict about `field` is named.
PartId conflictPart(const QUuid& record, const QString& field);

/// What two desks disagree about and does not count until it is settled: due at once, on every desk
/// that has the case. HO-3.6.
std::vector<Deadline> conflictDeadlines(const Case& record);

}
