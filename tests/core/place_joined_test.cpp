#include "core/casework/case_checks.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<Owed> owedOfStation(const HandoverDesk& desk)
{
    const Case record = desk.record("A");
    std::vector<Owed> owed = owedOf(record, desk.person(record.person).get());
    std::erase_if(owed, [](const Owed& each) { return each.clause != u"CLK-04"_s; });
    return owed;
}

}

TEST_CASE("CLK-04 a child's age and the police station told on two desks are unlawful together",
    "[status][conflict]")
{
    const auto [born, unlawful] = GENERATE(table<const char*, bool>({
        {"2009-01-01", true},
        {"2008-11-20", true},
        {"2008-11-19", false},
        {"1990-01-01", false},
    }));
    TwoDesks desks;
    desks.clock("2026-11-19T20:00");
    desks.a.must("grace", R"({"do": "person.add", "name": "Ann", "as": "ann"})");
    desks.a.opens("grace", "A");
    desks.a.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$ann"})");
    desks.meet();
    desks.a.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police"})");
    desks.a.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station"})");
    CHECK(owedOfStation(desks.a).front().field == u"age"_s);
    desks.b.must("kofi",
        QByteArray(R"({"do": "person.update", "person": "$ann", "born": "BORN"})")
            .replace("BORN", born)
            .constData());
    desks.meet();

    CAPTURE(born);
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto owed = owedOfStation(*desk);
        REQUIRE(owed.size() == (unlawful ? 1 : 0));
        if (unlawful)
            CHECK(owed.front().text.contains(u"unlawful"_s));
    }
    const Reply again
        = desks.a.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station"})");
    CHECK(HandoverDesk::flagged(again).contains(u"CLK-04"_s) == unlawful);
    CHECK(owedOfStation(desks.a).empty());
}

TEST_CASE("CLK-04 a child who has left the police station is flagged once the age is known too",
    "[status][conflict]")
{
    const auto [born, unlawful] = GENERATE(table<const char*, bool>({
        {"2008-11-20", true},
        {"2008-11-19", false},
    }));
    const bool movedFirst = GENERATE(true, false);
    const bool byStatus = GENERATE(true, false);
    const char* ward = R"({"do": "case.place", "case": "$A", "kind": "ward"})";
    TwoDesks desks;
    desks.clock("2026-11-19T20:00");
    desks.a.must("grace", R"({"do": "person.add", "name": "Ann", "as": "ann"})");
    desks.a.opens("grace", "A");
    desks.a.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$ann"})");
    desks.meet();
    desks.a.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police"})");
    desks.a.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station"})");
    desks.clock("2026-11-19T22:00");
    if (movedFirst)
        desks.a.must("grace", ward);
    desks.b.must("kofi",
        QByteArray(R"({"do": "person.update", "person": "$ann", "born": "BORN"})")
            .replace("BORN", born)
            .constData());
    desks.meet();

    CAPTURE(born, movedFirst, byStatus);
    for (HandoverDesk* desk : {&desks.a, &desks.b})
        CHECK(owedOfStation(*desk).size() == (unlawful ? 1 : 0));
    const Reply next = desks.b.must(
        "kofi", byStatus ? R"({"do": "case.status", "case": "$A", "status": "informal"})" : ward);
    CHECK(HandoverDesk::flagged(next).contains(u"CLK-04"_s) == unlawful);
    desks.meet();
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(owedOfStation(*desk).empty());
        CHECK(desk->record("A").flags.size() == (unlawful ? 1 : 0));
    }
}

TEST_CASE("CLK-04 the age of whoever was detained in a police station stays owed after they left",
    "[status]")
{
    const bool detained = GENERATE(true, false);
    HandoverDesk desk;
    desk.clock(u"2026-11-19T20:00"_s);
    desk.opens("grace", "A");
    if (detained)
        desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
            "evidence": "police"})");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station"})");
    desk.clock(u"2026-11-19T21:00"_s);
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "s136_suite"})");

    const auto owed = owedOfStation(desk);

    CAPTURE(detained);
    REQUIRE(owed.size() == (detained ? 1 : 0));
    if (detained)
        CHECK(owed.front().field == u"age"_s);
}
