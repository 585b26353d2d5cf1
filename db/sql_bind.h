#pragma once

#include <QString>
#include <QVariant>

struct sqlite3_stmt;

// For db/sql.cpp and db/repeated.cpp alone.
namespace db {

/// Binds a copy; answers SQLite's result.
int bindText(sqlite3_stmt* statement, int place, const QString& text);
int bind(sqlite3_stmt* statement, int place, const QVariant& value);

/// Writes a text of ASCII alone to where there is a byte for each of its letters; false for others.
bool copyPlain(const QString& text, char* to);

/// Throws the connection's newest error with the statement's words.
[[noreturn]] void failIn(sqlite3_stmt* statement);

}
