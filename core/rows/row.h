#pragma once

#include "core/records.h"

#include <QString>
#include <QVariant>

#include <vector>

namespace core {

/// One row of a read table: what lists, boards and searches look at. `values` are in the order of
/// the table's columns after `key`, as db/migrations declares them.
struct Row {
    QString table;
    QString key;
    std::vector<QVariant> values;

    bool operator==(const Row&) const = default;
};

/// A column of a read table. `type` is INTEGER, TEXT or REAL; instants are INTEGER UTC
/// milliseconds.
struct Column {
    QString name;
    QString type;
};

/// A read table: its columns beside `key`; a test holds db/migrations to it.
struct Table {
    QString name;
    std::vector<Column> columns;
    QString subject; ///< column that holds the record's identifier, for rewriting only its rows
};

const std::vector<Table>& tables();

std::vector<Row> rowsOf(const User& user);
std::vector<Row> rowsOf(const Person& person);
std::vector<Row> rowsOf(const Contact& contact);
std::vector<Row> rowsOf(const Case& record);
std::vector<Row> rowsOf(const Window& window);
std::vector<Row> rowsOf(const Dispositions& dispositions);
std::vector<Row> rowsOf(const Duty& duty);
std::vector<Row> rowsOf(const Sitrep& sitrep);

/// Words of a record for the search index, by field kind: "name", "note", "number".
struct SearchText {
    QString key; ///< part of the record it came from
    QString kind;
    QString text;

    bool operator==(const SearchText&) const = default;
};

std::vector<SearchText> searchTextOf(const Person& person);
std::vector<SearchText> searchTextOf(const Contact& contact);
std::vector<SearchText> searchTextOf(const Case& record);

}
