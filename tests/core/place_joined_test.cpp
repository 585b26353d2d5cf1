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
