#include "db/hashing.h"
#include "db/store_open.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

[[noreturn]] void damaged(const StoreParts& parts, const QString& what)
{
    throw damagedStore(
        u"The store is damaged: the newest event of “%1” %2."_s.arg(parts.deskName, what),
        u"It is not written to any more. Start a fresh store beside it and go on recording; "
        u"the two are merged later."_s);
}

void checkEvent(StoreParts& parts, const Rows& rows, qint64 seq)
{
    const auto digest = digestFrom(rows.bytes(1));
    const auto envelope = readEnvelope(rows.bytes(4));
    if (!digest || !envelope || hash(rows.bytes(4)) != *digest || envelope->event.seq != seq)
        damaged(parts, u"does not match its digest"_s);
    if (rows.isNull(5))
        return; // erased
    NewEvent body;
    body.evidence = rows.text(6);
    body.lateReason = rows.text(7);
    body.payload = rows.bytes(8);
    if (blindHash(bodyBytes(body), rows.bytes(5)) != envelope->body)
        damaged(parts, u"does not match what it says"_s);
}

}

Head headOf(Database& database, const DeskId& desk)
{
    Rows rows = select(database,
        u"SELECT seq, chain FROM chain WHERE desk = (SELECT id FROM desk WHERE desk = ?)"
        " ORDER BY seq DESC LIMIT 1"_s,
        {deskBytes(desk)});
    if (!rows.next())
        return {desk, 0, {}};
    return {desk, rows.number(0), digestFrom(rows.bytes(1)).value_or(Digest{})};
}

void checkOwnHead(StoreParts& parts)
{
    Rows rows = select(*parts.database,
        u"SELECT c.seq, c.digest, c.chain, c.signature, h.envelope, b.blind, b.evidence,"
        " b.late_reason, b.payload, d.signing_key FROM desk d JOIN chain c ON c.desk = d.id"
        " LEFT JOIN header h ON h.place = c.place LEFT JOIN body b ON b.place = c.place"
        " WHERE d.desk = ? ORDER BY c.seq DESC LIMIT 2"_s,
        {deskBytes(parts.desk)});
    if (!rows.next())
        damaged(parts, u"is missing"_s);
    const Head head{parts.desk, rows.number(0), digestFrom(rows.bytes(2)).value_or(Digest{})};
    const Digest digest = digestFrom(rows.bytes(1)).value_or(Digest{});
    const QByteArray signingKey = rows.bytes(9);
    checkEvent(parts, rows, head.seq);
    if (deskIdOf(signingKey) != parts.desk || !isSignedBy(signingKey, head, rows.bytes(3)))
        damaged(parts, u"does not match its signature"_s);
    const Digest previous = rows.next() ? digestFrom(rows.bytes(2)).value_or(Digest{}) : Digest{};
    if (hash(chainBytes(previous, digest)) != head.chain)
        damaged(parts, u"is not chained to the one before"_s);
}

}
