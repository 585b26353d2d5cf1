#include "db/health.h"
#include "db/migrations.h"
#include "db/store_check.h"
#include "db/store_open.h"
#include "tests/db/desk_in_folder.h"
#include "tests/db/lines.h"
#include "tests/db/torn_file.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr int notes = 90;

/// A desk with an open case of many notes, closed, with everything in its one file.
struct TornDesk : DeskInFolder {
    TornDesk() : file(path())
    {
        Lines lines(*store);
        lines.work(R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "contact.log", "user": "kofi", "as": "k1", "words": "Carer has not come"}
{"do": "contact.open_case", "user": "kofi", "as": "c1", "contact": "$k1", "title": "Carer has not come"}
)");
        for (int n = 0; n < notes; ++n)
            lines.work(
                R"({"do": "case.note", "user": "kofi", "case": "$c1", "words": "Rang again, nobody there"})");
        id = {QUuid::fromString(lines.made(u"c1"_s))};
        const auto record = store->records().caseRecord(id);
        ref = record->ref;
        entries = record->entries.size();
        desk = store->desk();
        head = db::headOf(*store->parts().database, desk);
        store.reset();
        file.settle();
    }

    db::Health health() const { return db::examine(path()); }

    TornFile file;
    core::CaseId id;
    QString ref;
    std::size_t entries = 0;
    core::DeskId desk;
    core::Head head;
};

bool says(const db::Health& health, const QString& words)
{
    return std::any_of(health.problems.begin(), health.problems.end(),
        [&](const db::Problem& problem) { return problem.text.contains(words); });
}

/// Numbers of the events that something is said of.
std::set<qint64> eventsIn(const db::Health& health, const core::DeskId& desk)
{
    std::set<qint64> events;
    for (const db::Problem& problem : health.problems)
        if (problem.desk == desk)
            for (qint64 seq = problem.seq; seq <= std::max(problem.seq, problem.last); ++seq)
                events.insert(seq);
    return events;
}

db::FreshOptions given()
{
    return {db::profileBytes(u"anyshire"_s), u"edt"_s, u"EDT desk 1"_s, {}};
}

QStringList filesIn(const TornDesk& desk)
{
    return QDir(desk.folder.path()).entryList(QDir::Files);
}

}

TEST_CASE("Verifying goes on behind a torn page and names the events on it", "[torn]")
{
    TornDesk desk;
    const QString table = GENERATE(u"body"_s, u"header"_s, u"chain"_s);
    const std::vector<qint64> leaves = desk.file.leavesOf(table);
    REQUIRE(leaves.size() > 3);
    desk.file.tearPage(leaves.at(leaves.size() - 3));
    // Behind it one that is readable and was changed.
    desk.file.tearPage(leaves.at(leaves.size() - 2), 4000, 8);

    const db::Health health = desk.health();

    CAPTURE(table.toStdString());
    CHECK_FALSE(health.sound());
    CHECK(health.events == desk.head.seq);
    const std::set<qint64> events = eventsIn(health, desk.desk);
    CHECK(events.size() > 2);
    CHECK(events.size() < static_cast<std::size_t>(desk.head.seq));
    CHECK(says(health, u"torn page"_s));
    CHECK(says(health, u"“%1” is torn"_s.arg(table)));
    CHECK(std::any_of(
        health.problems.begin(), health.problems.end(), [&](const db::Problem& problem) {
            return problem.seq > *events.begin() && !problem.text.contains(u"torn page");
        }));
}

TEST_CASE("A torn table that is no journal is named, and every event is still looked at", "[torn]")
{
    TornDesk desk;
    desk.file.tearFirstLeaf(u"draft"_s);

    const db::Health health = desk.health();

    CHECK(health.events == desk.head.seq);
    CHECK(eventsIn(health, desk.desk).empty());
    CHECK(says(health, u"The table “draft” is torn."_s));
}

TEST_CASE("A store that cannot be opened for its torn head or profile is still walked", "[torn]")
{
    TornDesk desk;
    const QString table = GENERATE(u"chain"_s, u"body"_s);
    desk.file.tearPage(desk.file.leavesOf(table).back());
    desk.file.tearPage(desk.file.leavesOf(u"body"_s).front());

    const db::Health health = desk.health();

    CHECK(health.events == desk.head.seq);
    CHECK(eventsIn(health, desk.desk).contains(desk.head.seq));
    CHECK_FALSE(health.sound());
}

TEST_CASE(
    "Torn pages of the newest events lose none of them to a fresh start", "[torn][fresh_start]")
{
    TornDesk desk;
    desk.file.tearPage(desk.file.leavesOf(u"chain"_s).back());

    const db::FreshStart start = db::startFreshBeside(desk.path());

    CHECK(start.cases == 1);
    CHECK(start.incomplete.isEmpty());
    const auto carried = start.store->records().caseRecord(desk.id);
    REQUIRE(carried);
    CHECK(carried->entries.size() == desk.entries);
    CHECK(db::verify(*start.store).sound());
    // Where they stood in the chain was worked out as it had been.
    const core::Head carriedHead = db::headOf(*start.store->parts().database, desk.desk);
    CHECK(carriedHead.seq == desk.head.seq);
    CHECK(carriedHead.chain == desk.head.chain);
}

TEST_CASE(
    "A torn profile is asked for, and the cases are carried over with it", "[torn][fresh_start]")
{
    TornDesk desk;
    desk.file.tearPage(desk.file.overflowOf(u"body"_s));
    CHECK(db::freshNeeds(desk.path()).profile);
    CHECK_FALSE(db::freshNeeds(desk.path()).service);
    const auto faultOf = [&] {
        try {
            db::startFreshBeside(desk.path());
        } catch (const db::Error& error) {
            CHECK(error.mend().contains(u"--profile P"));
            return error.fault();
        }
        return db::Fault::Program;
    };
    CHECK(faultOf() == db::Fault::Invalid);
    CHECK_FALSE(filesIn(desk).join(u' ').contains(u"desk-2"));

    const db::FreshStart start = db::startFreshBeside(desk.path(), given());

    CHECK(start.store->service() == u"edt"_s);
    CHECK(start.cases == 1);
    CHECK(start.incomplete.isEmpty());
    CHECK(start.store->records().caseRecord(desk.id)->entries.size() == desk.entries);
}

TEST_CASE("Any store has a fresh one beside it, whatever became of its file", "[torn][fresh_start]")
{
    TornDesk desk;
    SECTION("its list of tables is torn")
    {
        desk.file.tearPage(1, 100);
    }
    SECTION("its first page is torn")
    {
        desk.file.tearPage(1, 0, 4096);
    }
    SECTION("it is garbage")
    {
        desk.file.become(QByteArray(50'000, 'g'));
    }
    SECTION("nothing is left of it")
    {
        desk.file.become({});
    }
    const QByteArray key = [&] {
        QFile file(desk.path() + u".key"_s);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }();
    CHECK_THROWS_AS(desk.reopen(), db::Error);

    const db::FreshStart start = db::startFreshBeside(desk.path(), given());

    CHECK(start.path != desk.path());
    CHECK(start.store->desk() != desk.desk);
    CHECK(start.store
              ->submit({{u"do"_s, u"contact.log"_s}, {u"user"_s, u"kofi"_s},
                  {u"words"_s, u"Next call"_s}})
              .decision.refusals.size()
        <= 1);
    CHECK(db::verify(*start.store).sound());
    // Who this desk was is known by its key, which is left where it was.
    QFile left(desk.path() + u".key"_s);
    REQUIRE(left.open(QIODevice::ReadOnly));
    CHECK(left.readAll() == key);
}

TEST_CASE(
    "A list of tables that is torn behind the journal still gives the cases", "[torn][fresh_start]")
{
    TornDesk desk;
    desk.file.tearPage(desk.file.leavesOf(u"sqlite_schema"_s).back());

    const db::FreshStart start = db::startFreshBeside(desk.path(), given());

    CHECK(start.cases == 1);
}

TEST_CASE("A damaged store of an older version is not brought up to date", "[torn][migrations]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    for (const QString& ending : {u""_s, u".key"_s})
        QFile::copy(QStringLiteral(DUTYDESK_TEST_DATA "/released/0.1.0/edt.dutydesk") + ending,
            path + ending);
    REQUIRE(QFile::exists(path));
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const TornFile file(path);
    file.settle();
    file.tearFirstLeaf(u"subject"_s);
    const QString before = path + u".before-7"_s;
    REQUIRE(QFile(before).open(QIODevice::WriteOnly));

    for (int opening = 0; opening < 2; ++opening) {
        try {
            db::Store::open(path);
            FAIL("it opened");
        } catch (const db::Error& error) {
            CHECK(error.fault() == db::Fault::Damaged);
            CHECK(error.mend().contains(u"fresh store"));
        }
    }

    db::Database database({path, true, false, false});
    CHECK(db::schemaOf(database) < db::newestSchema());
    CHECK(QFileInfo(before).size() == 0);
    CHECK(QDir(folder.path()).entryList({u"*.before-*"_s}).size() == 1);
    CHECK(db::notedDamage(path));
}

TEST_CASE("A check finds damage, notes it, and closes the store for whoever opens it", "[check]")
{
    TornDesk desk;
    CHECK_FALSE(db::StoreCheck(desk.path()).run());
    CHECK_FALSE(db::notedDamage(desk.path()));
    desk.file.tearPage(desk.file.leavesOf(u"body"_s).at(2));

    const auto found = db::StoreCheck(desk.path()).run();

    REQUIRE(found);
    CHECK(found->text.contains(u"“body” is torn"));
    CHECK(db::notedDamage(desk.path())->text == found->text);
    desk.reopen();
    CHECK(desk.store->damage());
}

TEST_CASE("A check finds what was changed on whole pages, and names event and desk", "[check]")
{
    TornDesk desk;
    {
        db::Database database({desk.path(), false, false, false});
        db::run(database, u"DROP TRIGGER body_is_never_changed"_s);
        db::run(database,
            u"UPDATE body SET evidence = 'said so' WHERE place ="
            " (SELECT place FROM chain WHERE seq = 7)"_s);
    }

    const auto found = db::StoreCheck(desk.path()).run();

    REQUIRE(found);
    CHECK(found->text.contains(u"event 7 of “EDT desk 1”"));
}

TEST_CASE("A check that is stopped ends and says nothing", "[check]")
{
    TornDesk desk;
    desk.file.tearPage(desk.file.leavesOf(u"body"_s).at(2));
    db::StoreCheck check(desk.path());
    check.stop();

    CHECK_FALSE(check.run());
    CHECK_FALSE(db::notedDamage(desk.path()));
}

TEST_CASE("A statement can be stopped while it runs", "[check]")
{
    TornDesk desk;
    db::Database database({desk.path(), true, false, false});
    int asked = 0;
    database.stopWhen([&asked] { return ++asked > 3; });
    try {
        db::number(database,
            u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"_s);
        FAIL("it came to an end");
    } catch (const db::Error& error) {
        CHECK(error.fault() == db::Fault::Stopped);
    }
    database.stopWhen({});
    CHECK(db::number(database, u"SELECT 1"_s) == 1);
}

TEST_CASE(
    "Damage met by any work of the writer closes the store, a broken bundle does not", "[torn]")
{
    TornDesk desk;
    desk.reopen();

    desk.store->meet(db::Error(db::Fault::Damaged, u"The bundle is damaged."_s, {}));
    CHECK_FALSE(desk.store->damage());
    desk.store->meet(db::sqliteError(11, {}));
    CHECK(desk.store->damage());
    CHECK(db::notedDamage(desk.path()));
}
