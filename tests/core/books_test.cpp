#include "core/paper/books.h"
#include "tests/support/calendars.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("HO-3.6c each book is kept by the service that the profile names", "[books]")
{
    const Profile profile = shippedProfile("anyshire");

    CHECK(serviceWithBook(profile, u"oncall-record"_s, u"x"_s) == u"edt"_s);
    CHECK(serviceWithBook(profile, u"allocation-sheet"_s, u"x"_s) == u"amhp-day"_s);
    CHECK(serviceWithBook(profile, u"none"_s, u"x"_s) == u"x"_s);
}

TEST_CASE("The duties to choose from begin with the one that is on", "[books]")
{
    const ServiceCalendar calendar = shippedCalendar("anyshire");

    const auto atNight = recentDuties(calendar, u"edt"_s, london("2026-11-19T04:00"), 3);
    REQUIRE(atNight.size() == 3);
    CHECK(atNight[0].from == london("2026-11-18T17:00"));
    CHECK(atNight[0].to == london("2026-11-19T09:00"));
    CHECK(atNight[1].from == london("2026-11-17T17:00"));
    CHECK(atNight[2].from == london("2026-11-16T17:00"));
}

TEST_CASE("Between two duties the last one is the first to choose", "[books]")
{
    const ServiceCalendar calendar = shippedCalendar("anyshire");

    const auto atNoon = recentDuties(calendar, u"edt"_s, london("2026-11-19T12:00"), 2);
    REQUIRE(atNoon.size() == 2);
    CHECK(atNoon[0].to == london("2026-11-19T09:00"));
    CHECK(recentDuties(calendar, u"nobody"_s, london("2026-11-19T12:00"), 2).empty());
}

TEST_CASE("A sheet is kept for each day on which its service was on duty", "[books]")
{
    const ServiceCalendar calendar = shippedCalendar("anyshire");

    const std::vector<QDate> days
        = recentSheetDays(calendar, u"amhp-day"_s, QDate(2026, 11, 23), 3);

    CHECK(
        days == std::vector<QDate>{QDate(2026, 11, 23), QDate(2026, 11, 20), QDate(2026, 11, 19)});
}
