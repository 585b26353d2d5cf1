#pragma once

#include "db/lists.h"

namespace cli {

/// Rows as db::list() has them; of SITREPs that two desks issued for one period one counts, the
/// others name it as what superseded them, and `list conflicts` names them all. HO-3.10
std::vector<QJsonObject> listed(const db::Store& store, const db::Query& query);

}
