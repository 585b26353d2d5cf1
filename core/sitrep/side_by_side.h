#pragma once

#include "core/conflict/case_conflicts.h"
#include "core/records.h"

#include <QJsonObject>

namespace core {

struct Profile;

using Sitreps = std::vector<std::shared_ptr<const Sitrep>>;

/// What conflict.settle is told of two SITREPs of one period. HO-3.10
QString sitrepPeriodField();

/// Those of one period, `all` being what is known of it, none of which took the place of another:
/// two desks issued them without having seen each other's. The last counts, as one that is issued
/// again does: by the time of issue, then by number. HO-3.10
Sitreps sideBySide(const Sitrep& sitrep, const Sitreps& all);
Sitreps sideBySide(const Sitrep& sitrep, const Records& records, const Profile& profile);

/// The SITREP as whoever knows all of its period judges it: of those side by side one counts and
/// every other is superseded by it, on each desk alike. HO-3.10
Sitrep judged(const Sitrep& sitrep, const Records& records, const Profile& profile);

/// What stands open between them until one is settled on; none where one alone is left. INV-10
std::optional<Conflict> conflictBetween(const Sitreps& beside);

/// Those of all periods, each on the SITREP that counts until then; `rows` are of the read table
/// of SITREPs, with key, starts and ends.
std::vector<InConflict> sitrepConflicts(
    const std::vector<QJsonObject>& rows, const Records& records, const Profile& profile);

}
