#pragma once

#include "db/sql.h"

#include <QFile>

#include <stdexcept>
#include <vector>

/// Spoils pages of a store's file behind the program's back, as a failing disk would. What was
/// written lately must have been brought into the file itself.
class TornFile {
public:
    explicit TornFile(QString path) : m_path(std::move(path)) { }

    /// Brings what lies in the side file into the file.
    void settle() const
    {
        db::Database database({m_path, false, false, false});
        db::run(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    /// The pages that hold a table's or an index's rows, in their order.
    std::vector<qint64> leavesOf(const QString& table) const
    {
        db::Database database({m_path, true, false, false});
        db::Rows rows = db::select(database,
            QStringLiteral("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'"
                           " ORDER BY path"),
            {table});
        std::vector<qint64> pages;
        while (rows.next())
            pages.push_back(rows.number(0));
        return pages;
    }

    /// The first page that holds what of a large row does not fit beside the others: the profile.
    qint64 overflowOf(const QString& table) const
    {
        db::Database database({m_path, true, false, false});
        return db::number(database,
            QStringLiteral("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'overflow'"
                           " ORDER BY path LIMIT 1"),
            {table});
    }

    void tearPage(qint64 page, qint64 from = 0, qsizetype size = 200) const
    {
        constexpr qint64 pageSize = 4096;
        spoil((page - 1) * pageSize + from, QByteArray(size, '\xff'));
    }

    void tearFirstLeaf(const QString& table) const { tearPage(leavesOf(table).at(0)); }

    void spoil(qint64 at, const QByteArray& bytes) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.write(bytes) != bytes.size())
            throw std::runtime_error("the test cannot spoil its file");
    }

    void become(const QByteArray& bytes) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || file.write(bytes) != bytes.size())
            throw std::runtime_error("the test cannot write its file");
    }

private:
    QString m_path;
};
