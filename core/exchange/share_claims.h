#pragma once

#include <QString>

#include <map>
#include <vector>

namespace core {

/// That a service may see a record, and which service's desk said so.
struct ShareClaim {
    QString subject; ///< "person:UUID"
    QString with; ///< service
    QString by; ///< service
};

/// Which of the claims count in a store of the service `own`: a record is shared by the service
/// that it belongs to, by one that it was shared with in turn, and by the own. `owners`: the
/// service that began each record.
std::vector<bool> claimsThatCount(const std::vector<ShareClaim>& claims,
    const std::map<QString, QString>& owners, const QString& own);

}
