#include <catch2/catch.hpp>

#include "core/sitrep/cut_offs.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace {

Profile profileWith(const char* at, const char* perDay = "1")
{
    Profile profile;
    profile.settings = {{u"sitrep_at"_s, QString::fromLatin1(at)},
        {u"sitreps_per_day"_s, QString::fromLatin1(perDay)}};
    return profile;
}

}

TEST_CASE("Q17 one SITREP a day is due after the morning handover, weekends included", "[sitrep]")
{
    const Profile profile = profileWith("09:30");

    CHECK(duePeriod(profile, london("2026-11-22T12:00"))
        == SitrepPeriod{london("2026-11-21T09:30"), london("2026-11-22T09:30")});
    CHECK(duePeriod(profile, london("2026-11-22T09:29"))
        == SitrepPeriod{london("2026-11-20T09:30"), london("2026-11-21T09:30")});
    CHECK(duePeriod(profile, london("2026-11-22T09:30")).to == london("2026-11-22T09:30"));
}

TEST_CASE("Q17 a profile can ask for two a day", "[sitrep]")
{
    for (const Profile& profile : {profileWith("08:30, 16:30"), profileWith("08:30", "2")}) {
        CHECK(duePeriod(profile, london("2026-11-19T17:00"))
            == SitrepPeriod{london("2026-11-19T08:30"), london("2026-11-19T16:30")});
        CHECK(duePeriod(profile, london("2026-11-19T09:00"))
            == SitrepPeriod{london("2026-11-18T16:30"), london("2026-11-19T08:30")});
    }
}

TEST_CASE("A profile that says nothing useful gets half past nine", "[sitrep]")
{
    CHECK(cutOffTimes(Profile{}) == std::vector<QTime>{QTime(9, 30)});
    CHECK(cutOffTimes(profileWith("soon")) == std::vector<QTime>{QTime(9, 30)});
}

TEST_CASE("HO-3.10 the periods of a clock-change day have 25 and 23 hours", "[sitrep]")
{
    const Profile profile = profileWith("09:30");
    const SitrepPeriod autumn = duePeriod(profile, london("2026-10-25T12:00"));
    const SitrepPeriod spring = duePeriod(profile, london("2027-03-28T12:00"));

    CHECK(autumn.to - autumn.from == std::chrono::hours(25));
    CHECK(spring.to - spring.from == std::chrono::hours(23));
}

TEST_CASE("A SITREP has the same identifier on every desk of a service area", "[sitrep]")
{
    CHECK(sitrepId(u"anyshire"_s, u"S-2026-11-19-1"_s)
        == sitrepId(u"anyshire"_s, u"S-2026-11-19-1"_s));
    CHECK_FALSE(
        sitrepId(u"anyshire"_s, u"S-2026-11-19-1"_s) == sitrepId(u"other"_s, u"S-2026-11-19-1"_s));
}

TEST_CASE(
    "Q17 the periods to choose from follow one another back from the last one due", "[sitrep]")
{
    const Profile profile = profileWith("08:30, 16:30");

    std::vector<SitrepPeriod> periods{duePeriod(profile, london("2026-11-19T17:00"))};
    for (int earlier = 0; earlier < 2; ++earlier)
        periods.push_back(duePeriod(profile, periods.back().from));

    CHECK(periods[0].to == london("2026-11-19T16:30"));
    CHECK(periods[1] == SitrepPeriod{london("2026-11-18T16:30"), london("2026-11-19T08:30")});
    CHECK(periods[2] == SitrepPeriod{london("2026-11-18T08:30"), london("2026-11-18T16:30")});
}
