#pragma once

#include "db/journal.h"

#include <map>
#include <optional>

namespace db {

/// An event's place in its desk's chain.
struct ChainLink {
    QByteArray chain;
    QVariant signature; ///< null: none, or it cannot be read
};

/// The links of a damaged store's chains. One whose page is torn is worked out anew from the one
/// before it and the digests of the events between, if those can be read.
class ChainLinks {
public:
    explicit ChainLinks(Database& from);

    const std::vector<KnownDesk>& desks() const { return m_desks; }
    std::optional<ChainLink> of(const core::DeskId& desk, qint64 seq, const QByteArray& digest);

private:
    using Links = std::map<qint64, core::Digest>; ///< by number

    std::optional<ChainLink> read(qint64 desk, qint64 seq, const QByteArray& digest) const;
    std::optional<ChainLink> workedOut(const core::DeskId& desk, qint64 seq);
    void readDigests();
    Links linksOf(const KnownDesk& desk) const;

    Database& m_from;
    std::vector<KnownDesk> m_desks;
    bool m_torn = false; ///< some link could not be read
    std::map<core::DeskId, std::map<qint64, core::Digest>> m_digests; ///< of events, by number
    std::map<core::DeskId, Links> m_links;
};

}
