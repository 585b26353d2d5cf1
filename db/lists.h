#pragma once

#include "db/store.h"

#include <QJsonObject>
#include <QVariant>

namespace db {

/// What to read out of one read table (core/rows/row.h names tables and columns) or view.
struct Query {
    QString table; ///< "case", "entry", "clock" …
    std::map<QString, QVariant> where; ///< column → value it must equal; an invalid value: none
    QString orderBy; ///< a column; "" for the key
    bool descending = false;
    int limit = -1; ///< -1: all
};

/// Rows as {column: value}, empty ones left out; a document says whether its file is here. Instants
/// are UTC milliseconds. Throws Error with Fault::Invalid for an unknown table or column.
std::vector<QJsonObject> list(const Store& store, const Query& query);

/// A find of the search index, newest first.
struct Found {
    core::Subject subject;
    QString part; ///< identifier of the part of the record, may be empty
    QString kind; ///< "name", "note", "number"
    QString excerpt; ///< the words around the find; found words between '\x02' and '\x03'
    core::Instant at; ///< when it was written
};

/// Words in any field, each as a prefix, all of them; anything typed is allowed.
std::vector<Found> search(const Store& store, const QString& words, int limit = 50);

/// The record as JSON: every field of its events in causal order, for `show` and for reading by
/// eye; an event that does not simply count says so ("bearing").
QJsonObject history(const Store& store, const core::Subject& subject);

/// The events of a record in causal order.
std::vector<core::Event> events(const Store& store, const core::Subject& subject);

}
