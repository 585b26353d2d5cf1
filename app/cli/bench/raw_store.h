#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace cli::bench {

/// A prepared statement of SQLite's own interface: no Qt between it and the baseline.
class RawStatement {
public:
    RawStatement(sqlite3* database, const QByteArray& sql);
    ~RawStatement();

    RawStatement(const RawStatement&) = delete;
    RawStatement& operator=(const RawStatement&) = delete;

    void bind(int column, qint64 value);
    void bind(int column, const QByteArray& blob);
    void run();
    bool next();
    qint64 number(int column) const;
    QByteArray text(int column) const;
    sqlite3_stmt* raw() const { return m_statement; }

private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
};

/// SQLite without us: what the same disk and library do with plain statements. Set up as our store
/// is: WAL, full sync. Throws std::runtime_error with what SQLite says.
class RawStore {
public:
    explicit RawStore(const QString& path);
    ~RawStore();

    RawStore(const RawStore&) = delete;
    RawStore& operator=(const RawStore&) = delete;

    void run(const QByteArray& sql);
    qint64 number(const QByteArray& sql);
    sqlite3* handle() const { return m_database; }

private:
    sqlite3* m_database = nullptr;
};

/// Rows copied out of a table, so that reading them is no part of writing them.
class RawRows {
public:
    /// All rows that `sql` reads.
    RawRows(RawStore& store, const QByteArray& sql);

    /// Inserts them with a prepared statement that has a mark for each column.
    void insertInto(RawStore& store, const QByteArray& sql) const;
    std::size_t columns() const { return m_columns; }
    std::size_t count() const { return m_columns == 0 ? 0 : m_values.size() / m_columns; }

private:
    struct Value {
        int type = 0;
        qint64 number = 0;
        QByteArray bytes;
    };

    std::size_t m_columns = 0;
    std::vector<Value> m_values;
};

}
