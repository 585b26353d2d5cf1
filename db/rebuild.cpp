#include "db/rebuild.h"

#include "db/hashing.h"
#include "db/read_tables.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

void foldSubject(Database& database, qint64 subject, std::vector<Event> events)
{
    const SubjectKind kind = events.front().subject.kind;
    writeAll(database, subject, derivedFrom(fold(kind, std::move(events))));
}

// One pass over the journal in the order of its places: a record's events follow each other.
void foldAll(Database& database, const Progress& progress)
{
    const qint64 total = number(database, u"SELECT count(*) FROM chain"_s);
    qint64 done = 0;
    qint64 subject = 0;
    std::vector<Event> events;
    Rows rows = select(database,
        u"SELECT h.place, h.digest, h.envelope, b.evidence, b.late_reason, b.payload"
        " FROM header h LEFT JOIN body b ON b.place = h.place ORDER BY h.place"_s);
    while (rows.next()) {
        const qint64 next = rows.number(0) >> placeBits;
        if (next != subject && !events.empty()) {
            done += static_cast<qint64>(events.size());
            foldSubject(database, subject, std::exchange(events, {}));
            if (progress && !progress(done, total))
                throw Error(Fault::Invalid, u"The rebuild was stopped."_s,
                    u"The store is as it was; start it again when there is time."_s);
        }
        subject = next;
        events.push_back(readEvent(rows, 1));
    }
    if (!events.empty())
        foldSubject(database, subject, std::move(events));
}

void addValue(Hasher& hasher, const Rows& rows, int column)
{
    hasher.add(rows.isNull(column) ? QByteArray("\0", 1) : rows.text(column).toUtf8());
}

// By the records' own identifiers: the nested walk follows the indices and sorts nothing.
void addTable(Hasher& hasher, Database& database, const QString& table, const QString& columns,
    const QString& order)
{
    hasher.add(table.toUtf8());
    Rows rows = select(database,
        u"SELECT hex(s.uuid), s.kind, %1 FROM subject s CROSS JOIN \"%2\" t ON t.subject = s.id"
        " ORDER BY s.uuid, s.kind, %3"_s.arg(columns, table, order));
    const int count = rows.columns();
    while (rows.next())
        for (int column = 0; column < count; ++column)
            addValue(hasher, rows, column);
}

}

void rebuildRows(StoreParts& parts, const Progress& progress)
{
    refuseReadOnly(parts);
    Write write(parts);
    clearReadTables(*parts.database);
    foldAll(*parts.database, progress);
    rebuildSearch(*parts.database);
    setMeta(*parts.database, u"rows"_s, rowsVersion);
    write.commit();
    parts.records->clear();
}

QByteArray rebuild(Store& store, const Progress& progress)
{
    rebuildRows(store.parts(), progress);
    return digestOfRows(store);
}

QByteArray digestOfRows(const Store& store)
{
    Database& database = *store.parts().database;
    const Transaction snapshot(database, Begin::Read);
    Hasher hasher;
    for (const char* name : words<ReadTable>) {
        QString columns = u"t.key"_s;
        for (const Column& column : columnsOf(*fromWord<ReadTable>(QString::fromLatin1(name))))
            columns += u", t."_s + QString::fromLatin1(column.name);
        addTable(hasher, database, QString::fromLatin1(name), columns, u"t.key"_s);
    }
    addTable(
        hasher, database, u"search_text"_s, u"t.key, t.kind, t.text"_s, u"t.key, t.kind, t.text"_s);
    return toBytes(hasher.finish());
}

}
