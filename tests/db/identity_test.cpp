#include "core/command/json_read.h"
#include "core/journal/desk.h"
#include "db/health.h"
#include "db/lists.h"
#include "db/window_lock.h"
#include "tests/db/desk_in_folder.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace {

core::DeskOpened openingOf(const db::Store& store)
{
    const auto events = db::events(store, core::subjectOfDesk(store.desk()));
    REQUIRE(events.size() == 1);
    return core::readPayload<core::DeskOpened>(events.front().payload);
}

}

TEST_CASE("A desk's first event says who it is", "[identity]")
{
    const DeskInFolder desk;

    const core::DeskOpened opened = openingOf(*desk.store);

    CHECK(opened.name == u"EDT desk 1"_s);
    CHECK(opened.services.front() == u"edt"_s);
    CHECK(opened.services.contains(u"amhp-day"_s));
    CHECK(opened.signingKey.size() == 64);
    CHECK(opened.boxKey.size() == 64);
    CHECK(opened.training);
    CHECK_FALSE(opened.continues);
}

TEST_CASE("A store without its key goes on as a new desk", "[identity]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    const core::DeskId before = desk.store->desk();
    desk.store.reset();
    QFile::remove(desk.path() + u".key"_s);

    desk.reopen();

    CHECK(desk.store->desk() != before);
    const auto continues = openingOf(*desk.store).continues;
    REQUIRE(continues);
    CHECK(continues->desk == before);
    CHECK(continues->seq == 3);
    CHECK(continues->why == u"no_key"_s);
    CHECK(desk.submit(R"({"do": "user.change", "user": "priya", "of": "priya", "amhp": true})")
              .done());
    CHECK(db::verify(*desk.store).sound());
}

TEST_CASE("A key that cannot be opened stops the opening and is named", "[identity]")
{
    DeskInFolder desk;
    const core::DeskId before = desk.store->desk();
    desk.store.reset();
    const QString key = desk.path() + u".key"_s;
    REQUIRE(QFile::rename(key, key + u".kept"_s));
    REQUIRE(QDir().mkdir(key)); // there, and not to be opened by anybody

    try {
        desk.reopen();
        FAIL("It was opened.");
    } catch (const db::Error& error) {
        CHECK(error.fault() == db::Fault::ReadOnly);
        CHECK(error.text().contains(key));
        CHECK(error.mend().contains(u"permission"));
    }
    REQUIRE(QDir().rmdir(key));
    REQUIRE(QFile::rename(key + u".kept"_s, key));
    desk.reopen();
    CHECK(desk.store->desk() == before);
}

TEST_CASE("A key that cannot be set aside ends the opening with what to do", "[identity]")
{
    DeskInFolder desk;
    desk.store.reset();
    // As long as a name may be with ".key"; ".key.old-1" does not fit.
    const QString longName = desk.folder.filePath(QString(250, u'd'));
    REQUIRE(QFile::rename(desk.path(), longName));
    QFile key(longName + u".key"_s);
    REQUIRE(key.open(QIODevice::WriteOnly));
    key.write("no key");
    key.close();
    // Qt complains of the name as well.
    const auto silence = [](QtMsgType, const QMessageLogContext&, const QString&) {};
    const auto before = qInstallMessageHandler(silence);
    const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });

    try {
        db::Store::open(longName);
        FAIL("It was opened.");
    } catch (const db::Error& error) {
        CHECK(error.fault() == db::Fault::ReadOnly);
        CHECK(error.text().contains(u"set aside"));
    }
    CHECK(db::readWhole(longName + u".key"_s) == "no key");
}

TEST_CASE("Through a link a store is the same desk, and has one window", "[identity]")
{
    DeskInFolder desk;
    const core::DeskId before = desk.store->desk();
    desk.store.reset();
    const QTemporaryDir elsewhere;
    const QString link = elsewhere.filePath(u"linked.db"_s);
    REQUIRE(QFile::link(desk.path(), link));
    db::WindowLock direct(desk.path());
    db::WindowLock linked(link);

    const auto store = db::Store::open(link);

    CHECK(store->desk() == before);
    CHECK_FALSE(QFileInfo::exists(link + u".key"_s));
    CHECK(direct.take());
    CHECK_FALSE(linked.take());
}

TEST_CASE("An older copy put back goes on as a new desk", "[identity]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    const QString old = desk.folder.filePath(u"old.db"_s);
    db::backup(*desk.store, old);
    desk.submit(R"({"do": "user.change", "user": "priya", "of": "priya", "amhp": true})");
    const core::DeskId before = desk.store->desk();
    desk.store.reset();
    QFile::remove(desk.path());
    REQUIRE(QFile::copy(old, desk.path()));

    desk.reopen();

    CHECK(desk.store->desk() != before);
    CHECK(openingOf(*desk.store).continues->why == u"key_ahead"_s);
    CHECK(QFileInfo::exists(desk.path() + u".key.old-1"_s));
}

TEST_CASE(
    "A store copied with its key goes on as a new desk; the first keeps its own", "[identity]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    const core::DeskId before = desk.store->desk();
    desk.store.reset();
    const QString copy = desk.folder.filePath(u"copy.db"_s);
    REQUIRE(QFile::copy(desk.path(), copy));
    REQUIRE(QFile::copy(desk.path() + u".key"_s, copy + u".key"_s));

    const auto other = db::Store::open(copy);
    desk.reopen();

    CHECK(other->desk() != before);
    CHECK(openingOf(*other).continues->why == u"copied"_s);
    CHECK(desk.store->desk() == before);
}

TEST_CASE("Opening a store again changes nothing in it", "[identity]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    const QByteArray rows = db::digestOfRows(*desk.store);
    const core::DeskId before = desk.store->desk();

    desk.reopen();
    desk.reopen();

    CHECK(desk.store->desk() == before);
    CHECK(db::verify(*desk.store).events == 3);
    CHECK(db::digestOfRows(*desk.store) == rows);
}

TEST_CASE("A torn head in the key file is no reason for a new desk", "[identity]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    const core::DeskId before = desk.store->desk();
    desk.store.reset();
    QFile key(desk.path() + u".key"_s);
    REQUIRE(key.open(QIODevice::ReadWrite));
    key.seek(key.size() - 10);
    key.write("@@@@");
    key.close();

    desk.reopen();

    CHECK(desk.store->desk() == before);
}
