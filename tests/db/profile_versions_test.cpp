#include "db/health.h"
#include "db/lists.h"
#include "db/profile_in_force.h"
#include "db/store_parts.h"
#include "tests/db/forger.h"
#include "tests/support/later_profile.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;

namespace {

const Exchanged otherNumber{"01632 960101", "01632 960199"};

void publish(db::Store& store, const QByteArray& profile, const char* user)
{
    const db::Answer answer = store.submit(publishing(profile, user));
    if (!answer.done())
        FAIL(answer.decision.refusals.front().text.toStdString());
}

QString versionOf(const db::Store& store)
{
    return store.calendar().profile().version;
}

QString firstNumber(const db::Store& store)
{
    return store.calendar().profile().ladders.front().rungs.front().number;
}

/// Version and standing of each that is listed, by when it begins.
QStringList standings(const db::Store& store)
{
    QStringList all;
    for (const QJsonObject& row : db::list(store, {u"profile"_s, {}, u"begins"_s}))
        all.append(row.value(u"version"_s).toString() + u' ' + row.value(u"state"_s).toString());
    return all;
}

}

TEST_CASE("FM-3 a published version is in force from its day on, whenever the store is opened",
    "[profile]")
{
    DeskInFolder desk;
    REQUIRE(desk.submit(addPriya).done());

    publish(*desk.store, laterProfile("1.1", "2026-12-01", {otherNumber}), "priya");

    CHECK(versionOf(*desk.store) == u"1.0"_s);
    CHECK(standings(*desk.store) == QStringList{u"1.0 in_force"_s, u"1.1 to_come"_s});
    desk.store->setTrainingClock(london("2026-11-30T23:59"));
    CHECK(firstNumber(*desk.store) == u"01632 960101"_s);
    desk.store->setTrainingClock(london("2026-12-01T00:00"));
    CHECK(firstNumber(*desk.store) == u"01632 960199"_s);
    CHECK(standings(*desk.store) == QStringList{u"1.0 past"_s, u"1.1 in_force"_s});
    CHECK(desk.store->calendar().asAt(london("2026-11-20T10:00")).profile().version == u"1.0"_s);
    CHECK(db::profileInForce(*desk.store) == laterProfile("1.1", "2026-12-01", {otherNumber}));

    desk.reopen();

    CHECK(versionOf(*desk.store) == u"1.1"_s);
    CHECK(db::verify(*desk.store).sound());
}

TEST_CASE("FM-3 a store that is folded anew lists the same versions", "[profile]")
{
    DeskInFolder desk;
    REQUIRE(desk.submit(addPriya).done());
    desk.store->setTrainingClock(london("2026-11-18T20:00"));
    publish(*desk.store, laterProfile("1.1", "2026-11-18"), "priya");
    publish(*desk.store, laterProfile("1.2", "2027-01-04"), "priya");
    const QByteArray before = db::digestOfRows(*desk.store);

    db::rebuild(*desk.store);

    CHECK(db::digestOfRows(*desk.store) == before);
    CHECK(
        standings(*desk.store) == QStringList{u"1.0 past"_s, u"1.1 in_force"_s, u"1.2 to_come"_s});
}

TEST_CASE("FM-3 an open store goes on by a version that another program published", "[profile]")
{
    DeskInFolder desk;
    REQUIRE(desk.submit(addPriya).done());
    const auto other = db::Store::open(desk.path(), {db::Access::Read, {}, {}, {}});
    const core::ServiceCalendar& before = other->calendar();

    publish(*desk.store, laterProfile("1.1", "2026-11-18", {otherNumber}), "priya");

    CHECK(firstNumber(*other) == u"01632 960199"_s);
    CHECK(before.profile().version == u"1.0"_s);
    desk.store->setTrainingClock(london("2026-11-18T17:30"));
    CHECK(versionOf(*desk.store) == u"1.0"_s);
}

TEST_CASE("FM-3 a refused version changes nothing", "[profile]")
{
    DeskInFolder desk;
    REQUIRE(desk.submit(addPriya).done());

    CHECK_FALSE(desk.store->submit(publishing(laterProfile("1.0", "2026-11-18"), "priya")).done());

    CHECK(standings(*desk.store) == QStringList{u"1.0 in_force"_s});
}

TEST_CASE("FM-3 a version travels to the desks of its service, and holds there from the same day",
    "[profile][exchange]")
{
    EdtDesks desks;
    desks.exchange();
    publish(*desks.one, laterProfile("1.1", "2026-12-01", {otherNumber}), "priya");

    desks.exchange();

    CHECK(versionOf(*desks.two) == u"1.0"_s);
    desks.two->setTrainingClock(london("2026-12-01T09:00"));
    CHECK(firstNumber(*desks.two) == u"01632 960199"_s);
    CHECK(standings(*desks.two).contains(u"1.1 in_force"_s));
    CHECK_FALSE(desks.two->submit(publishing(laterProfile("1.1", "2026-12-02"), "sam")).done());
}

TEST_CASE("FM-3 two desks that publish at the same time hold one version, and a person settles it",
    "[profile][exchange]")
{
    EdtDesks desks;
    desks.exchange();
    publish(*desks.one, laterProfile("1.1", "2026-11-18", {otherNumber}), "priya");
    publish(
        *desks.two, laterProfile("1.1", "2026-11-18", {{"01632 960101", "01632 960188"}}), "sam");

    desks.exchange();

    CHECK(firstNumber(*desks.one) == firstNumber(*desks.two));
    const auto conflicts = db::list(*desks.one, {u"conflict"_s, {}, {}});
    REQUIRE(conflicts.size() == 2);
    const QJsonObject& side = conflicts.front();
    REQUIRE(desks.one
                ->submit({{u"do"_s, u"conflict.settle"_s}, {u"user"_s, u"priya"_s},
                    {u"kind"_s, u"profile"_s}, {u"record"_s, side.value(u"record"_s)},
                    {u"field"_s, side.value(u"field"_s)}, {u"choose"_s, side.value(u"event"_s)}})
                .done());
    desks.exchange();
    for (const auto* desk : {desks.one.get(), desks.two.get()}) {
        CHECK(db::list(*desk, {u"conflict"_s, {}, {}}).empty());
        CHECK(standings(*desk).filter(u"1.1"_s) == QStringList{u"1.1 in_force"_s});
    }
}

TEST_CASE("FM-3 a version of another service is not taken up", "[profile][exchange]")
{
    Forger desks;
    publish(*desks.day, laterProfile("1.1", "2026-11-18", {otherNumber}), "olive");
    CHECK(versionOf(*desks.day) == u"1.1"_s);

    const QString file = desks.folder.filePath(u"from-day"_s);
    db::exportBundle(*desks.day, u"edt"_s, file);
    db::importBundle(*desks.one, file);

    CHECK(versionOf(*desks.one) == u"1.0"_s);
    CHECK(standings(*desks.one) == QStringList{u"1.0 in_force"_s});
}

TEST_CASE("FM-3 a fresh store goes on by the version in force, and has those to come",
    "[profile][fresh_start]")
{
    DeskInFolder desk;
    REQUIRE(desk.submit(addPriya).done());
    publish(*desk.store, laterProfile("1.1", "2026-11-18", {otherNumber}), "priya");
    publish(*desk.store, laterProfile("1.2", "2026-12-01"), "priya");

    const db::StoreParts& parts = desk.store->parts();

    CHECK(db::profileInForce(*parts.database, desk.store->now())
        == laterProfile("1.1", "2026-11-18", {otherNumber}));
    CHECK(db::profileInForce(*parts.database, london("2026-12-02T09:00"))
        == laterProfile("1.2", "2026-12-01"));
}
