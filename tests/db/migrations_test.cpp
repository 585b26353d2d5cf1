#include "db/migrations.h"

#include "core/rows/row.h"
#include "db/file_identity.h"
#include "db/health.h"
#include "tests/db/desk_in_folder.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFileInfo>

#include <future>

using namespace Qt::StringLiterals;

namespace {

QStringList columnsIn(db::Database& database, const QString& table)
{
    QStringList columns;
    db::Rows rows = db::select(database, u"SELECT name, type FROM pragma_table_info(?)"_s, {table});
    while (rows.next())
        columns.append(rows.text(0) + u' ' + rows.text(1));
    return columns;
}

struct FileInFolder {
    const QTemporaryDir folder;
    QString path = folder.filePath(u"file.db"_s);
    db::Database database{{path, false, false}};
};

}

TEST_CASE("The read tables have the columns that core names", "[migrations]")
{
    FileInFolder file;

    db::migrate(file.database);

    for (const char* name : core::words<core::ReadTable>) {
        const QString table = QString::fromLatin1(name);
        QStringList expected{u"subject INTEGER"_s, u"key TEXT"_s};
        for (const core::Column& column : core::columnsOf(*core::fromWord<core::ReadTable>(table)))
            expected.append(
                QString::fromLatin1(column.name) + u' ' + QString::fromLatin1(column.type));
        CAPTURE(name);
        CHECK(columnsIn(file.database, table).join(u", ") == expected.join(u", "));
    }
}

TEST_CASE("A step that fails leaves the file as it was", "[migrations]")
{
    FileInFolder file;
    db::run(file.database, u"CREATE TABLE chain (stray TEXT)"_s);

    CHECK_THROWS_AS(db::migrate(file.database), db::Error);

    CHECK(db::schemaOf(file.database) == 0);
    CHECK(columnsIn(file.database, u"meta"_s).isEmpty());
}

TEST_CASE("Before a file with data is brought up to date a copy is made", "[migrations]")
{
    FileInFolder file;
    db::migrate(file.database, 1);
    db::run(file.database, u"INSERT INTO meta (key, value) VALUES ('x', 7)"_s);

    db::migrate(file.database);

    CHECK(db::schemaOf(file.database) == db::newestSchema());
    db::Database copy({file.path + u".before-2"_s, true, false});
    CHECK(db::schemaOf(copy) == 1);
    CHECK(db::number(copy, u"SELECT value FROM meta WHERE key = 'x'"_s) == 7);
    CHECK(db::number(file.database, u"SELECT value FROM meta WHERE key = 'x'"_s) == 7);
}

TEST_CASE("An earlier copy is never overwritten", "[migrations]")
{
    FileInFolder file;
    db::migrate(file.database, 1);
    QFile earlier(file.path + u".before-2"_s);
    REQUIRE(earlier.open(QIODevice::WriteOnly));
    earlier.write("earlier");
    earlier.close();

    db::migrate(file.database);

    CHECK(db::readWhole(earlier.fileName()) == "earlier");
    db::Database copy({file.path + u".before-2.2"_s, true, false});
    CHECK(db::schemaOf(copy) == 1);
}

TEST_CASE("Two programs bring an older file up to date once", "[migrations]")
{
    FileInFolder file;
    select(file.database, u"PRAGMA journal_mode = WAL"_s);
    db::migrate(file.database, 1);
    const auto open = [path = file.path] {
        db::Database database({path, false, false});
        db::migrate(database);
        return db::schemaOf(database);
    };

    auto one = std::async(std::launch::async, open);
    auto two = std::async(std::launch::async, open);

    CHECK(one.get() == db::newestSchema());
    CHECK(two.get() == db::newestSchema());
    CHECK(QDir(file.folder.path()).entryList({u"*.before-*"_s}, QDir::Files)
        == QStringList{u"file.db.before-2"_s});
}

TEST_CASE("A store, its side files and copies are for their owner's eyes only", "[migrations]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    db::backup(*desk.store, desk.folder.filePath(u"copy.db"_s));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;

    for (const QFileInfo& file : QDir(desk.folder.path()).entryInfoList(QDir::Files)) {
        CAPTURE(file.fileName().toStdString());
        CHECK_FALSE(file.permissions() & others);
    }
    CHECK(QFileInfo::exists(desk.path() + u"-wal"_s));
}

TEST_CASE("A store from a newer version is refused and left alone", "[migrations]")
{
    DeskInFolder desk;
    desk.store.reset();
    {
        db::Database database({desk.path(), false, false});
        db::run(database, u"PRAGMA user_version = 99"_s);
    }
    const QByteArray before = db::readWhole(desk.path());

    for (const db::Access access : {db::Access::Write, db::Access::Read}) {
        try {
            db::Store::open(desk.path(), {access, {}, {}, {}});
            FAIL("It was opened.");
        } catch (const db::Error& error) {
            CHECK(error.fault() == db::Fault::Newer);
            CHECK(error.text().contains(u"newer version"));
        }
    }
    CHECK(db::readWhole(desk.path()) == before);
}

TEST_CASE("What is no store is refused with what to do", "[migrations]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.db"_s);
    const auto faultOf = [&] {
        try {
            db::Store::open(path);
        } catch (const db::Error& error) {
            CHECK_FALSE(error.mend().isEmpty());
            return error.fault();
        }
        return db::Fault::Program;
    };
    const auto write = [&](const QByteArray& bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    };

    CHECK(faultOf() == db::Fault::Missing);
    write({});
    CHECK(faultOf() == db::Fault::NotAStore);
    write("This is a letter, and a long one. It goes on for more than a hundred bytes, so that "
          "nothing takes it for an empty file.");
    CHECK(faultOf() == db::Fault::NotAStore);
    QFile::remove(path);
    {
        db::Database other({path, false, false});
        db::run(other, u"CREATE TABLE music (title TEXT)"_s);
    }
    CHECK(faultOf() == db::Fault::NotAStore);
}

TEST_CASE("A network share is refused", "[migrations]")
{
    for (const char* share : {"nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.gvfsd-fuse", "vboxsf"})
        CHECK_THROWS_AS(db::refuseNetworkShare(u"/mnt/desk.db"_s, share), db::Error);
    CHECK_THROWS_AS(db::refuseNetworkShare(u"//server/share/desk.db"_s, ""), db::Error);
    for (const char* local : {"ext4", "btrfs", "NTFS", "tmpfs", "fuseblk"})
        CHECK_NOTHROW(db::refuseNetworkShare(u"/mnt/desk.db"_s, local));
}
