#include "db/resources.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

TEST_CASE("A shipped profile is loaded by its key", "[resources]")
{
    CHECK(db::shippedProfiles()
        == QStringList{u"anyshire"_s, u"bedfordshire-luton"_s, u"northamptonshire"_s});
    CHECK(db::loadProfile(u"anyshire"_s).key == u"anyshire"_s);
    CHECK(db::loadCalendar(u"bedfordshire-luton"_s).profile().handoverSlots.size() == 2);
}

TEST_CASE("A profile of one's own is loaded by its path", "[resources]")
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"ours.json"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(db::profileBytes(u"anyshire"_s));
    file.close();

    CHECK(db::loadProfile(file.fileName()).key == u"anyshire"_s);
}

TEST_CASE("A profile that is not there names the choices", "[resources]")
{
    CHECK_THROWS_WITH(db::loadProfile(u"nowhere"_s),
        "There is no profile “nowhere”. Name a profile file, or one of: anyshire, "
        "bedfordshire-luton, northamptonshire.");
}

TEST_CASE("A profile with errors tells them all, a line each", "[resources]")
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"wrong.json"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(db::profileBytes(u"anyshire"_s).replace("\"09:00\"", "\"9am\""));
    file.close();

    try {
        db::loadProfile(file.fileName());
        FAIL("It was loaded.");
    } catch (const db::ProfileError& error) {
        CHECK(error.problems.size() > 1);
        const QString text = QString::fromUtf8(error.what());
        CHECK(
            text.contains(u"work[0].dayHours[0].from: “9am” is not a time of day. Write hours"_s));
        CHECK(text.count(u'\n') == qsizetype(error.problems.size()));
    }
}

TEST_CASE("The bank holidays are compiled in", "[resources]")
{
    CHECK(db::loadBankHolidays().contains(QDate(2026, 12, 28)));
}
