#include "app/cli/bench/benches.h"
#include "app/cli/bench/raw_store.h"
#include "app/cli/bench/stopwatch.h"
#include "core/rows/row.h"
#include "db/health.h"
#include "db/store.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

/// A table's rows with the statement that inserts them.
struct Table {
    QByteArray insert;
    RawRows rows;
};

QByteArray insertInto(const QByteArray& table, int columns)
{
    return "INSERT INTO \"" + table + "\" VALUES (?" + QByteArray(", ?").repeated(columns - 1)
        + ')';
}

std::vector<Table> derivedRows(RawStore& store)
{
    std::vector<Table> tables;
    for (const char* name : core::words<core::ReadTable>) {
        const auto columns
            = core::columnsOf(*core::fromWord<core::ReadTable>(QString::fromLatin1(name))).size();
        tables.push_back({insertInto(name, static_cast<int>(columns) + 2),
            RawRows(store, QByteArray("SELECT * FROM \"") + name + '"')});
    }
    tables.push_back(
        {insertInto("search_text", 5), RawRows(store, "SELECT * FROM search_text ORDER BY id")});
    return tables;
}

void copySchema(const QByteArray& from, RawStore& to)
{
    to.run("ATTACH '" + from + "' AS source");
    std::vector<QByteArray> statements;
    {
        RawStatement schema(to.handle(),
            "SELECT sql FROM source.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
            " AND name NOT LIKE 'search!_%' ESCAPE '!' OR name IN ('search_text',"
            " 'search_text_by_subject') ORDER BY type = 'trigger', type = 'index'");
        while (schema.next())
            statements.push_back(schema.text(0));
    }
    to.run("DETACH source");
    for (const QByteArray& sql : statements)
        to.run(sql);
}

std::size_t total(const std::vector<Table>& tables)
{
    std::size_t rows = 0;
    for (const Table& table : tables)
        rows += table.rows.count();
    return rows;
}

void insertAll(RawStore& store, const std::vector<Table>& tables)
{
    store.run("BEGIN IMMEDIATE");
    for (const Table& table : tables)
        table.rows.insertInto(store, table.insert);
    store.run("INSERT INTO search (search) VALUES ('rebuild')");
    store.run("COMMIT");
}

struct Baseline {
    double rows = 0;
    Effort effort;
};

Baseline insertRaw(const QString& path, const QDir& folder)
{
    RawStore store(path);
    const std::vector<Table> tables = derivedRows(store);
    const QString beside = folder.filePath(u"rebuild-raw.db"_s);
    RawStore raw(beside);
    copySchema(QFile::encodeName(path), raw);
    return {static_cast<double>(total(tables)), measure([&] { insertAll(raw, tables); })};
}

}

std::vector<Figure> benchRebuild(const QString& path, const QDir& folder)
{
    const Baseline raw = insertRaw(path, folder);
    const auto store = db::Store::open(path);
    const Effort ours = measure([&] { db::rebuild(*store); });
    return {atLeastTimes(u"rebuild_rate"_s, u"Rebuilding; beside inserting the same rows raw"_s,
        1000 * raw.rows / ours.wall, 1000 * raw.rows / raw.effort.wall, u"rows/s"_s, 0.5)};
}

}
