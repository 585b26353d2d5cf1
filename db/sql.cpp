#include "db/sql.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace db {

namespace {

constexpr qsizetype mostStatements = 400;

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

[[noreturn]] void fail(const QSqlError& error, const QString& sql)
{
    throw sqliteError(
        error.nativeErrorCode().toInt(), error.text().trimmed() + u" in: "_s + sql.left(200));
}

QString optionsFor(const Connection& connection)
{
    QStringList options{u"QSQLITE_BUSY_TIMEOUT=5000"_s, u"QSQLITE_OPEN_URI"_s};
    if (connection.readOnly)
        options.append(u"QSQLITE_OPEN_READONLY"_s);
    return options.join(u';');
}

QString uriOf(const Connection& connection)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(connection.path).absoluteFilePath());
    if (connection.immutable)
        url.setQuery(u"immutable=1"_s);
    return QString::fromLatin1(url.toEncoded());
}

}

Database::Database() : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)) { }

// Delegating first makes the destructor run, and the connection go, if this throws.
Database::Database(const Connection& connection) : Database()
{
    m_path = connection.path;
    QSqlDatabase qt = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    qt.setConnectOptions(optionsFor(connection));
    qt.setDatabaseName(uriOf(connection));
    if (!qt.open())
        fail(qt.lastError(), m_path);
    for (const char16_t* pragma : pragmas)
        select(*this, QString::fromUtf16(pragma));
}

Database::~Database()
{
    m_statements.clear();
    QSqlDatabase::removeDatabase(m_name);
}

std::shared_ptr<Statement> Database::prepared(const QString& sql)
{
    if (const auto kept = m_statements.constFind(sql);
        kept != m_statements.constEnd() && !(*kept)->inUse)
        return *kept;
    auto statement = std::make_shared<Statement>();
    statement->query = QSqlQuery(QSqlDatabase::database(m_name, false));
    statement->query.setForwardOnly(true);
    if (!statement->query.prepare(sql))
        fail(statement->query.lastError(), sql);
    if (m_statements.size() >= mostStatements)
        m_statements.clear();
    if (!m_statements.contains(sql))
        m_statements.insert(sql, statement);
    return statement;
}

Rows::Rows(std::shared_ptr<Statement> statement, const QVariantList& values)
    : m_statement(std::move(statement))
{
    QSqlQuery& query = m_statement->query;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        const QString sql = query.lastQuery();
        query.finish();
        fail(error, sql);
    }
    m_statement->inUse = true;
}

Rows::~Rows()
{
    m_statement->query.finish();
    m_statement->inUse = false;
}

bool Rows::next()
{
    if (m_statement->query.next())
        return true;
    if (m_statement->query.lastError().isValid())
        fail(m_statement->query.lastError(), m_statement->query.lastQuery());
    return false;
}

int Rows::columns() const
{
    return m_statement->query.record().count();
}

Rows select(Database& database, const QString& sql, const QVariantList& values)
{
    return {database.prepared(sql), values};
}

int run(Database& database, const QString& sql, const QVariantList& values)
{
    return Rows(database.prepared(sql), values).affected();
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

int nativeCode(const QSqlQuery& query)
{
    return query.lastError().nativeErrorCode().toInt();
}

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
    QSqlQuery(QSqlDatabase::database(m_database.m_name, false)).exec(u"ROLLBACK"_s);
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
