#include "db/torn_chain.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

template <typename Take>
bool readUntilTorn(
    Database& database, const QString& sql, const QVariantList& values, const Take& take)
{
    try {
        Rows rows = select(database, sql, values);
        while (rows.next())
            take(rows);
        return true;
    } catch (const Error& error) {
        if (error.fault() == Fault::Stopped)
            throw;
        return false;
    }
}

// From both ends, by the index and by the table: a torn page hides what lies behind it on one way.
std::set<ChainPlace> placesFound(Database& database, const KnownDesk& desk)
{
    std::set<ChainPlace> found;
    const auto take = [&](const Rows& rows) { found.insert({rows.number(0), rows.number(1)}); };
    for (const char16_t* way :
        {u"SELECT seq, n FROM chain INDEXED BY chain_by_seq WHERE desk = ? ORDER BY seq, n",
            u"SELECT seq, n FROM chain INDEXED BY chain_by_seq WHERE desk = ?"
            " ORDER BY seq DESC, n DESC",
            u"SELECT seq, n FROM chain NOT INDEXED WHERE desk = ? ORDER BY n",
            u"SELECT seq, n FROM chain NOT INDEXED WHERE desk = ? ORDER BY n DESC"})
        readUntilTorn(database, QString::fromUtf16(way), {desk.id}, take);
    return found;
}

void addMissing(std::set<ChainPlace>& places)
{
    std::vector<ChainPlace> missing;
    qint64 next = 1;
    for (const ChainPlace& place : places) {
        for (; next < place.seq; ++next)
            missing.push_back({next, 0});
        next = place.seq + 1;
    }
    places.insert(missing.begin(), missing.end());
}

bool readLink(Database& database, qint64 n, ChainEntry& entry, qint64& place)
{
    bool found = false;
    const bool read = readUntilTorn(database,
        u"SELECT digest, chain, signature, place FROM chain WHERE n = ?"_s, {n},
        [&](const Rows& rows) {
            found = true;
            entry.digest = rows.bytes(0);
            entry.chain = rows.bytes(1);
            entry.signature = rows.isNull(2) ? QByteArray() : rows.bytes(2);
            entry.placed = !rows.isNull(3);
            place = rows.number(3);
        });
    return read && found;
}

bool readHeader(Database& database, qint64 place, ChainEntry& entry)
{
    return readUntilTorn(database, u"SELECT digest, envelope FROM header WHERE place = ?"_s,
        {place}, [&](const Rows& rows) {
            entry.headerDigest = rows.bytes(0);
            entry.envelope = rows.bytes(1);
        });
}

bool readBody(Database& database, qint64 place, ChainEntry& entry)
{
    return readUntilTorn(database,
        u"SELECT blind, evidence, late_reason, payload FROM body WHERE place = ?"_s, {place},
        [&](const Rows& rows) {
            entry.blind = rows.bytes(0);
            entry.evidence = rows.text(1);
            entry.lateReason = rows.text(2);
            entry.payload = rows.bytes(3);
        });
}

bool readSubject(Database& database, qint64 place, ChainEntry& entry)
{
    return readUntilTorn(database, u"SELECT uuid FROM subject WHERE id = ?"_s, {place >> placeBits},
        [&](const Rows& rows) { entry.subject = rows.bytes(0); });
}

}

std::vector<ChainPlace> placesDespiteDamage(
    Database& database, const KnownDesk& desk, bool withoutGaps)
{
    std::set<ChainPlace> places = placesFound(database, desk);
    if (withoutGaps)
        addMissing(places);
    return {places.begin(), places.end()};
}

ChainEntry entryDespiteDamage(Database& database, const ChainPlace& at)
{
    ChainEntry entry;
    entry.seq = at.seq;
    qint64 place = 0;
    entry.linkRead = at.n != 0 && readLink(database, at.n, entry, place);
    if (!entry.linkRead)
        entry.unreadable = u"cannot be read: its place in the chain lies on a torn page"_s;
    else if (!entry.placed)
        return entry;
    else if (!readHeader(database, place, entry))
        entry.unreadable = u"cannot be read: its header lies on a torn page"_s;
    else if (!readBody(database, place, entry))
        entry.unreadable = u"cannot be read: what it says lies on a torn page"_s;
    else if (!readSubject(database, place, entry))
        entry.unreadable = u"cannot be placed: the list of records is torn"_s;
    return entry;
}

}
