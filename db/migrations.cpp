#include "db/migrations.h"

#include "db/file_problem.h"
#include "db/resources.h"
#include "db/whole_file.h"

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
    u":/migrations/0010_repeated_actions.sql",
    u":/migrations/0011_learning.sql",
    u":/migrations/0012_visits_and_alerts.sql",
    u":/migrations/0013_rota_and_front_door.sql",
    u":/migrations/0014_practice.sql",
    u":/migrations/0015_acknowledgements.sql",
    u":/migrations/0016_profiles.sql",
    u":/migrations/0019_handover_calls.sql",
    u":/migrations/0022_older_people.sql",
    u":/migrations/0023_clock_law_and_relatives.sql",
    u":/migrations/0024_promises.sql",
    u":/migrations/0025_gp_copies.sql",
    u":/migrations/0026_cooperation.sql",
    u":/migrations/0027_decline_noted.sql",
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

void refuseNewer(Database& database)
{
    if (schemaOf(database) > newestSchema())
        refuseForeign(database);
}

// By a connection of its own: the one that holds the lock cannot copy.
void keepAsItWas(const QString& path, int step)
{
    const QString name = u"%1.before-%2"_s.arg(path).arg(step);
    QString free = name;
    for (int n = 2; QFileInfo::exists(free); ++n)
        free = u"%1.%2"_s.arg(name).arg(n);
    Database reading({path, true, false});
    copyInto(reading, free);
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
    if (schemaOf(database) >= target)
        return refuseNewer(database);
    Transaction transaction(database);
    // Another program may have done it while this one waited.
    const int before = schemaOf(database);
    if (before >= target)
        return refuseNewer(database);
    if (before > 0)
        keepAsItWas(database.path(), before + 1);
    for (int at = before; at < target; ++at)
        apply(database, QString::fromUtf16(steps.at(static_cast<std::size_t>(at))));
    run(database, u"PRAGMA user_version = %1"_s.arg(target));
    run(database, u"PRAGMA application_id = %1"_s.arg(applicationId));
    transaction.commit();
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
    WholeFile copy(path);
    const auto cannot = [&] {
        return fileError(copy.file(), u"The copy %1 cannot be secured"_s.arg(path),
            u"Check the disk, its room and your permissions, and make the copy again."_s);
    };
    if (!copy.isOpen())
        throw cannot();
    run(database, u"VACUUM INTO ?"_s, {copy.file().fileName()});
    if (!copy.giveName(path))
        throw cannot();
}

}
