#include "db/rebuild.h"

#include "db/ahead.h"
#include "db/hashing.h"
#include "db/read_tables.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// So many events are folded at one go: less would be spent on handing over.
constexpr std::size_t eventsInAPiece = 256;

struct RawSubject {
    qint64 id = 0;
    RawEvents events;
};
using Piece = std::vector<RawSubject>;

struct FoldedSubject {
    qint64 id = 0;
    Derived derived;
};
struct Folded {
    std::vector<FoldedSubject> subjects;
    qint64 events = 0;
};

Derived folded(const RawEvents& raw)
{
    std::vector<Event> events = raw.read();
    const SubjectKind kind = events.front().subject.kind;
    return derivedFrom(fold(kind, std::move(events)));
}

Folded foldPiece(const Piece& piece)
{
    Folded result;
    result.subjects.reserve(piece.size());
    for (const RawSubject& subject : piece) {
        result.events += static_cast<qint64>(subject.events.size());
        result.subjects.push_back({subject.id, folded(subject.events)});
    }
    return result;
}

/// Reads the journal in the order of its places, where a record's events follow each other; folds
/// on other threads; writes the rows on this one.
class Folding {
public:
    Folding(Database& database, const Progress& progress)
        : m_database(database)
        , m_progress(progress)
        , m_total(number(database, u"SELECT count(*) FROM chain"_s))
        , m_changes(database)
        , m_ahead(foldPiece)
    {
    }

    void all()
    {
        Rows rows = select(m_database,
            u"SELECT h.place, h.digest, h.envelope, b.evidence, b.late_reason, b.payload"
            " FROM header h LEFT JOIN body b ON b.place = h.place ORDER BY h.place"_s);
        while (rows.next())
            take(rows);
        m_ahead.give(std::move(m_piece));
        while (!m_ahead.empty())
            writeNext();
    }

private:
    void take(const Rows& rows)
    {
        const qint64 subject = rows.number(0) >> placeBits;
        if (m_piece.empty() || m_piece.back().id != subject) {
            if (m_inPiece >= eventsInAPiece)
                give();
            m_piece.push_back({subject, {}});
        }
        m_piece.back().events.add(rows, 1);
        ++m_inPiece;
    }

    void give()
    {
        m_ahead.give(std::exchange(m_piece, {}));
        m_inPiece = 0;
        if (m_ahead.full())
            writeNext();
    }

    void writeNext()
    {
        m_ahead.take([this](const Folded& folded) { write(folded); });
    }

    void write(const Folded& folded)
    {
        for (const FoldedSubject& each : folded.subjects)
            m_changes.add(each.id, each.derived);
        m_done += folded.events;
        if (m_progress && !m_progress(m_done, m_total))
            throw Error(Fault::Invalid, u"The rebuild was stopped."_s,
                u"The store is as it was; start it again when there is time."_s);
    }

    Database& m_database;
    const Progress& m_progress;
    qint64 m_total;
    qint64 m_done = 0;
    ManyChanges m_changes;
    Ahead<Piece, Folded> m_ahead;
    Piece m_piece;
    std::size_t m_inPiece = 0;
};

/// The sum of the digests of rows, as one long number: the order in which they come is no part of
/// it.
class SumOfRows {
public:
    void add(const Digest& row)
    {
        unsigned carry = 0;
        for (std::size_t i = m_sum.size(); i-- > 0;) {
            carry += m_sum[i] + static_cast<unsigned>(row[i]);
            m_sum[i] = static_cast<std::uint8_t>(carry);
            carry >>= 8;
        }
    }
    const Digest& sum() const { return m_sum; }

private:
    Digest m_sum{};
};

void addValue(Hasher& hasher, const Rows& rows, int column)
{
    hasher.add(rows.isNull(column) ? QByteArrayView("\0", 1) : rows.view(column));
}

// In the order in which they lie in the file: by the record's place there, which is no part of it.
void addTable(SumOfRows& sum, Database& database, const QString& table, const QString& columns)
{
    const QByteArray name = table.toUtf8();
    Rows rows = select(database,
        u"SELECT s.uuid, s.kind, %1 FROM \"%2\" t CROSS JOIN subject s ON s.id = t.subject"_s.arg(
            columns, table));
    const int count = rows.columns();
    while (rows.next()) {
        Hasher hasher;
        hasher.add(name);
        for (int column = 0; column < count; ++column)
            addValue(hasher, rows, column);
        sum.add(hasher.finish());
    }
}

}

void rebuildRows(StoreParts& parts, const Progress& progress)
{
    refuseReadOnly(parts);
    // To overwrite what a dropped table held, SQLite keeps all of it in memory until the table is
    // gone. What the read tables say stays in the journal.
    const KeepsFreedPages kept(*parts.database);
    const SureOfReferences sure(*parts.database);
    Write write(parts);
    const QStringList indices = emptyReadTables(*parts.database);
    Folding(*parts.database, progress).all();
    for (const QString& index : indices)
        run(*parts.database, index);
    rebuildSearch(*parts.database);
    setMeta(*parts.database, u"rows"_s, rowsVersion);
    write.commit();
    parts.records->clear();
}

void refold(Store& store, const Progress& progress)
{
    rebuildRows(store.parts(), progress);
}

QByteArray rebuild(Store& store, const Progress& progress)
{
    refold(store, progress);
    return digestOfRows(store);
}

QByteArray digestOfRows(const Store& store)
{
    Database& database = *store.parts().database;
    const Transaction snapshot(database, Begin::Read);
    SumOfRows sum;
    for (const char* name : words<ReadTable>) {
        QString columns = u"t.key"_s;
        for (const Column& column : columnsOf(*fromWord<ReadTable>(QString::fromLatin1(name))))
            columns += u", t."_s + QString::fromLatin1(column.name);
        addTable(sum, database, QString::fromLatin1(name), columns);
    }
    addTable(sum, database, u"search_text"_s, u"t.key, t.kind, t.text"_s);
    return toBytes(sum.sum());
}

}
