#pragma once

#include "db/chain_links.h"
#include "db/store_parts.h"

namespace db {

/// One event as it lies in a file.
struct CopiedEvent {
    QByteArray digest;
    QByteArray envelope;
    QByteArray blind;
    core::Event event;
};

/// A record's events as far as they can be read and match their digests.
struct CopiedRecord {
    core::Subject subject;
    std::vector<CopiedEvent> events;
    bool whole = true; ///< nothing of it is missing

    /// What they fold to.
    core::AnyRecord folded() const;
};
CopiedRecord copyOf(Database& from, const core::Subject& subject);

/// Writes them with their places in their desks' chains into a store that does not have them;
/// inside a Write of that store. False when some are left behind.
bool carryOver(const CopiedRecord& copied, ChainLinks& links, StoreParts& to);

}
