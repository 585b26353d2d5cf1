#include "core/clause/clauses.h"
#include "core/profile/profile_lint.h"
#include "tests/support/calendars.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<ProfileFinding> foundAt(const Profile& profile, const QString& path)
{
    auto findings = lintProfile({profile, shippedHolidays()}, london("2026-11-18T16:00"), {});
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                       [&path](const ProfileFinding& each) { return each.path != path; }),
        findings.end());
    return findings;
}

}

TEST_CASE("S3-ii signing on before a shift is for less than a shift", "[lint]")
{
    const auto [starts, minutes, found] = GENERATE(table<std::vector<QTime>, int, bool>(
        {{{QTime(8, 0), QTime(20, 0)}, 30, false}, {{QTime(8, 0), QTime(20, 0)}, 719, false},
            {{QTime(8, 0), QTime(20, 0)}, 720, true}, {{QTime(8, 0), QTime(20, 0)}, 780, true},
            {{QTime(8, 0), QTime(14, 0)}, 359, false}, {{QTime(8, 0), QTime(14, 0)}, 360, true},
            {{QTime(8, 0)}, 1439, false}, {{QTime(8, 0)}, 1440, true}, {{}, 1440, false}}));
    Profile profile = shippedProfile("northamptonshire");
    for (Service& service : profile.services)
        service.shiftStarts.clear();
    profile.services.front().shiftStarts = starts;
    profile.durations[u"sign_on_before"_s] = Minutes(minutes);

    const auto findings = foundAt(profile, u"durations.sign_on_before"_s);

    CAPTURE(minutes, starts.size());
    REQUIRE(findings.size() == (found ? 1U : 0U));
    if (found)
        CHECK(findings.front().weight == FindingWeight::Must);
}

TEST_CASE("HO-6.2 office hours that overlap are found", "[lint]")
{
    const auto [weekday, from, to, found]
        = GENERATE(table<int, QTime, QTime, bool>({{1, QTime(17, 0), QTime(18, 0), false},
            {1, QTime(16, 59), QTime(18, 0), true}, {1, QTime(7, 0), QTime(9, 0), false},
            {1, QTime(7, 0), QTime(9, 1), true}, {2, QTime(9, 0), QTime(17, 0), false},
            {7, QTime(20, 0), QTime(9, 1), true}, {7, QTime(20, 0), QTime(9, 0), false}}));
    Profile profile = shippedProfile("northamptonshire");
    profile.officeHours = {{1, QTime(9, 0), QTime(17, 0)}, {weekday, from, to}};

    CHECK(foundAt(profile, u"officeHours"_s).size() == (found ? 1U : 0U));
}

TEST_CASE("S3-ii every clause that the lint names is one that is known", "[lint]")
{
    Profile profile = shippedProfile("northamptonshire");
    profile.officeHours.assign(2, {1, QTime(9, 0), QTime(17, 0)});
    profile.durations[u"sign_on_before"_s] = Minutes(780);
    const ServiceCalendar calendar(profile, shippedHolidays());
    const auto known = [](const QString& id) {
        return std::any_of(clauses().begin(), clauses().end(),
            [&id](const Clause& each) { return each.id == id; });
    };

    const Instant pastTheTable = instantOf({shippedHolidays().last.addDays(1), QTime(12, 0)});
    for (const ProfileFinding& each : lintProfile(calendar, pastTheTable, {})) {
        CAPTURE(each.path, each.clause);
        CHECK(known(each.clause));
    }
}
