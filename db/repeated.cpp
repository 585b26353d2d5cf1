#include "db/repeated.h"

#include "db/sql_bind.h"

#include <sqlite3.h>

namespace db {

namespace {

template <typename T>
const T* held(const QVariant& value)
{
    return value.metaType() == QMetaType::fromType<T>() ? static_cast<const T*>(value.constData())
                                                        : nullptr;
}

}

Repeated::Repeated(Database& database, const QString& sql) : m_statement(database.prepared(sql))
{
    m_statement->inUse = true;
}

Repeated::~Repeated()
{
    m_statement->inUse = false;
}

// The room is made before anything is bound, since it must not move then.
void Repeated::run(qint64 first, const QString& second, const std::vector<QVariant>& rest)
{
    qsizetype room = second.size();
    for (const QVariant& value : rest)
        if (const auto* text = held<QString>(value))
            room += text->size();
    if (m_texts.size() < room)
        m_texts.resize(room);
    m_used = 0;
    m_notPlain.clear();
    m_notPlain.reserve(rest.size() + 1);
    int place = 0;
    bind(++place, first);
    bind(++place, second);
    for (const QVariant& value : rest)
        bind(++place, value);
    step();
}

void Repeated::bind(int place, const QString& text)
{
    if (text.isNull())
        return bind(place, nullptr);
    char* const at = m_texts.data() + m_used;
    if (!copyPlain(text, at)) {
        m_notPlain.push_back(text.toUtf8());
        return bind(place, Utf8{m_notPlain.back()});
    }
    m_used += text.size();
    bind(place, Utf8{QByteArrayView(at, text.size())});
}

void Repeated::bind(int place, const QVariant& value)
{
    if (const auto* text = held<QString>(value))
        return bind(place, *text);
    if (const auto* bytes = held<QByteArray>(value); bytes && !bytes->isNull())
        return bind(place, QByteArrayView(*bytes));
    if (db::bind(m_statement->handle, place, value) != SQLITE_OK)
        failIn(m_statement->handle);
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
