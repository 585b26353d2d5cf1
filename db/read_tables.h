#pragma once

#include "db/folding.h"
#include "db/repeated.h"

#include <memory>

namespace db {

/// Brings the rows and search words of one record from `before` to `after`; what did not change is
/// not written. New words enter the search index with some dozens more, so that one action costs
/// little; they are found at once.
void writeChanges(
    Database& database, qint64 subject, const std::pair<Derived, Derived>& beforeAndAfter);

/// Words with their row id in the search index.
struct IndexedWords {
    qint64 id = 0;
    QByteArray words;
};

/// The same for very many records of one transaction. Their words enter the search index together
/// and in its own order, which costs a fraction of one after the other.
class ManyChanges {
public:
    explicit ManyChanges(Database& database);
    ~ManyChanges();

    ManyChanges(const ManyChanges&) = delete;
    ManyChanges& operator=(const ManyChanges&) = delete;

    void write(qint64 subject, const std::pair<Derived, Derived>& beforeAndAfter);
    /// Adds what a record has, where nothing of it is there; without the search index.
    void add(qint64 subject, const Derived& derived);
    /// Must be called after the last write().
    void finish();

private:
    void insertRow(qint64 subject, const core::Row& row);

    Database& m_database;
    std::vector<std::unique_ptr<Repeated>> m_inserts; ///< by table, made when first needed
    Repeated m_insertText;
    std::vector<IndexedWords> m_words; ///< not yet in the index
    qsizetype m_bytesOfWords = 0;
};

/// Puts the newest words into the search index when there are some dozens of them.
void indexNewest(Database& database);

/// Makes the read tables and the search index anew, empty, and answers the statements that make
/// those of their indices that are cheaper made once there are rows. The rows are expected record
/// by record.
QStringList emptyReadTables(Database& database);

/// When the words with this row id in the search index were written, to about a second.
core::Instant writtenAt(qint64 searchId);

/// Builds the search index from its words, all at once.
void rebuildSearch(Database& database);

}
