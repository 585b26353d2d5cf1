#include "tests/faults/faulty_disk.h"
#include "tests/faults/night.h"

#include "db/sql.h"

#include <catch2/catch.hpp>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

int operationsOfANight()
{
    FaultyDisk disk;
    NightUnderTest night;
    const int before = disk.operations();
    REQUIRE(night.work());
    return disk.operations() - before;
}

void workWithPowerCut(int operation, Survives survives)
{
    FaultyDisk disk;
    NightUnderTest night;
    disk.cutPowerAt(operation);
    CHECK_FALSE(night.work());
    night.close();
    disk.powerOn(survives, static_cast<unsigned>(operation));
    night.open();

    CAPTURE(operation, night.answered());
    CHECK(night.complaints().join(u'\n').toStdString().empty());
    CHECK(night.rebuildAgrees());
    CHECK(night.work());
    CHECK(night.complaints().join(u'\n').toStdString().empty());
}

}

TEST_CASE("The faulty disk loses what was never synced", "[faults]")
{
    FaultyDisk disk;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.db"_s);
    {
        db::Database database({path, false, false});
        db::select(database, u"PRAGMA journal_mode = WAL"_s);
        db::run(database, u"CREATE TABLE t (x)"_s);
        db::select(database, u"PRAGMA synchronous = OFF"_s);
        db::run(database, u"INSERT INTO t VALUES (1)"_s);
        disk.cutPowerAt(1);
    }
    disk.powerOn(Survives::Nothing, 1);
    db::Database database({path, false, false});

    CHECK(db::number(database, u"SELECT count(*) FROM t"_s) == 0);
}

TEST_CASE("One action is one sync of the journal file", "[faults]")
{
    FaultyDisk disk;
    NightUnderTest night;
    const int before = disk.walSyncs();

    REQUIRE(night.work());

    // The first write of an opened store also syncs the new journal file's header.
    CHECK(disk.walSyncs() - before == static_cast<int>(NightUnderTest::commands()) + 1);
}

TEST_CASE("After a power cut every command answered done is there, whole", "[faults]")
{
    const int operations = operationsOfANight();
    REQUIRE(operations > 100);
    for (int operation = 1; operation <= operations; operation += 3)
        workWithPowerCut(operation, Survives::Nothing);
}

TEST_CASE("So it is when the disk had written the rest in pieces", "[faults]")
{
    const int operations = operationsOfANight();
    for (int operation = 2; operation <= operations; operation += 3)
        workWithPowerCut(operation, Survives::Sectors);
}

TEST_CASE("A full or failing disk is told of, loses nothing and is got over", "[faults]")
{
    struct Failing {
        int code;
        db::Fault fault;
    };
    const auto failing = GENERATE(Failing{SQLITE_FULL, db::Fault::Full},
        Failing{SQLITE_IOERR_WRITE, db::Fault::Disk}, Failing{SQLITE_IOERR_FSYNC, db::Fault::Disk});
    const int operations = operationsOfANight();
    for (int operation = 1; operation <= operations; operation += 9) {
        FaultyDisk disk;
        NightUnderTest night;
        disk.failAt(operation, failing.code);
        if (night.work())
            continue; // a full disk does not mind a sync
        CAPTURE(operation, failing.code);
        CHECK(night.problem()->fault() == failing.fault);
        CHECK_FALSE(night.problem()->text().isEmpty());
        CHECK_FALSE(night.problem()->mend().isEmpty());
        CHECK(night.complaints().join(u'\n').toStdString().empty());
        disk.mend();

        CHECK(night.work());
        CHECK(night.rebuildAgrees());
        CHECK(night.complaints().join(u'\n').toStdString().empty());
    }
}
