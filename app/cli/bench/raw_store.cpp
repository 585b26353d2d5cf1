#include "app/cli/bench/raw_store.h"

#include <sqlite3.h>

#include <stdexcept>

namespace cli::bench {

namespace {

constexpr int waitMs = 5000;

void check(sqlite3* database, int result)
{
    if (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
        throw std::runtime_error(std::string("The baseline failed: ") + sqlite3_errmsg(database));
}

}

RawStatement::RawStatement(sqlite3* database, const QByteArray& sql) : m_database(database)
{
    check(database,
        sqlite3_prepare_v3(database, sql.constData(), static_cast<int>(sql.size()),
            SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr));
}

RawStatement::~RawStatement()
{
    sqlite3_finalize(m_statement);
}

void RawStatement::bind(int column, qint64 value)
{
    check(m_database, sqlite3_bind_int64(m_statement, column, value));
}

void RawStatement::bind(int column, const QByteArray& blob)
{
    check(m_database,
        sqlite3_bind_blob(
            m_statement, column, blob.constData(), static_cast<int>(blob.size()), SQLITE_STATIC));
}

void RawStatement::run()
{
    check(m_database, sqlite3_step(m_statement));
    check(m_database, sqlite3_reset(m_statement));
}

bool RawStatement::next()
{
    const int result = sqlite3_step(m_statement);
    check(m_database, result);
    return result == SQLITE_ROW;
}

qint64 RawStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray RawStatement::text(int column) const
{
    return {reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column)),
        sqlite3_column_bytes(m_statement, column)};
}

RawStore::RawStore(const QString& path)
{
    check(m_database,
        sqlite3_open_v2(path.toUtf8().constData(), &m_database,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr));
    sqlite3_busy_timeout(m_database, waitMs);
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("PRAGMA cache_size = -16000");
}

RawStore::~RawStore()
{
    sqlite3_close(m_database);
}

void RawStore::run(const QByteArray& sql)
{
    check(m_database, sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr));
}

qint64 RawStore::number(const QByteArray& sql)
{
    RawStatement statement(m_database, sql);
    return statement.next() ? statement.number(0) : 0;
}

RawRows::RawRows(RawStore& store, const QByteArray& sql)
{
    RawStatement rows(store.handle(), sql);
    m_columns = static_cast<std::size_t>(sqlite3_column_count(rows.raw()));
    while (rows.next())
        for (int column = 0; column < static_cast<int>(m_columns); ++column) {
            Value value;
            value.type = sqlite3_column_type(rows.raw(), column);
            if (value.type == SQLITE_INTEGER)
                value.number = rows.number(column);
            else if (value.type != SQLITE_NULL)
                value.bytes
                    = QByteArray(static_cast<const char*>(sqlite3_column_blob(rows.raw(), column)),
                        sqlite3_column_bytes(rows.raw(), column));
            m_values.push_back(std::move(value));
        }
}

void RawRows::insertInto(RawStore& store, const QByteArray& sql) const
{
    RawStatement insert(store.handle(), sql);
    int column = 0;
    for (const Value& value : m_values) {
        ++column;
        if (value.type == SQLITE_INTEGER)
            insert.bind(column, value.number);
        else if (value.type == SQLITE_NULL)
            sqlite3_bind_null(insert.raw(), column);
        else if (value.type == SQLITE_TEXT)
            sqlite3_bind_text(insert.raw(), column, value.bytes.constData(),
                static_cast<int>(value.bytes.size()), SQLITE_STATIC);
        else
            insert.bind(column, value.bytes);
        if (column < static_cast<int>(m_columns))
            continue;
        insert.run();
        column = 0;
    }
}

}
