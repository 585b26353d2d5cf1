#include "db/read_tables.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// The words' row id is the time at which they were written, so that newest first is the index's own
// order; this many can share a millisecond before the next one is used.
constexpr int idBits = 10;

// FTS5 itself gathers a megabyte of terms before it writes, which is about as many words.
constexpr qsizetype mostWordsAtOnce = 1 << 18;

// To put one text into the index writes as many pages as to put in these.
constexpr qint64 mostUnindexed = 64;

QString quoted(ReadTable table)
{
    return u'"' + word(table) + u'"';
}

const QString& insertSql(ReadTable table)
{
    static const auto all = [] {
        std::vector<QString> statements;
        for (const char* name : words<ReadTable>) {
            const ReadTable each = *fromWord<ReadTable>(QString::fromLatin1(name));
            QString columns = u"subject, key"_s;
            QString marks = u"?, ?"_s;
            for (const Column& column : columnsOf(each)) {
                columns += u", "_s + QString::fromLatin1(column.name);
                marks += u", ?"_s;
            }
            statements.push_back(
                u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(quoted(each), columns, marks));
        }
        return statements;
    }();
    return all[static_cast<std::size_t>(table)];
}

void deleteRow(Database& database, qint64 subject, const Row& row)
{
    run(database, u"DELETE FROM %1 WHERE subject = ? AND key = ?"_s.arg(quoted(row.table)),
        {subject, row.key});
}

// Only the columns that changed, so that no index over the others is touched.
void updateRow(Database& database, qint64 subject, const Row& before, const Row& after)
{
    const std::vector<Column>& columns = columnsOf(after.table);
    QStringList sets;
    QVariantList values;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (before.values[i] == after.values[i])
            continue;
        sets.append(QString::fromLatin1(columns[i].name) + u" = ?"_s);
        values.append(after.values[i]);
    }
    if (sets.isEmpty())
        return;
    values.append(subject);
    values.append(after.key);
    run(database,
        u"UPDATE %1 SET %2 WHERE subject = ? AND key = ?"_s.arg(
            quoted(after.table), sets.join(u", ")),
        values);
}

constexpr const char16_t* insertTextSql
    = u"INSERT INTO search_text (id, subject, key, kind, text) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT (id) DO NOTHING";

/// What the columns of search_text hold of one text.
struct TextBytes {
    explicit TextBytes(const SearchText& text)
        : key(text.key.toUtf8())
        , kind(text.kind.toUtf8())
        , words(text.text.toUtf8())
    {
    }
    bool addAt(Repeated& insert, qint64 id, qint64 subject) const
    {
        insert.run(id, subject, Utf8{key}, Utf8{kind}, Utf8{words});
        return insert.affected() == 1;
    }

    QByteArray key;
    QByteArray kind;
    QByteArray words;
};

// Somewhere in its millisecond, where nothing else is likely to be; else after all that is there.
IndexedWords addTextWith(
    Repeated& insert, Database& database, qint64 subject, const SearchText& text)
{
    const TextBytes bytes(text);
    const qint64 first = toMillis(text.at) << idBits;
    const auto spread = static_cast<qint64>(qHash(text.key, qHash(text.kind)) ^ qHash(subject));
    const qint64 likely = first + (spread & ((1LL << idBits) - 1));
    if (bytes.addAt(insert, likely, subject))
        return {likely, bytes.words};
    const qint64 next
        = number(database, u"SELECT max(id) FROM search_text WHERE id >= ? AND id < ?"_s,
              {first, first + (1LL << (idBits + 10))})
        + 1;
    bytes.addAt(insert, next, subject);
    return {next, bytes.words};
}

void removeText(Database& database, qint64 subject, const SearchText& text)
{
    const qint64 id = number(database,
        u"SELECT id FROM search_text WHERE subject = ? AND key = ? AND kind = ? AND text = ?"_s,
        {subject, someText(text.key), text.kind, text.text});
    if (id == 0)
        return;
    if (run(database, u"DELETE FROM search_new WHERE id = ?"_s, {id}) == 0)
        run(database, u"INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)"_s,
            {id, text.text});
    run(database, u"DELETE FROM search_text WHERE id = ?"_s, {id});
}

QStringList schemaSql(Database& database, const QString& type, const QString& table)
{
    QStringList statements;
    Rows rows = select(database,
        u"SELECT sql FROM sqlite_schema WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL"_s,
        {type, table});
    while (rows.next())
        statements.append(rows.text(0));
    return statements;
}

// Walks two sorted lists side by side; `same` is told of a pair, the others of what has no partner.
template <typename T, typename Order, typename Gone, typename New, typename Same>
void compare(const std::vector<T>& before, const std::vector<T>& after, const Order& order,
    const std::tuple<Gone, New, Same>& tell)
{
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && order(*old) < order(*now)))
            std::get<0>(tell)(*old++);
        else if (old == before.end() || order(*now) < order(*old))
            std::get<1>(tell)(*now++);
        else
            std::get<2>(tell)(*old++, *now++);
    }
}

}

static void bring(Database& database, qint64 subject,
    const std::pair<Derived, Derived>& beforeAndAfter,
    const std::pair<std::function<void(const Row&)>, std::function<void(const SearchText&)>>& add)
{
    const auto& [before, after] = beforeAndAfter;
    compare(
        before.rows, after.rows, [](const Row& row) { return std::tie(row.table, row.key); },
        std::tuple([&](const Row& gone) { deleteRow(database, subject, gone); }, add.first,
            [&](const Row& old, const Row& now) {
                if (old.values != now.values)
                    updateRow(database, subject, old, now);
            }));
    compare(
        before.texts, after.texts,
        [](const SearchText& each) { return std::tie(each.key, each.kind, each.text); },
        std::tuple([&](const SearchText& gone) { removeText(database, subject, gone); }, add.second,
            [](const SearchText&, const SearchText&) {}));
}

void writeChanges(
    Database& database, qint64 subject, const std::pair<Derived, Derived>& beforeAndAfter)
{
    bring(database, subject, beforeAndAfter,
        {[&](const Row& row) {
             run(database, insertSql(row.table), {subject, row.key}, row.values);
         },
            [&](const SearchText& text) {
                Repeated insert(database, QString::fromUtf16(insertTextSql));
                run(database, u"INSERT INTO search_new (id) VALUES (?)"_s,
                    {addTextWith(insert, database, subject, text).id});
            }});
}

ManyChanges::ManyChanges(Database& database)
    : m_database(database)
    , m_inserts(std::size(words<ReadTable>))
    , m_insertText(database, QString::fromUtf16(insertTextSql))
{
}

ManyChanges::~ManyChanges() = default;

void ManyChanges::insertRow(qint64 subject, const Row& row)
{
    auto& insert = m_inserts.at(static_cast<std::size_t>(row.table));
    if (!insert)
        insert = std::make_unique<Repeated>(m_database, insertSql(row.table));
    insert->run(subject, row.key, row.values);
}

void ManyChanges::write(qint64 subject, const std::pair<Derived, Derived>& beforeAndAfter)
{
    bring(m_database, subject, beforeAndAfter,
        {[&](const Row& row) { insertRow(subject, row); },
            [&](const SearchText& text) {
                m_words.push_back(addTextWith(m_insertText, m_database, subject, text));
                m_bytesOfWords += m_words.back().words.size();
            }});
    if (m_bytesOfWords >= mostWordsAtOnce)
        finish();
}

void ManyChanges::add(qint64 subject, const Derived& derived)
{
    for (const Row& row : derived.rows)
        insertRow(subject, row);
    for (const SearchText& text : derived.texts)
        addTextWith(m_insertText, m_database, subject, text);
}

// FTS5 writes what it gathered to the file whenever a row id is lower than the one before, and with
// each statement that might be undone alone, as an INSERT from a SELECT.
void ManyChanges::finish()
{
    std::sort(m_words.begin(), m_words.end(),
        [](const IndexedWords& a, const IndexedWords& b) { return a.id < b.id; });
    Repeated index(m_database, u"INSERT INTO search (rowid, text) VALUES (?, ?)"_s);
    for (const IndexedWords& each : m_words)
        index.run(each.id, Utf8{each.words});
    m_words.clear();
    m_bytesOfWords = 0;
}

void indexNewest(Database& database)
{
    if (number(database, u"SELECT count(*) FROM search_new"_s) < mostUnindexed)
        return;
    run(database,
        u"INSERT INTO search (rowid, text) SELECT id, text FROM search_text"
        " WHERE id IN (SELECT id FROM search_new)"_s);
    run(database, u"DELETE FROM search_new"_s);
}

// Rows come record by record: such an index only grows at its end. To make it afterwards would sort
// a row of each text in memory, where nothing of the store is written beside it.
static bool growsAtItsEnd(const QString& index)
{
    return index.contains(u"(subject)") && !index.contains(u" WHERE ");
}

// Dropped, not deleted from: with foreign keys a table is emptied row by row.
QStringList emptyReadTables(Database& database)
{
    run(database, u"INSERT INTO search (search) VALUES ('delete-all')"_s);
    run(database, u"DELETE FROM search_new"_s);
    QStringList names{u"search_text"_s};
    for (const char* name : words<ReadTable>)
        names.append(QString::fromLatin1(name));
    QStringList indices;
    for (const QString& name : names) {
        const QString table = schemaSql(database, u"table"_s, name).value(0);
        const QStringList all = schemaSql(database, u"index"_s, name);
        run(database, u"DROP TABLE \"%1\""_s.arg(name));
        run(database, table);
        for (const QString& index : all)
            if (growsAtItsEnd(index))
                run(database, index);
            else
                indices.append(index);
    }
    return indices;
}

Instant writtenAt(qint64 searchId)
{
    return fromMillis(searchId >> idBits);
}

// Some texts at a time: one statement for all keeps in memory what every page held that was freed
// before it in the same transaction.
void rebuildSearch(Database& database)
{
    constexpr int textsAtOnce = 20'000;
    run(database, u"INSERT INTO search (search) VALUES ('delete-all')"_s);
    for (qint64 last = std::numeric_limits<qint64>::min();;) {
        const qint64 upTo = number(database,
            u"SELECT max(id) FROM (SELECT id FROM search_text WHERE id > ? ORDER BY id LIMIT ?)"_s,
            {last, textsAtOnce}, last);
        if (upTo == last)
            return;
        run(database,
            u"INSERT INTO search (rowid, text) SELECT id, text FROM search_text"
            " WHERE id > ? AND id <= ? ORDER BY id"_s,
            {last, upTo});
        last = upTo;
    }
}

}
