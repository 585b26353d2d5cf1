#include "db/health.h"

#include "db/migrations.h"
#include "tests/db/desk_in_folder.h"

#include <catch2/catch.hpp>

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

void addColleagues(DeskInFolder& desk)
{
    REQUIRE(desk.submit(addPriya).done());
    REQUIRE(desk.submit(R"({"do": "user.add", "user": "priya", "login": "sam",
        "name": "Sam Osei", "service": "edt", "roles": ["edt_officer"]})")
                .done());
    REQUIRE(
        desk.submit(R"({"do": "user.change", "user": "priya", "of": "sam", "amhp": true})").done());
}

// Changes a store behind the program's back, as a failing disk or a hand in the file would.
void tamper(DeskInFolder& desk, const QStringList& statements)
{
    desk.store.reset();
    db::Database database({desk.path(), false, false});
    for (const char* trigger : {"header_is_never_changed", "header_is_never_deleted",
             "body_is_never_changed", "chain_is_never_changed", "chain_is_never_deleted"})
        db::run(database, u"DROP TRIGGER %1"_s.arg(QString::fromLatin1(trigger)));
    db::run(database, u"PRAGMA foreign_keys = OFF"_s);
    for (const QString& statement : statements)
        db::run(database, statement);
}

db::Health healthOf(const DeskInFolder& desk)
{
    return db::verify(*db::Store::open(desk.path(), {db::Access::Read, {}, {}, {}}));
}

}

TEST_CASE("A sound store verifies", "[health]")
{
    DeskInFolder desk;
    addColleagues(desk);

    const db::Health health = db::verify(*desk.store);

    CHECK(health.sound());
    CHECK(health.events == 5);
    CHECK(db::quickCheck(*desk.store).sound());
}

TEST_CASE("Verifying says which event of which desk was changed, and how", "[health]")
{
    struct Case {
        const char16_t* statement;
        qint64 seq;
        const char16_t* says;
    };
    const auto each = GENERATE(Case{u"UPDATE body SET payload = CAST(replace(CAST(payload AS "
                                    u"TEXT), 'Sam', 'Tom') AS BLOB) WHERE place ="
                                    " (SELECT place FROM chain WHERE seq = 4)",
                                   4, u"content was changed"},
        Case{u"UPDATE body SET evidence = 'said so' WHERE place ="
             " (SELECT place FROM chain WHERE seq = 4)",
            4, u"content was changed"},
        Case{
            u"UPDATE header SET envelope = CAST(replace(CAST(envelope AS TEXT), 'Set-up', 'Somebo')"
            " AS BLOB) WHERE place = (SELECT place FROM chain WHERE seq = 1)",
            1, u"header"},
        Case{u"DELETE FROM chain WHERE seq = 3", 4, u"missing"},
        Case{u"UPDATE chain SET chain = zeroblob(32) WHERE seq = 3", 3, u"not chained"},
        Case{u"UPDATE chain SET signature = zeroblob(64) WHERE seq = 3", 3, u"signature"},
        Case{u"DELETE FROM body WHERE place = (SELECT place FROM chain WHERE seq = 4)", 4,
            u"lost what it says"});
    DeskInFolder desk;
    addColleagues(desk);
    const core::DeskId id = desk.store->desk();
    tamper(desk, {QString::fromUtf16(each.statement)});

    const db::Health health = healthOf(desk);

    REQUIRE_FALSE(health.sound());
    CAPTURE(QString::fromUtf16(each.statement).toStdString());
    CHECK(health.problems.front().desk == id);
    CHECK(health.problems.front().seq == each.seq);
    CHECK(
        health.problems.front().text.toStdString().find(QString::fromUtf16(each.says).toStdString())
        != std::string::npos);
}

TEST_CASE("A rebuild gives the same rows", "[health]")
{
    DeskInFolder desk;
    addColleagues(desk);
    const QByteArray before = db::digestOfRows(*desk.store);

    CHECK(db::rebuild(*desk.store) == before);
    CHECK(db::rebuild(*desk.store) == before);
    CHECK(desk.store->records().userNamed(u"sam"_s)->amhp);
}

TEST_CASE("A rebuild that is stopped leaves the rows as they were", "[health]")
{
    DeskInFolder desk;
    addColleagues(desk);
    const QByteArray before = db::digestOfRows(*desk.store);

    CHECK_THROWS_AS(db::rebuild(*desk.store, [](qint64, qint64) { return false; }), db::Error);

    CHECK(db::digestOfRows(*desk.store) == before);
    CHECK(desk.submit(R"({"do": "user.change", "user": "priya", "of": "sam", "amhp": false})")
              .done());
}

TEST_CASE("Rows of an older program are made anew when the store is opened", "[health]")
{
    DeskInFolder desk;
    addColleagues(desk);
    const QByteArray before = db::digestOfRows(*desk.store);
    tamper(desk, {u"UPDATE meta SET value = 0 WHERE key = 'rows'"_s, u"DELETE FROM user"_s});

    desk.reopen();

    CHECK(db::digestOfRows(*desk.store) == before);
}

TEST_CASE("A store whose newest event was changed opens for reading only", "[health]")
{
    DeskInFolder desk;
    addColleagues(desk);
    tamper(desk,
        {u"UPDATE body SET payload = x'7b7d' WHERE place ="
         " (SELECT place FROM chain ORDER BY seq DESC LIMIT 1)"_s});

    desk.reopen();

    REQUIRE(desk.store->damage());
    CHECK(desk.store->damage()->text.contains(u"EDT desk 1"));
    CHECK(desk.store->records().userNamed(u"priya"_s));
    CHECK_THROWS_AS(
        desk.submit(R"({"do": "user.change", "user": "priya", "of": "sam"})"), db::Error);
}

TEST_CASE("A store that a check found damaged is not written to again", "[health]")
{
    DeskInFolder desk;
    addColleagues(desk);

    desk.store->closeForWriting({u"Page 7 is torn."_s, u"Start a fresh store."_s});
    CHECK_THROWS_AS(
        desk.submit(R"({"do": "user.change", "user": "priya", "of": "sam"})"), db::Error);
    desk.reopen();

    REQUIRE(desk.store->damage());
    CHECK(desk.store->damage()->text == u"Page 7 is torn."_s);
    CHECK(desk.store->damage()->mend == u"Start a fresh store."_s);
}

TEST_CASE("A backup opens as a store of its own and names what it goes on from", "[health]")
{
    DeskInFolder desk;
    addColleagues(desk);
    const QString copy = desk.folder.filePath(u"copy.db"_s);
    const QString restored = desk.folder.filePath(u"restored.db"_s);

    db::backup(*desk.store, copy);
    const auto store = db::restore(copy, restored);

    CHECK(store->desk() != desk.store->desk());
    CHECK(store->records().userNamed(u"sam"_s));
    CHECK(db::verify(*store).sound());
    CHECK(db::digestOfRows(*store) == db::digestOfRows(*desk.store));
    CHECK_THROWS_AS(db::backup(*desk.store, copy), db::Error);
}
