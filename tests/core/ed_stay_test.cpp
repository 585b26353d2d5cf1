#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct EdNight {
    std::vector<const char*> told; ///< places and more of case A, in this order
    const char* due; ///< of the four hours
    const char* left; ///< none: there still
};

constexpr const char* ed0100 = R"("do": "case.place", "kind": "ed", "at": "01:00")";
constexpr const char* suite0330 = R"("do": "case.place", "kind": "s136_suite", "at": "03:30")";

/// Case A of EDT, opened on Sun 6 Dec 2026 at 00:30, told about at 06:00.
struct EdDesk : HandoverDesk {
    EdDesk()
    {
        clock(u"2026-12-06T00:30"_s);
        opens("grace", "A");
        clock(u"2026-12-06T06:00"_s);
    }
    void tells(const char* fact) { must("grace", QByteArray(R"({"case": "$A", )") + fact + "}"); }
    std::vector<ClockFact> clocks(const char* kind) const
    {
        std::vector<ClockFact> found;
        for (const ClockFact& each : record("A").clocks)
            if (each.kind == QLatin1StringView(kind))
                found.push_back(each);
        return found;
    }
};

}

TEST_CASE("CLK-41 arrival in ED starts 4 and 12 hours, in whichever order places are told", "[ed]")
{
    const auto night = GENERATE(values<EdNight>({
        {{ed0100}, "2026-12-06T05:00", nullptr},
        {{ed0100, R"("do": "case.place", "kind": "ed", "detail": "Bay 3", "at": "02:00")"},
            "2026-12-06T05:00", nullptr},
        {{ed0100, suite0330}, "2026-12-06T05:00", "2026-12-06T03:30"},
        {{suite0330, ed0100}, "2026-12-06T05:00", "2026-12-06T03:30"},
        {{ed0100, R"("do": "case.place", "kind": "ed", "at": "00:40")"}, "2026-12-06T04:40",
            nullptr},
        {{R"("do": "case.admitted", "hospital": "Fenwick", "time": "05:30")", ed0100},
            "2026-12-06T05:00", "2026-12-06T05:30"},
        {{ed0100, R"("do": "case.admitted", "hospital": "Fenwick", "time": "05:30")"},
            "2026-12-06T05:00", "2026-12-06T05:30"},
    }));
    EdDesk desk;
    for (const char* fact : night.told)
        desk.tells(fact);

    CAPTURE(night.told.back());
    const auto four = desk.clocks("ed_arrival_4h");
    const auto twelve = desk.clocks("ed_arrival_12h");
    REQUIRE(four.size() == 1);
    REQUIRE(twelve.size() == 1);
    CHECK(shown(four[0].due) == shown(london(night.due)));
    CHECK(shown(twelve[0].due) == shown(four[0].due + std::chrono::hours(8)));
    for (const ClockFact& each : {four[0], twelve[0]}) {
        CHECK((each.state == ClockState::Ended) == (night.left != nullptr));
        if (night.left)
            CHECK(shown(each.endedAt) == shown(london(night.left)));
    }
}

TEST_CASE("CLK-41 whoever comes back to ED is measured anew", "[ed]")
{
    EdDesk desk;
    for (const char* fact :
        {ed0100, suite0330, R"("do": "case.place", "kind": "ed", "at": "05:10")"})
        desk.tells(fact);

    const auto clocks = desk.clocks("ed_arrival_4h");
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].state == ClockState::Ended);
    CHECK(shown(clocks[1].due) == shown(london("2026-12-06T09:10")));
}

TEST_CASE("CLK-41 a plan to go to ED starts nothing", "[ed]")
{
    EdDesk desk;
    desk.tells(R"("do": "case.place", "kind": "ed", "planned": true)");

    CHECK(desk.clocks("ed_arrival_4h").empty());
}

TEST_CASE("CLK-40 an arrival in ED that its clock tells of counts as being there, in either order",
    "[ed]")
{
    struct Row {
        std::vector<const char*> told;
        const char* due; ///< of the twelve hours from the decision; none
        bool asks;
    };
    static constexpr const char* arrived
        = R"("do": "case.clock_start", "kind": "ed_arrival_12h", "start": "2026-12-06T01:00")";
    static constexpr const char* decided
        = R"("do": "case.decision_to_admit", "time": "2026-12-06T02:00")";
    const auto row = GENERATE(values<Row>({
        {{arrived, decided}, "2026-12-06T14:00", true},
        {{decided, arrived}, "2026-12-06T14:00", true},
        {{arrived, ed0100, decided}, "2026-12-06T14:00", false},
        {{suite0330, arrived, decided}, nullptr, true},
        {{decided}, nullptr, true},
    }));
    EdDesk desk;
    QStringList owed;
    for (const char* fact : row.told)
        owed
            = HandoverDesk::owed(desk.must("grace", QByteArray(R"({"case": "$A", )") + fact + "}"));

    CAPTURE(row.told.size(), row.told.back());
    const auto waits = desk.clocks("ed_12h");
    REQUIRE(waits.size() == (row.due ? 1U : 0U));
    if (row.due)
        CHECK(shown(waits.front().due) == shown(london(row.due)));
    CHECK(owed.contains(u"CLK-40"_s) == row.asks);
    CHECK(desk.record("A").outOfStep.empty());
}
