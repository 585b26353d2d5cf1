#include "app/cli/bench/raw_copy.h"

#include "core/rows/row.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

/// A table's rows with the statement that inserts them.
struct Table {
    QByteArray name;
    RawRows rows;

    QByteArray insert() const
    {
        return "INSERT INTO \"" + name + "\" VALUES (?"
            + QByteArray(", ?").repeated(static_cast<qsizetype>(rows.columns()) - 1) + ')';
    }
};

void copySchema(const QByteArray& from, RawStore& to)
{
    to.run("ATTACH '" + from + "' AS source");
    std::vector<QByteArray> statements;
    {
        RawStatement schema(to.handle(),
            "SELECT sql FROM source.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
            " AND name NOT LIKE 'search!_%' ESCAPE '!' OR name IN ('search_text',"
            " 'search_text_by_subject', 'search_new', 'search_indexed') ORDER BY "
            "type = 'trigger', type = 'index'");
        while (schema.next())
            statements.push_back(schema.text(0));
    }
    to.run("DETACH source");
    for (const QByteArray& sql : statements)
        to.run(sql);
}

void insertAll(RawStore& store, const std::vector<Table>& tables, Index index)
{
    store.run("BEGIN IMMEDIATE");
    for (const Table& table : tables)
        table.rows.insertInto(store, table.insert());
    store.run(index == Index::AtOnce
            ? "INSERT INTO search (search) VALUES ('rebuild')"
            : "INSERT INTO search (rowid, text) SELECT id, text FROM search_text ORDER BY id");
    store.run("COMMIT");
}

}

QList<QByteArray> derivedTables()
{
    QList<QByteArray> names{"search_text"};
    for (const char* name : core::words<core::ReadTable>)
        names.append(name);
    return names;
}

QList<QByteArray> journalTables()
{
    return {"desk", "subject", "header", "body", "chain"};
}

RawCopy copyRaw(
    const QString& path, const QDir& folder, const QList<QByteArray>& tables, Index index)
{
    RawStore from(path);
    std::vector<Table> copied;
    RawCopy result;
    for (const QByteArray& name : tables) {
        copied.push_back({name, RawRows(from, "SELECT * FROM \"" + name + '"')});
        result.rows += static_cast<double>(copied.back().rows.count());
    }
    const QString beside = folder.filePath(u"raw-copy.db"_s);
    for (const auto& ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(beside + ending);
    RawStore to(beside);
    copySchema(QFile::encodeName(path), to);
    result.effort = measure([&] { insertAll(to, copied, index); });
    return result;
}

}
