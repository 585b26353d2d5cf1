#include "db/file_identity.h"
#include "db/file_problem.h"
#include "db/whole_file.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

TEST_CASE("A file has its name only when it is whole, and is its owner's alone", "[whole_file]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"paper"_s);
    db::WholeFile file(path);
    REQUIRE(file.isOpen());
    file.file().write("words");
    CHECK_FALSE(QFile::exists(path));

    REQUIRE(file.giveName(path));

    QFile named(path);
    REQUIRE(named.open(QIODevice::ReadOnly));
    CHECK(named.readAll() == "words");
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther;
    CHECK((named.permissions() & others) == 0);
}

TEST_CASE("A file that is never named leaves nothing behind", "[whole_file]")
{
    const QTemporaryDir folder;
    {
        db::WholeFile file(folder.filePath(u"paper"_s));
        REQUIRE(file.file().write("words") == 5);
        REQUIRE_FALSE(file.file().fileName().isEmpty());
    }
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("A name that is taken is not taken over", "[whole_file]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"paper"_s);
    QFile there(path);
    REQUIRE(there.open(QIODevice::WriteOnly));
    there.write("older");
    there.close();
    db::WholeFile file(path);
    file.file().write("newer");

    CHECK_FALSE(file.giveName(path));

    REQUIRE(there.open(QIODevice::ReadOnly));
    CHECK(there.readAll() == "older");
}

TEST_CASE("A folder that is not there gives no file", "[whole_file]")
{
    const QTemporaryDir folder;
    CHECK_FALSE(db::WholeFile(folder.filePath(u"nowhere/paper"_s)).isOpen());
}

#ifdef Q_OS_LINUX

TEST_CASE("A disk without room is told as that, and the file is not whole", "[whole_file]")
{
    QFile full(u"/dev/full"_s);
    REQUIRE(full.open(QIODevice::WriteOnly));
    full.write("words");

    CHECK_FALSE(db::syncFile(full));

    const db::Error error = db::fileError(full, u"The copy cannot be written"_s, u"Make room."_s);
    CHECK(error.fault() == db::Fault::Full);
    CHECK(error.text() == u"The copy cannot be written: No space left on device."_s);
}

TEST_CASE("A sync that fails has the system's reason", "[whole_file]")
{
    QFile nothing(u"/dev/null"_s);
    REQUIRE(nothing.open(QIODevice::WriteOnly));

    REQUIRE_FALSE(db::syncFile(nothing));

    const db::Error error = db::fileError(nothing, u"The copy cannot be written"_s, {});
    CHECK(error.fault() == db::Fault::Disk);
    CHECK(error.text() == u"The copy cannot be written: Invalid argument."_s);
}

#endif
