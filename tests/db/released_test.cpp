#include "core/handover/handover_code.h"
#include "db/desks.h"
#include "db/exchange.h"
#include "db/health.h"
#include "db/lists.h"
#include "db/migrations.h"
#include "db/resources.h"
#include "db/store_parts.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const QString released = QStringLiteral(DUTYDESK_TEST_DATA "/released");

QStringList versions()
{
    return QDir(released).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

/// A released version's two desks, copied out so that they can be opened.
struct Released {
    explicit Released(const QString& version)
    {
        const QDir from(released + u'/' + version);
        for (const QString& name : from.entryList(QDir::Files)) {
            REQUIRE(QFile::copy(from.filePath(name), path(name)));
            QFile::setPermissions(path(name), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        }
    }

    QString path(const QString& name) const { return folder.filePath(name); }

    const QTemporaryDir folder;
};

}

TEST_CASE("A store of every released version opens, is sound and folds alike", "[released]")
{
    REQUIRE_FALSE(versions().isEmpty());
    for (const QString& version : versions()) {
        CAPTURE(version.toStdString());
        const Released files(version);

        const auto store = db::Store::open(files.path(u"day.dutydesk"_s));

        CHECK_FALSE(store->damage());
        CHECK(db::verify(*store).sound());
        const QByteArray rows = db::digestOfRows(*store);
        CHECK(db::rebuild(*store) == rows);
        const auto cases = db::list(*store, {u"case"_s, {}, {}});
        REQUIRE(cases.size() == 1);
        CHECK(cases.front().value(u"title"_s) == u"Held on Ward 4"_s);
        CHECK(cases.front().value(u"responsible"_s) == u"amhp-day"_s);
        CHECK(db::list(*store, {u"clock"_s, {}, {}}).size() == 1);
        CHECK(db::schemaOf(*store->parts().database) == db::newestSchema());
        const core::Records& records = store->records();
        CHECK(records.contactsWithGpCopy({u"edt_admin_gp"_s}, u"mhaa"_s).empty()); // with its case
        CHECK(records.contactsWithGpCopy({u"edt_admin_gp"_s}, {}).size() == 1);
    }
}

TEST_CASE("A store of a released version names the verb that makes it readable", "[released]")
{
    for (const QString& version : versions()) {
        CAPTURE(version.toStdString());
        const Released files(version);
        try {
            db::Store::open(files.path(u"day.dutydesk"_s), {db::Access::Read, {}, {}, {}});
            FAIL("It was read as it is.");
        } catch (const db::Error& error) {
            CHECK(error.fault() == db::Fault::ReadOnly);
            CHECK(error.mend().contains(u"rebuild"_s));
        }
    }
}

TEST_CASE("A backup of a released version is put back, and stays as it is", "[released]")
{
    for (const QString& version : versions()) {
        CAPTURE(version.toStdString());
        const Released files(version);
        const QString backup = files.path(u"day.dutydesk"_s);
        REQUIRE(QFile::remove(backup + u".key"_s));
        const QByteArray before = db::readWhole(backup);

        const auto store = db::restore(backup, files.path(u"back.dutydesk"_s));

        CHECK_FALSE(store->damage());
        CHECK(db::list(*store, {u"case"_s, {}, {}}).size() == 1);
        CHECK(db::readWhole(backup) == before);
    }
}

TEST_CASE("A bundle of every released version is taken in", "[released]")
{
    for (const QString& version : versions()) {
        CAPTURE(version.toStdString());
        const Released files(version);
        const auto edt = db::Store::open(files.path(u"edt.dutydesk"_s));

        const auto report = db::importBundle(*edt, files.path(u"day-to-edt.bundle"_s));

        CHECK(report.outcome == core::ImportOutcome::Imported);
        CHECK(report.from == u"AMHP day desk"_s);
        CHECK(report.newer == 0);
        CHECK(db::verify(*edt).sound());
        const auto items = db::list(*edt, {u"handover_item"_s, {}, {}});
        REQUIRE(items.size() == 1);
        CHECK(items.front().value(u"transfer_number"_s) == u"T-2026-11-18-PM-01"_s);
        CHECK(db::importBundle(*edt, files.path(u"day-to-edt.bundle"_s)).outcome
            == core::ImportOutcome::Old);
    }
}

TEST_CASE("An introduction of every released version is read", "[released]")
{
    for (const QString& version : versions()) {
        const auto read
            = db::readIntroductionFile(released + u'/' + version + u"/day.introduction"_s);
        CHECK(read.introduction.name == u"AMHP day desk"_s);
        CHECK(read.code.size() == 6);
    }
}
