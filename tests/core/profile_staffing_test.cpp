#include "core/profile/profile.h"

#include "tests/support/calendars.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The problems of northamptonshire with the first `before` written as `after`.
QString saidWith(const char* before, const char* after)
{
    QByteArray json = shippedBytes("profiles/northamptonshire.json");
    if (!json.contains(before))
        throw std::runtime_error(before);
    json.replace(json.indexOf(before), static_cast<qsizetype>(qstrlen(before)), after);
    const auto read = readProfile(json);
    const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read);
    if (!problems)
        return {};
    QStringList lines;
    for (const ProfileProblem& problem : *problems) {
        CHECK_FALSE(problem.mend.isEmpty());
        lines.append(problem.path + u": "_s + problem.text);
    }
    return lines.join(u'\n');
}

}

TEST_CASE("The profile of one service by day and night is without error", "[profile]")
{
    const Profile profile = shippedProfile("northamptonshire");

    CHECK(profile.handsOverByShift());
    CHECK(profile.service(u"adult-response"_s)->adultsOnly);
    CHECK(profile.service(u"adult-response"_s)->leadCouncil == u"nnc");
    CHECK(profile.service(u"adult-response"_s)->shiftStarts
        == std::vector<QTime>{QTime(8, 0), QTime(20, 0)});
    CHECK(profile.service(u"call-care"_s)->callCare);
    CHECK(profile.role(u"call_handler"_s)->mayRecord.contains(u"caller_name"_s));
    CHECK(profile.rotaLimit(u"team_member"_s)->most == 4);
    CHECK_FALSE(shippedProfile("anyshire").handsOverByShift());
    CHECK_FALSE(shippedProfile("bedfordshire-luton").handsOverByShift());
}

TEST_CASE("What staffs a profile is checked with its path", "[profile]")
{
    const auto [before, after, said] = GENERATE(table<const char*, const char*, const char*>({
        {"\"leadCouncil\": \"nnc\"", "\"leadCouncil\": \"nbc\"",
            "services[0].leadCouncil: There is no council with the key “nbc”."},
        {"[\"08:00\", \"20:00\"]", "[\"20:00\", \"08:00\"]",
            "services[0].shiftStarts: The shifts do not begin in their order."},
        {"[\"08:00\", \"20:00\"]", "[\"8\"]",
            "services[0].shiftStarts[0]: “8” is not a time of day."},
        {"[\"08:00\", \"20:00\"]", "[]",
            "services[0].shiftStarts: “adult-response” works day and night and has no shifts."},
        {"\"handover\": \"shifts\"", "\"handover\": \"never\"",
            "settings.handover: “never” is no way of handing over."},
        {"\"amhp_cover_at_least\": \"1\"", "\"amhp_cover_at_least\": \"none\"",
            "settings.amhp_cover_at_least: “none” is no number of AMHPs."},
        {"\"older_people_age\": \"65\"", "\"older_people_age\": \"abc\"",
            "settings.older_people_age: “abc” is no age in years."},
        {"\"gp_copy_by\": \"12:00\"", "\"gp_copy_by\": \"25:00\"",
            "settings.gp_copy_by: “25:00” is no time of day."},
        {"\"gp_copy_by\": \"12:00\"", "\"acknowledge_by\": \"zz\"",
            "settings.acknowledge_by: “zz” is no time of day."},
        {"\"sitrep_at\": \"09:30\"", "\"sitrep_at\": \"banana\"",
            "settings.sitrep_at: “banana” is no list of times of day."},
        {"\"sitreps_per_day\": \"1\"", "\"sitreps_per_day\": \"some\"",
            "settings.sitreps_per_day: “some” is no number of SITREPs."},
        {"\"s136_superseded_by_application\": \"yes\"",
            "\"s136_superseded_by_application\": \"maybe\"",
            "settings.s136_superseded_by_application: “maybe” is neither yes nor no."},
        {"\"caller_name\",", "\"caller\",",
            "roles[6].mayRecord[2]: A contact has no field “caller”."},
        {"\"role\": \"amhp\", \"fewest\": 8", "\"role\": \"boss\", \"fewest\": 8",
            "rotaLimits[0].role: There is no role with the key “boss”."},
        {"\"fewest\": 8", "\"fewest\": 21",
            "rotaLimits[0].most: Nobody can work at least 21 and at most 20 shifts."},
        {"\"key\": \"team_member\"", "\"key\": \"core\"",
            "rotaLimits[1].key: The key “core” is used twice in this list."},
    }));
    CHECK(saidWith(before, after) == QString::fromUtf8(said));
}
