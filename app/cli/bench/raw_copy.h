#pragma once

#include "app/cli/bench/raw_store.h"
#include "app/cli/bench/stopwatch.h"

#include <QDir>
#include <QList>

namespace cli::bench {

/// The names of all read tables with the words that are searched.
QList<QByteArray> derivedTables();
/// The tables of the journal, parents first.
QList<QByteArray> journalTables();

/// How the search index comes about.
enum class Index {
    AtOnce, ///< when its words are there
    RowByRow ///< beside each of them
};

struct RawCopy {
    double rows = 0;
    Effort effort;
};

/// Inserts what the tables of the store at `path` hold into the same tables and indices of a new
/// file in `folder`, with plain SQLite, in one transaction. Reading them is not measured.
RawCopy copyRaw(
    const QString& path, const QDir& folder, const QList<QByteArray>& tables, Index index);

}
