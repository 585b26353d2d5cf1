#pragma once

#include "db/sql.h"

namespace db {

/// Text as it lies in the file.
struct Utf8 {
    QByteArrayView text;
};

/// One statement that is run for very many rows. Nothing that is bound is copied: it must live
/// until run() returns.
class Repeated {
public:
    Repeated(Database& database, const QString& sql);
    ~Repeated();

    Repeated(const Repeated&) = delete;
    Repeated& operator=(const Repeated&) = delete;

    template <typename... Values>
    void run(const Values&... values)
    {
        int place = 0;
        (bind(++place, values), ...);
        step();
    }
    /// The same for a row whose length only the table knows.
    void run(qint64 first, const QString& second, const std::vector<QVariant>& rest);
    qint64 newId() const;
    int affected() const;

private:
    void bind(int place, qint64 value);
    void bind(int place, QByteArrayView bytes);
    void bind(int place, Utf8 text);
    void bind(int place, std::nullptr_t);
    void bind(int place, const QVariant& value);
    void bind(int place, const QString& text);
    void step();

    std::shared_ptr<Statement> m_statement;
    QByteArray m_texts; ///< those of one row as they are bound
    qsizetype m_used = 0;
    std::vector<QByteArray> m_notPlain; ///< its texts of more than ASCII
};

}
