#include "db/migrations.h"

#include "db/file_identity.h"
#include "db/resources.h"

#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace db {

namespace {

// "Duty" in ASCII: tells our files from other SQLite files.
constexpr qint64 applicationId = 0x44757479;

// Step n brings a store from schema n to n + 1. Only ever append.
constexpr std::array steps{
    u":/migrations/0001_journal.sql",
    u":/migrations/0002_read_tables.sql",
    u":/migrations/0003_desk_local.sql",
    u":/migrations/0004_conflicts.sql",
    u":/migrations/0005_exchange.sql",
    u":/migrations/0006_codes_and_newer.sql",
    u":/migrations/0007_newest_words.sql",
    u":/migrations/0008_ladders.sql",
    u":/migrations/0009_escalations.sql",
};

void apply(Database& database, const QString& step)
{
    const QStringList paragraphs = QString::fromUtf8(readWhole(step)).split(u"\n\n"_s);
    for (const QString& statement : paragraphs)
        run(database, statement);
}

bool isEmpty(Database& database)
{
    return number(database, u"SELECT count(*) FROM sqlite_schema"_s) == 0;
}

}

int newestSchema()
{
    return static_cast<int>(steps.size());
}

int schemaOf(Database& database)
{
    return static_cast<int>(number(database, u"PRAGMA user_version"_s));
}

void migrate(Database& database, int target)
{
    const int before = schemaOf(database);
    if (before > newestSchema())
        refuseForeign(database);
    if (before < target && before > 0)
        copyInto(database, u"%1.before-%2"_s.arg(database.path()).arg(before + 1));
    for (int at = before; at < target; ++at) {
        Transaction transaction(database);
        apply(database, QString::fromUtf16(steps.at(static_cast<std::size_t>(at))));
        run(database, u"PRAGMA user_version = %1"_s.arg(at + 1));
        run(database, u"PRAGMA application_id = %1"_s.arg(applicationId));
        transaction.commit();
    }
}

void refuseForeign(Database& database)
{
    const qint64 id = number(database, u"PRAGMA application_id"_s);
    if (isEmpty(database) || id != applicationId)
        throw Error(Fault::NotAStore, u"%1 is not a Dutydesk store."_s.arg(database.path()),
            u"Check the file name, or make a store with `dutydesk-cli init`."_s);
    if (const int schema = schemaOf(database); schema > newestSchema())
        throw Error(Fault::Newer,
            u"%1 was written by a newer version of Dutydesk (format %2; this one reads up to %3)."_s
                .arg(database.path())
                .arg(schema)
                .arg(newestSchema()),
            u"Install the newer version; the store was not touched."_s);
}

void copyInto(Database& database, const QString& path)
{
    QFile::remove(path);
    run(database, u"VACUUM INTO ?"_s, {path});
    QFile copy(path);
    if (!copy.open(QIODevice::ReadWrite) || !syncFile(copy))
        throw Error(Fault::Disk,
            u"The copy %1 cannot be secured: %2."_s.arg(path, copy.errorString()),
            u"Check the disk and make the copy again."_s);
    syncFolder(QFileInfo(path).absolutePath());
}

}
