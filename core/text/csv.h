#pragma once

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace core {

/// A line of a table in a file: its fields, and the line of the file that it begins on, from 1.
struct CsvLine {
    int number = 0;
    QStringList fields;
};

/// Where a file is no table, and how to mend it.
struct CsvProblem {
    int line = 0;
    QString text;
    QString mend;
};

/// Comma-separated values as RFC 4180 has them: quotes, doubled quotes and line breaks inside them;
/// line ends of every kind, a byte order mark and blank lines are passed over. Fields are trimmed
/// unless quoted.
std::variant<std::vector<CsvLine>, CsvProblem> readCsv(const QString& text);

/// One line with its end, fields quoted where they must be. A field that a spreadsheet would take
/// for a formula is quoted with an apostrophe before it.
QString csvText(const QStringList& fields);

}
