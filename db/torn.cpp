#include "db/torn.h"

using namespace Qt::StringLiterals;

namespace db {

namespace {

// Words of SQLite's that a check may repeat for each page.
constexpr int mostSaid = 20;

QStringList checked(Database& database, const QString& pragma)
{
    QStringList said;
    try {
        Rows rows = select(database, pragma);
        while (rows.next())
            if (rows.text(0) != u"ok")
                said.append(rows.text(0).simplified());
    } catch (const Error& error) {
        if (error.fault() == Fault::Stopped)
            throw;
        said.append(error.text());
    }
    return said;
}

struct Tables {
    QStringList names;
    bool whole = true;
};

Tables tablesOf(Database& database)
{
    Tables tables;
    try {
        Rows rows = select(database,
            u"SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"_s);
        while (rows.next())
            tables.names.append(rows.text(0));
    } catch (const Error& error) {
        if (error.fault() == Fault::Stopped)
            throw;
        tables.whole = false;
    }
    return tables;
}

}

std::vector<Problem> tornPages(Database& database)
{
    std::vector<Problem> problems;
    const QStringList said = checked(database, u"PRAGMA quick_check(%1)"_s.arg(mostSaid));
    if (said.isEmpty())
        return problems;
    const Tables tables = tablesOf(database);
    if (!tables.whole)
        problems.push_back({{}, 0, u"The list of tables is torn."_s});
    for (const QString& name : tables.names)
        if (!checked(database, u"PRAGMA quick_check(\"%1\")"_s.arg(name)).isEmpty())
            problems.push_back({{}, 0, u"The table “%1” is torn."_s.arg(name)});
    for (const QString& each : said)
        problems.push_back({{}, 0, each});
    return problems;
}

}
