#include "db/chain_links.h"

#include "db/hashing.h"
#include "db/remains.h"
#include "db/torn_chain.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// So many records in a row that lie on torn pages end the search for more.
constexpr int mostTornRecords = 256;

}

ChainLinks::ChainLinks(Database& from) : m_from(from)
{
    readWhatCan([&] { m_desks = knownDesks(from); });
}

std::optional<ChainLink> ChainLinks::of(const DeskId& desk, qint64 seq, const QByteArray& digest)
{
    for (const KnownDesk& known : m_desks)
        if (known.desk == desk) {
            std::optional<ChainLink> link;
            if (readWhatCan([&] { link = read(known.id, seq, digest); }) && link)
                return link;
            return workedOut(desk, seq);
        }
    return {};
}

std::optional<ChainLink> ChainLinks::read(qint64 desk, qint64 seq, const QByteArray& digest) const
{
    Rows rows = select(m_from,
        u"SELECT chain, signature FROM chain WHERE desk = ? AND seq = ? AND digest = ?"_s,
        {desk, seq, digest});
    if (!rows.next())
        return {};
    return ChainLink{rows.bytes(0), rows.value(1)};
}

std::optional<ChainLink> ChainLinks::workedOut(const DeskId& desk, qint64 seq)
{
    if (!std::exchange(m_torn, true))
        readDigests();
    const auto links = m_links.find(desk);
    if (links == m_links.end())
        return {};
    const auto link = links->second.find(seq);
    if (link == links->second.end())
        return {};
    return ChainLink{toBytes(link->second), {}};
}

// Every header that can be found tells its desk, its number and so its digest.
void ChainLinks::readDigests()
{
    qint64 after = -1;
    for (int torn = 0; torn < mostTornRecords;) {
        const bool read = readWhatCan([&] {
            Rows rows = select(m_from,
                u"SELECT place, envelope FROM header WHERE place > ? ORDER BY place"_s, {after});
            while (rows.next()) {
                torn = 0;
                after = rows.number(0);
                if (const auto envelope = readEnvelope(rows.bytes(1)))
                    m_digests[envelope->event.desk][envelope->event.seq] = hash(rows.bytes(1));
            }
        });
        if (read)
            break;
        after = firstPlace((std::max<qint64>(after, 0) >> placeBits) + 1) - 1;
        ++torn;
    }
    for (const KnownDesk& desk : m_desks)
        m_links[desk.desk] = linksOf(desk);
}

// What can be read stands; each after it follows from the one before and the event's digest.
ChainLinks::Links ChainLinks::linksOf(const KnownDesk& desk) const
{
    Links links{{0, Digest{}}};
    for (const ChainPlace& place : placesDespiteDamage(m_from, desk, false)) {
        const ChainEntry entry = entryDespiteDamage(m_from, place);
        if (const auto chain = digestFrom(entry.chain); entry.linkRead && chain)
            links.emplace(place.seq, *chain);
    }
    const auto digests = m_digests.find(desk.desk);
    if (digests == m_digests.end())
        return links;
    for (const auto& [seq, digest] : digests->second)
        if (const auto before = links.find(seq - 1); before != links.end() && !links.contains(seq))
            links.emplace(seq, hash(chainBytes(before->second, digest)));
    return links;
}

}
