#include "db/peers.h"

#include "core/casework/application/file_hash.h"
#include "db/attachments.h"
#include "db/hashing.h"

#include <QDir>

#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

std::vector<Head> acknowledgedBy(Database& database, const DeskId& peer)
{
    std::vector<Head> heads;
    Rows rows = select(database, u"SELECT author, seq, chain FROM acknowledged WHERE peer = ?"_s,
        {deskBytes(peer)});
    while (rows.next())
        heads.push_back({QString::fromLatin1(rows.bytes(0).toHex()), rows.number(1),
            digestFrom(rows.bytes(2)).value_or(Digest{})});
    return heads;
}

/// Walks along a chain that may fork or have gaps. Knows the newest signed event of each branch
/// that begins at the first event without a gap.
class Branches {
public:
    using Row = std::array<QByteArray, 3>; ///< digest, chain, signature

    /// The rows of one place in the chain; false when none of them follows the place before.
    bool add(qint64 seq, const std::vector<Row>& rows)
    {
        Open here;
        std::set<Digest> followed;
        for (const Row& row : rows)
            follow(seq, row, here, followed);
        if (here.empty())
            return false;
        for (const auto& [chain, lastSigned] : m_open)
            if (!followed.contains(chain))
                m_ended.push_back(lastSigned);
        m_open = std::move(here);
        return true;
    }

    std::vector<Head> ends() const
    {
        std::vector<Head> all = m_ended;
        for (const auto& [chain, lastSigned] : m_open)
            all.push_back(lastSigned);
        std::erase_if(all, [](const Head& head) { return head.seq == 0; });
        return all;
    }

    explicit Branches(DeskId desk) : m_desk(std::move(desk)), m_open{{Digest{}, Head{}}} { }

private:
    using Open = std::map<Digest, Head>;

    void follow(qint64 seq, const Row& row, Open& here, std::set<Digest>& followed) const
    {
        const auto& [digest, chain, signature] = row;
        const Digest end = digestFrom(chain).value_or(Digest{});
        for (const auto& [before, lastSigned] : m_open)
            if (hash(chainBytes(before, digestFrom(digest).value_or(Digest{}))) == end) {
                here[end] = signature.isEmpty() ? lastSigned : Head{m_desk, seq, end};
                followed.insert(before);
            }
    }

    DeskId m_desk;
    Open m_open;
    std::vector<Head> m_ended;
};

std::vector<Head> branchEnds(Database& database, const KnownDesk& desk)
{
    Branches branches(desk.desk);
    std::vector<Branches::Row> place;
    qint64 seq = 1;
    Rows rows = select(database,
        u"SELECT seq, digest, chain, signature FROM chain WHERE desk = ? ORDER BY seq"_s,
        {desk.id});
    while (rows.next()) {
        if (rows.number(0) != seq) {
            if (!branches.add(seq, place) || rows.number(0) != seq + 1)
                return branches.ends();
            place.clear();
            ++seq;
        }
        place.push_back({rows.bytes(1), rows.bytes(2), rows.bytes(3)});
    }
    branches.add(seq, place);
    return branches.ends();
}

}

std::vector<Head> ownHeads(Database& database, const KnownDesk& desk)
{
    Rows rows = select(database,
        u"SELECT count(*), count(DISTINCT seq), max(seq) FROM chain WHERE desk = ?"_s, {desk.id});
    rows.next();
    if (rows.number(0) != rows.number(1) || rows.number(1) != rows.number(2))
        return branchEnds(database, desk);
    Rows last = select(database,
        u"SELECT seq, chain FROM chain WHERE desk = ? ORDER BY seq DESC LIMIT 1"_s, {desk.id});
    if (!last.next())
        return {};
    return {{desk.desk, last.number(0), digestFrom(last.bytes(1)).value_or(Digest{})}};
}

std::vector<Head> headsToAcknowledge(Database& database, const KnownDesk& desk, bool whole)
{
    std::vector<Head> heads = ownHeads(database, desk);
    const qint64 lost = whole && heads.size() == 1
        ? number(
            database, u"SELECT min(seq) FROM chain WHERE desk = ? AND place IS NULL"_s, {desk.id})
        : 0;
    if (lost == 0)
        return heads;
    Rows before = select(
        database, u"SELECT chain FROM chain WHERE desk = ? AND seq = ?"_s, {desk.id, lost - 1});
    if (!before.next())
        return {};
    return {{desk.desk, lost - 1, digestFrom(before.bytes(0)).value_or(Digest{})}};
}

Acknowledged::Acknowledged(Database& database, const std::vector<DeskId>& peers)
{
    std::map<DeskId, std::vector<std::vector<Head>>> byAuthor;
    for (const DeskId& peer : peers) {
        std::map<DeskId, std::vector<Head>> said;
        for (const Head& head : acknowledgedBy(database, peer))
            said[head.desk].push_back(head);
        for (auto& [author, heads] : said)
            byAuthor[author].push_back(std::move(heads));
    }
    const auto earlier = [](const Head& a, const Head& b) { return a.seq < b.seq; };
    for (auto& [author, all] : byAuthor)
        if (all.size() == peers.size())
            m_heads[author]
                = *std::min_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
                      return earlier(*std::min_element(a.begin(), a.end(), earlier),
                          *std::min_element(b.begin(), b.end(), earlier));
                  });
}

bool Acknowledged::has(const Head& head) const
{
    const auto found = m_heads.find(head.desk);
    return found != m_heads.end()
        && std::find(found->second.begin(), found->second.end(), head) != found->second.end();
}

qint64 Acknowledged::upTo(Database& database, qint64 deskRow, const DeskId& author) const
{
    const auto found = m_heads.find(author);
    qint64 newest = 0;
    if (found == m_heads.end())
        return newest;
    for (const Head& head : found->second)
        if (number(database, u"SELECT 1 FROM chain WHERE desk = ? AND seq = ? AND chain = ?"_s,
                {deskRow, head.seq, toBytes(head.chain)}))
            newest = std::max(newest, head.seq);
    return newest;
}

bool isOlder(Database& database, const PeerState& state)
{
    const QByteArray peer = deskBytes(state.peer);
    const qint64 before = number(database,
        u"SELECT max(c.n) FROM acknowledged a CROSS JOIN chain c"
        " ON c.desk = (SELECT id FROM desk WHERE desk = a.author)"
        " AND c.seq = a.seq AND c.chain = a.chain WHERE a.peer = ? AND a.author = ?"_s,
        {peer, peer}); // in this order: a desk has acknowledged few heads, and written very much
    qint64 now = 0;
    for (const Head& head : state.heads)
        if (head.desk == state.peer)
            now = std::max(now,
                number(database,
                    u"SELECT c.n FROM chain c JOIN desk d ON d.id = c.desk"
                    " WHERE d.desk = ? AND c.seq = ? AND c.chain = ?"_s,
                    {peer, head.seq, toBytes(head.chain)}));
    if (before != 0 && now != 0)
        return now < before;
    return number(database, u"SELECT seq FROM peer WHERE desk = ?"_s, {peer}) > state.seq;
}

void storePeer(Database& database, const PeerState& state)
{
    const QByteArray peer = deskBytes(state.peer);
    run(database, u"DELETE FROM acknowledged WHERE peer = ?"_s, {peer});
    run(database, u"DELETE FROM wanted WHERE peer = ?"_s, {peer});
    run(database,
        u"INSERT INTO peer (desk, seq, made) VALUES (?, ?, ?) ON CONFLICT (desk) DO UPDATE"
        " SET seq = excluded.seq, made = iif(excluded.seq > seq, excluded.made,"
        " max(made, excluded.made))"_s,
        {peer, state.seq, toMillis(state.made)});
    for (const Head& head : state.heads)
        run(database,
            u"INSERT OR REPLACE INTO acknowledged (peer, author, chain, seq)"
            " VALUES (?, ?, ?, ?)"_s,
            {peer, deskBytes(head.desk), toBytes(head.chain), head.seq});
    for (const QString& file : state.wanted)
        run(database, u"INSERT OR REPLACE INTO wanted (peer, hash) VALUES (?, ?)"_s, {peer, file});
}

QSet<QString> wantedBy(Database& database, const std::vector<DeskId>& peers)
{
    QSet<QString> hashes;
    for (const DeskId& peer : peers) {
        Rows rows
            = select(database, u"SELECT hash FROM wanted WHERE peer = ?"_s, {deskBytes(peer)});
        while (rows.next())
            hashes.insert(rows.text(0));
    }
    return hashes;
}

QStringList filesAwaited(const StoreParts& parts)
{
    QStringList awaited;
    const QDir folder(attachmentsOf(parts.path));
    Rows rows = select(*parts.database,
        u"SELECT DISTINCT file_hash FROM document WHERE file_hash IS NOT NULL ORDER BY 1"_s);
    while (rows.next())
        if (isFileHash(rows.text(0)) && !folder.exists(rows.text(0)))
            awaited.append(rows.text(0));
    return awaited;
}

}
