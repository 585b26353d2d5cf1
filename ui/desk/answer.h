#pragma once

#include "core/command/decision.h"
#include "core/records.h"

#include <QJsonObject>
#include <QString>

#include <map>

namespace ui {

/// What a command came to, or why the store could not take it. Nothing is stored unless done.
struct Answer {
    core::Decision decision; ///< without its events
    QString failure; ///< the disk or the file failed: what is wrong, a sentence
    QString mend;

    bool done() const { return failure.isEmpty() && !decision.refused(); }
};

/// What to read out of one read table (core/rows/row.h).
struct RowQuery {
    QString table;
    std::map<QString, QVariant> where;
    QString orderBy;
    bool descending = false;
    int limit = -1;
};

/// A find of the search index.
struct Find {
    core::Subject subject;
    QString part;
    QString kind;
    QString excerpt; ///< found words between '\x02' and '\x03'
    core::Instant at;
};

/// Why the store is only read, and what to do about it.
struct Trouble {
    QString text;
    QString mend;
};

}
