#pragma once

#include "db/error.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

// For db/ alone: nothing outside sees a query.
namespace db {

/// A prepared statement, kept for the next time.
struct Statement {
    Statement(sqlite3* database, const QString& sql);
    ~Statement();

    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    sqlite3_stmt* handle = nullptr;
    bool inUse = false;
};

struct Connection {
    QString path;
    bool readOnly = false;
    bool immutable = false; ///< nobody writes the file: read it without locks or side files
    bool salvage = false; ///< damaged: whatever of it can be read is read
};

/// An open SQLite file with its prepared statements. Belongs to the thread that opened it.
class Database {
public:
    explicit Database(const Connection& connection);
    ~Database();

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const QString& path() const { return m_path; }
    bool inTransaction() const { return m_depth > 0; }

    /// Ends the statement that runs now with Fault::Stopped; from any thread while this lives.
    void interrupt();
    /// Asks now and then while a statement runs; one that is told to stop ends with Fault::Stopped.
    void stopWhen(std::function<bool()> stop);

    /// Ready to be bound and run; a second user of the same words gets one of its own.
    std::shared_ptr<Statement> prepared(const QString& sql);

private:
    friend class Transaction;
    friend class Setting;
    Database() = default;

    QString m_path;
    sqlite3* m_handle = nullptr;
    QHash<QString, std::shared_ptr<Statement>> m_statements;
    std::function<bool()> m_stop;
    int m_depth = 0;
};

/// The rows of a query, read forward. Ends the query when it goes.
class Rows {
public:
    Rows(std::shared_ptr<Statement> statement, const QVariantList& values,
        const std::vector<QVariant>& more = {});
    ~Rows();

    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    bool next();
    bool isNull(int column) const;
    qint64 number(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    /// The same without a copy: until the next row.
    QByteArrayView view(int column) const;
    QVariant value(int column) const;
    int columns() const;
    int affected() const;
    qint64 newId() const;

private:
    enum class State { RowReady, OnRow, AtEnd };

    void step();
    sqlite3_stmt* handle() const { return m_statement->handle; }

    std::shared_ptr<Statement> m_statement;
    State m_state = State::AtEnd;
};

/// Reads rows: `Rows rows = select(…); while (rows.next()) …`.
Rows select(Database& database, const QString& sql, const QVariantList& values = {});

/// Runs a statement and answers how many rows it changed.
int run(Database& database, const QString& sql, const QVariantList& values = {});
/// The same with more values after the first.
int run(Database& database, const QString& sql, const QVariantList& values,
    const std::vector<QVariant>& more);
/// Inserts a row and answers its row id.
qint64 insert(Database& database, const QString& sql, const QVariantList& values);
/// The first column of the first row as a number; `otherwise` when there is no row or it is null.
qint64 number(
    Database& database, const QString& sql, const QVariantList& values = {}, qint64 otherwise = 0);

/// Bound as text even when empty, where a column may not be null.
inline QVariant someText(const QString& text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

/// Another setting of the connection for as long as this lives; then what was set before.
class Setting {
public:
    Setting(Database& database, const QString& pragma, qint64 value);
    ~Setting();

    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;

private:
    Database& m_database;
    QString m_pragma;
    qint64 m_before;
};

/// Keeps fewer pages of the file in memory: for work that goes through very many of them once.
class CacheLimit : Setting {
public:
    CacheLimit(Database& database, int kilobytes);
};

/// Does not look for the record of each row that is written: for work that writes very many rows of
/// records that it wrote or found itself. Without effect inside a transaction.
class SureOfReferences : Setting {
public:
    explicit SureOfReferences(Database& database);
};

/// Does not overwrite what is deleted: for work that deletes only what is kept elsewhere in the
/// file anyway.
class KeepsFreedPages : Setting {
public:
    explicit KeepsFreedPages(Database& database);
};

enum class Begin { Write, Read };

/// All or nothing: undone when it goes out of scope without commit(). A reading one inside another
/// joins it.
class Transaction {
public:
    explicit Transaction(Database& database, Begin begin = Begin::Write);
    ~Transaction();

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    void end();

    Database& m_database;
    bool m_open = true;
    bool m_joined = false;
};

}
