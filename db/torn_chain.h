#pragma once

#include "db/chain_walk.h"

namespace db {

/// One place in a desk's chain: its number and the row, 0 when the row cannot be found.
struct ChainPlace {
    qint64 seq = 0;
    qint64 n = 0;

    bool operator<(const ChainPlace& other) const
    {
        return seq != other.seq ? seq < other.seq : n < other.n;
    }
};

/// Every place of a desk's chain that can be told when pages of it are torn, in order. In a chain
/// `withoutGaps` a number that is nowhere found is one whose page is torn.
std::vector<ChainPlace> placesDespiteDamage(
    Database& database, const KnownDesk& desk, bool withoutGaps);

/// What can be read of it; never throws but Fault::Stopped.
ChainEntry entryDespiteDamage(Database& database, const ChainPlace& place);

}
