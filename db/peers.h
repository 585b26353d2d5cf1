#pragma once

#include "core/exchange/trust.h"
#include "db/store_parts.h"

#include <QSet>

namespace db {

// What other desks say that they have: local, from their newest bundle.

/// What one of them, or all of several, are known to have.
class Acknowledged {
public:
    /// What every one of `peers` has.
    Acknowledged(Database& database, const std::vector<core::DeskId>& peers);

    bool has(const core::Head& head) const; ///< this very event is the end of what they have
    /// The newest event of the author that they all have, if this store has it too; 0 for none.
    qint64 upTo(Database& database, qint64 deskRow, const core::DeskId& author) const;

private:
    std::map<core::DeskId, std::vector<core::Head>> m_heads; ///< that all of them named
};

/// What a bundle says that its sender has and wants.
struct PeerState {
    core::DeskId peer;
    qint64 seq = 0;
    core::Instant made;
    std::vector<core::Head> heads;
    QStringList wanted;
};
/// Whether a bundle is older than one read before: its sender's newest event came to be known here
/// before the one named last. A store that was put back goes on with lower numbers.
bool isOlder(Database& database, const PeerState& state);
void storePeer(Database& database, const PeerState& state);
QSet<QString> wantedBy(Database& database, const std::vector<core::DeskId>& peers);

/// The newest event of each desk up to which nothing is missing here; of each branch of a fork.
std::vector<core::Head> ownHeads(Database& database, const KnownDesk& desk);

/// What is said to be here of a desk. Of one whose entries are wanted `whole`, nothing from the
/// first on that is here by its digest alone: of one that this desk was before it was lost when the
/// store was put back, of a colleague's it came by way of another service. Others hold it.
std::vector<core::Head> headsToAcknowledge(Database& database, const KnownDesk& desk, bool whole);

/// Hashes of attached files that records name and that are not here.
QStringList filesAwaited(const StoreParts& parts);

}
