#include "db/carry_over.h"

#include "db/hashing.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

struct Copied {
    QByteArray digest;
    QByteArray envelope;
    QByteArray blind;
    QString evidence;
    QString lateReason;
    QByteArray payload;
    Envelope read;
};

std::optional<Copied> readCopied(const Rows& rows)
{
    Copied copied{
        rows.bytes(0), rows.bytes(1), rows.bytes(2), rows.text(3), rows.text(4), rows.bytes(5), {}};
    auto envelope = readEnvelope(copied.envelope);
    if (!envelope || toBytes(hash(copied.envelope)) != copied.digest)
        return {};
    NewEvent body;
    body.evidence = copied.evidence;
    body.lateReason = copied.lateReason;
    body.payload = copied.payload;
    if (blindHash(bodyBytes(body), copied.blind) != envelope->body)
        return {};
    copied.read = std::move(*envelope);
    return copied;
}

struct Link {
    QByteArray chain;
    QVariant signature;
};

std::optional<Link> linkOf(Database& from, const Copied& copied)
{
    Rows rows = select(from,
        u"SELECT c.chain, c.signature FROM chain c JOIN desk d ON d.id = c.desk"
        " WHERE d.desk = ? AND c.seq = ? AND c.digest = ?"_s,
        {deskBytes(copied.read.event.desk), copied.read.event.seq, copied.digest});
    if (!rows.next())
        return {};
    return Link{rows.bytes(0), rows.value(1)};
}

qint64 deskIn(Database& to, Database& from, const DeskId& wanted)
{
    if (const qint64 id = number(to, u"SELECT id FROM desk WHERE desk = ?"_s, {deskBytes(wanted)}))
        return id;
    for (const KnownDesk& desk : knownDesks(from))
        if (desk.desk == wanted)
            return addDesk(to, desk);
    return 0;
}

void insertCopy(Database& to, qint64 place, qint64 desk, const Copied& copied, const Link& link)
{
    run(to, u"INSERT INTO header (place, digest, envelope) VALUES (?, ?, ?)"_s,
        {place, copied.digest, copied.envelope});
    run(to,
        u"INSERT INTO body (place, blind, evidence, late_reason, payload) VALUES (?, ?, ?, ?, ?)"_s,
        {place, copied.blind, someText(copied.evidence), someText(copied.lateReason),
            copied.payload});
    run(to,
        u"INSERT INTO chain (desk, seq, digest, chain, place, signature)"
        " VALUES (?, ?, ?, ?, ?, ?)"_s,
        {desk, copied.read.event.seq, copied.digest, link.chain, place, link.signature});
}

// As far as the pages can be read: a damaged one ends it.
std::vector<Copied> readAll(Database& from, const Subject& subject, bool& whole)
{
    std::vector<Copied> all;
    try {
        const qint64 id = subjectId(from, subject);
        Rows rows = select(from,
            u"SELECT h.digest, h.envelope, b.blind, b.evidence, b.late_reason, b.payload"
            " FROM header h LEFT JOIN body b ON b.place = h.place"
            " WHERE h.place >= ? AND h.place < ? ORDER BY h.place"_s,
            {firstPlace(id), firstPlace(id + 1)});
        while (rows.next()) {
            if (auto copied = readCopied(rows))
                all.push_back(std::move(*copied));
            else
                whole = false;
        }
    } catch (const Error&) {
        whole = false;
    }
    return all;
}

}

bool carryOver(Database& from, StoreParts& to, const Subject& subject)
{
    bool whole = true;
    const std::vector<Copied> all = readAll(from, subject, whole);
    if (all.empty() || subjectId(*to.database, subject) != 0)
        return whole && !all.empty();
    const qint64 id = addSubject(*to.database, subject);
    qint64 place = firstPlace(id);
    for (const Copied& copied : all) {
        const auto link = linkOf(from, copied);
        const qint64 desk = deskIn(*to.database, from, copied.read.event.desk);
        if (link && desk != 0)
            insertCopy(*to.database, place++, desk, copied, *link);
        else
            whole = false;
    }
    return whole;
}

}
