#include "db/sql.h"

#include "db/sql_bind.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <array>

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr qsizetype mostStatements = 400;
constexpr int busyMs = 5000;

// 16 MB of pages: enough for the inner pages of a store of a million events.
constexpr std::array pragmas{
    u"PRAGMA synchronous = FULL",
    u"PRAGMA foreign_keys = ON",
    u"PRAGMA secure_delete = ON",
    u"PRAGMA temp_store = MEMORY",
    u"PRAGMA cache_size = -16000",
    u"PRAGMA trusted_schema = OFF",
    u"PRAGMA cell_size_check = ON",
    u"PRAGMA journal_size_limit = 67108864",
};

[[noreturn]] void fail(sqlite3* database, const QString& sql)
{
    throw sqliteError(sqlite3_extended_errcode(database),
        QString::fromUtf8(sqlite3_errmsg(database)).trimmed() + u" in: "_s + sql.left(200));
}

QByteArray uriOf(const Connection& connection)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(connection.path).absoluteFilePath());
    if (connection.immutable)
        url.setQuery(u"immutable=1"_s);
    return url.toEncoded();
}

// A part of the list of tables that cannot be read fails the first statement only: what was read
// before it is then known.
void readDespiteSchema(sqlite3* database)
{
    sqlite3_exec(database, "PRAGMA writable_schema = ON", nullptr, nullptr, nullptr);
    sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
}

void bindAll(sqlite3_stmt* statement, const QVariantList& values, const std::vector<QVariant>& more)
{
    if (values.size() + static_cast<qsizetype>(more.size())
        != sqlite3_bind_parameter_count(statement))
        throw sqliteError(SQLITE_MISUSE,
            u"other parameters are given than there are in: "_s
                + QString::fromUtf8(sqlite3_sql(statement)).left(200));
    int place = 0;
    const auto next = [&](const QVariant& value) {
        if (bind(statement, ++place, value) != SQLITE_OK)
            failIn(statement);
    };
    std::for_each(values.begin(), values.end(), next);
    std::for_each(more.begin(), more.end(), next);
}

}

Statement::Statement(sqlite3* database, const QString& sql)
{
    const QByteArray utf8 = sql.toUtf8();
    if (sqlite3_prepare_v3(database, utf8.constData(), static_cast<int>(utf8.size()),
            SQLITE_PREPARE_PERSISTENT, &handle, nullptr)
            != SQLITE_OK
        || !handle)
        fail(database, sql);
}

Statement::~Statement()
{
    sqlite3_finalize(handle);
}

// Delegating first makes the destructor run, and the connection go, if this throws.
Database::Database(const Connection& connection) : Database()
{
    m_path = connection.path;
    const int access
        = connection.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(uriOf(connection).constData(), &m_handle,
            access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK)
        fail(m_handle, m_path);
    sqlite3_busy_timeout(m_handle, busyMs);
    if (connection.salvage)
        readDespiteSchema(m_handle);
    for (const char16_t* pragma : pragmas)
        run(*this, QString::fromUtf16(pragma));
}

Database::~Database()
{
    m_statements.clear();
    sqlite3_close_v2(m_handle);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

void Database::stopWhen(std::function<bool()> stop)
{
    constexpr int stepsBetween = 1000;
    m_stop = std::move(stop);
    const auto ask
        = [](void* asked) { return (*static_cast<std::function<bool()>*>(asked))() ? 1 : 0; };
    sqlite3_progress_handler(m_handle, m_stop ? stepsBetween : 0,
        m_stop ? static_cast<int (*)(void*)>(ask) : nullptr, &m_stop);
}

std::shared_ptr<Statement> Database::prepared(const QString& sql)
{
    const auto kept = m_statements.constFind(sql);
    if (kept != m_statements.constEnd() && !(*kept)->inUse)
        return *kept;
    auto statement = std::make_shared<Statement>(m_handle, sql);
    if (kept != m_statements.constEnd())
        return statement;
    if (m_statements.size() >= mostStatements)
        m_statements.clear();
    m_statements.insert(sql, statement);
    return statement;
}

Rows::Rows(std::shared_ptr<Statement> statement, const QVariantList& values,
    const std::vector<QVariant>& more)
    : m_statement(std::move(statement))
{
    bindAll(handle(), values, more);
    step();
    m_statement->inUse = true;
}

Rows::~Rows()
{
    sqlite3_reset(handle());
    m_statement->inUse = false;
}

void Rows::step()
{
    const int result = sqlite3_step(handle());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        failIn(handle());
    m_state = result == SQLITE_ROW ? State::RowReady : State::AtEnd;
}

// The first row was fetched when the query began; past the end it would begin anew.
bool Rows::next()
{
    if (m_state == State::OnRow)
        step();
    if (m_state == State::AtEnd)
        return false;
    m_state = State::OnRow;
    return true;
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(handle(), column) == SQLITE_NULL;
}

qint64 Rows::number(int column) const
{
    return sqlite3_column_int64(handle(), column);
}

QString Rows::text(int column) const
{
    if (isNull(column))
        return {};
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle(), column));
    return QString::fromUtf8(text, sqlite3_column_bytes(handle(), column));
}

QByteArray Rows::bytes(int column) const
{
    const QByteArrayView bytes = view(column);
    if (bytes.isEmpty() && !isNull(column))
        return {""};
    return bytes.toByteArray();
}

QByteArrayView Rows::view(int column) const
{
    const void* bytes = sqlite3_column_blob(handle(), column);
    return {static_cast<const char*>(bytes), sqlite3_column_bytes(handle(), column)};
}

QVariant Rows::value(int column) const
{
    switch (sqlite3_column_type(handle(), column)) {
    case SQLITE_NULL: return {};
    case SQLITE_INTEGER: return number(column);
    case SQLITE_FLOAT: return sqlite3_column_double(handle(), column);
    case SQLITE_BLOB: return bytes(column);
    default: return text(column);
    }
}

int Rows::columns() const
{
    return sqlite3_column_count(handle());
}

int Rows::affected() const
{
    return sqlite3_changes(sqlite3_db_handle(handle()));
}

qint64 Rows::newId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(handle()));
}

Rows select(Database& database, const QString& sql, const QVariantList& values)
{
    return {database.prepared(sql), values};
}

int run(Database& database, const QString& sql, const QVariantList& values)
{
    return Rows(database.prepared(sql), values).affected();
}

int run(Database& database, const QString& sql, const QVariantList& values,
    const std::vector<QVariant>& more)
{
    return Rows(database.prepared(sql), values, more).affected();
}

qint64 insert(Database& database, const QString& sql, const QVariantList& values)
{
    return Rows(database.prepared(sql), values).newId();
}

qint64 number(Database& database, const QString& sql, const QVariantList& values, qint64 otherwise)
{
    Rows rows = select(database, sql, values);
    return rows.next() && !rows.isNull(0) ? rows.number(0) : otherwise;
}

Setting::Setting(Database& database, const QString& pragma, qint64 value)
    : m_database(database)
    , m_pragma(u"PRAGMA %1"_s.arg(pragma))
    , m_before(number(database, m_pragma))
{
    run(m_database, u"%1 = %2"_s.arg(m_pragma).arg(value));
}

// Where the store fails, whoever opens it again has the usual settings.
Setting::~Setting()
{
    const QByteArray sql = u"%1 = %2"_s.arg(m_pragma).arg(m_before).toUtf8();
    sqlite3_exec(m_database.m_handle, sql.constData(), nullptr, nullptr, nullptr);
}

CacheLimit::CacheLimit(Database& database, int kilobytes)
    : Setting(database, u"cache_size"_s, -kilobytes)
{
}

SureOfReferences::SureOfReferences(Database& database) : Setting(database, u"foreign_keys"_s, 0) { }

KeepsFreedPages::KeepsFreedPages(Database& database) : Setting(database, u"secure_delete"_s, 0) { }

Transaction::Transaction(Database& database, Begin begin) : m_database(database)
{
    m_joined = begin == Begin::Read && database.inTransaction();
    if (m_joined)
        return;
    run(m_database, begin == Begin::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    ++m_database.m_depth;
}

Transaction::~Transaction()
{
    if (!m_open || m_joined)
        return;
    end();
    // SQLite has undone it already when the disk was full or failed.
    sqlite3_exec(m_database.m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    if (m_joined)
        return;
    run(m_database, u"COMMIT"_s);
    end();
}

void Transaction::end()
{
    m_open = false;
    --m_database.m_depth;
}

}
