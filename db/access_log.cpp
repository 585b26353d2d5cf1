#include "db/access_log.h"

#include "db/hashing.h"
#include "db/store_parts.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace db {

namespace {

QByteArray linkOf(const QByteArray& previous, const Accessed& accessed)
{
    Hasher hasher;
    hasher.add("dutydesk.access");
    hasher.add(previous);
    hasher.add(QByteArray::number(core::toMillis(accessed.at)));
    hasher.add(accessed.user.toUtf8());
    hasher.add(accessed.did.toUtf8());
    hasher.add(accessed.what.toUtf8());
    return core::toBytes(hasher.finish());
}

Accessed readLine(const Rows& rows)
{
    return {core::fromMillis(rows.number(0)), rows.text(1), rows.text(2), rows.text(3)};
}

}

void logAccess(const Store& store, const Accessed& accessed)
{
    StoreParts& parts = store.parts();
    refuseReadOnly(parts);
    Write write(parts);
    QByteArray last;
    if (Rows rows = select(*parts.database, u"SELECT chain FROM access ORDER BY n DESC LIMIT 1"_s);
        rows.next())
        last = rows.bytes(0);
    run(*parts.database,
        u"INSERT INTO access (at, user, did, what, chain) VALUES (?, ?, ?, ?, ?)"_s,
        {core::toMillis(accessed.at), someText(accessed.user), someText(accessed.did),
            someText(accessed.what), linkOf(last, accessed)});
    write.commit();
}

std::vector<Accessed> accesses(const Store& store, int limit)
{
    std::vector<Accessed> lines;
    Rows rows = select(*store.parts().database,
        u"SELECT at, user, did, what FROM access ORDER BY n DESC LIMIT ?"_s, {limit});
    while (rows.next())
        lines.push_back(readLine(rows));
    return lines;
}

std::optional<qint64> brokenAccess(const Store& store)
{
    QByteArray last;
    qint64 expected = 1;
    Rows rows = select(
        *store.parts().database, u"SELECT at, user, did, what, chain, n FROM access ORDER BY n"_s);
    while (rows.next()) {
        const QByteArray link = linkOf(std::exchange(last, rows.bytes(4)), readLine(rows));
        if (link != last || rows.number(5) != expected++)
            return rows.number(5);
    }
    return {};
}

}
