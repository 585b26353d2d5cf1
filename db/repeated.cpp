#include "db/repeated.h"

#include "db/sql_bind.h"

#include <sqlite3.h>

namespace db {

Repeated::Repeated(Database& database, const QString& sql) : m_statement(database.prepared(sql))
{
    m_statement->inUse = true;
}

Repeated::~Repeated()
{
    m_statement->inUse = false;
}

void Repeated::run(qint64 first, const QString& second, const std::vector<QVariant>& rest)
{
    bind(1, first);
    int place = 2;
    int result = bindText(m_statement->handle, place, second);
    for (auto value = rest.begin(); result == SQLITE_OK && value != rest.end(); ++value)
        result = db::bind(m_statement->handle, ++place, *value);
    if (result != SQLITE_OK)
        failIn(m_statement->handle);
    step();
}

qint64 Repeated::newId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement->handle));
}

int Repeated::affected() const
{
    return sqlite3_changes(sqlite3_db_handle(m_statement->handle));
}

void Repeated::bind(int place, qint64 value)
{
    if (sqlite3_bind_int64(m_statement->handle, place, value) != SQLITE_OK)
        failIn(m_statement->handle);
}

// A null pointer would bind as null, which is not what nothing is.
void Repeated::bind(int place, QByteArrayView bytes)
{
    if (sqlite3_bind_blob64(m_statement->handle, place, bytes.empty() ? "" : bytes.data(),
            static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC)
        != SQLITE_OK)
        failIn(m_statement->handle);
}

void Repeated::bind(int place, Utf8 text)
{
    if (sqlite3_bind_text64(m_statement->handle, place, text.text.empty() ? "" : text.text.data(),
            static_cast<sqlite3_uint64>(text.text.size()), SQLITE_STATIC, SQLITE_UTF8)
        != SQLITE_OK)
        failIn(m_statement->handle);
}

void Repeated::bind(int place, std::nullptr_t)
{
    if (sqlite3_bind_null(m_statement->handle, place) != SQLITE_OK)
        failIn(m_statement->handle);
}

void Repeated::step()
{
    if (sqlite3_step(m_statement->handle) != SQLITE_DONE)
        failIn(m_statement->handle);
    sqlite3_reset(m_statement->handle);
}

}
