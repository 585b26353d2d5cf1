#include "db/sql_bind.h"

#include "db/error.h"

#include <sqlite3.h>

#include <array>

using namespace Qt::StringLiterals;

namespace db {

namespace {

// Most texts are short and plain: turned into bytes on the stack.
bool bindPlain(sqlite3_stmt* statement, int place, const QString& text, int& result)
{
    std::array<char, 256> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto size = static_cast<std::size_t>(text.size());
    if (size > bytes.size() || !copyPlain(text, bytes.data()))
        return false;
    result
        = sqlite3_bind_text64(statement, place, bytes.data(), size, SQLITE_TRANSIENT, SQLITE_UTF8);
    return true;
}

int bindBytes(sqlite3_stmt* statement, int place, const QByteArray& bytes)
{
    if (bytes.isNull())
        return sqlite3_bind_null(statement, place);
    return sqlite3_bind_blob64(statement, place, bytes.constData(),
        static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
}

}

bool copyPlain(const QString& text, char* to)
{
    char16_t all = 0;
    for (const QChar letter : text) {
        all = static_cast<char16_t>(all | letter.unicode());
        *to++ = static_cast<char>(letter.unicode());
    }
    return all <= 0x7f;
}

int bindText(sqlite3_stmt* statement, int place, const QString& text)
{
    if (text.isNull())
        return sqlite3_bind_null(statement, place);
    int result = SQLITE_OK;
    if (bindPlain(statement, place, text, result))
        return result;
    const QByteArray utf8 = text.toUtf8();
    return sqlite3_bind_text64(statement, place, utf8.constData(),
        static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int bind(sqlite3_stmt* statement, int place, const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType: return sqlite3_bind_null(statement, place);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong: return sqlite3_bind_int64(statement, place, value.toLongLong());
    case QMetaType::Double: return sqlite3_bind_double(statement, place, value.toDouble());
    case QMetaType::QByteArray:
        return bindBytes(statement, place, *static_cast<const QByteArray*>(value.constData()));
    case QMetaType::QString:
        return bindText(statement, place, *static_cast<const QString*>(value.constData()));
    default: return bindText(statement, place, value.toString());
    }
}

void failIn(sqlite3_stmt* statement)
{
    sqlite3* database = sqlite3_db_handle(statement);
    const Error error = sqliteError(sqlite3_extended_errcode(database),
        QString::fromUtf8(sqlite3_errmsg(database)).trimmed() + u" in: "_s
            + QString::fromUtf8(sqlite3_sql(statement)).left(200));
    sqlite3_reset(statement);
    throw error;
}

}
