#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Reply tells(StatusDesk& desk, const char* fields)
{
    return desk.must("grace",
        (QByteArray(R"({"case": "$A", "late_reason": "told late", )") + fields + "}").constData());
}

}

TEST_CASE("CLK-12 the nurse's time counts only where the doctor's power follows on it", "[status]")
{
    struct Row {
        std::vector<const char*> told;
        const char* start;
    };
    const char* early = R"("do": "case.status_end", "status": "s5_4", "outcome": "let go",
        "at": "2026-11-19T02:00")";
    const Row row = GENERATE_COPY(Row{{}, "2026-11-19T01:00"}, Row{{early}, "2026-11-19T03:40"},
        Row{{R"("do": "case.status_end", "status": "s5_4", "outcome": "let go",
            "at": "2026-11-19T03:09")"},
            "2026-11-19T03:40"},
        Row{{R"("do": "case.status_end", "status": "s5_4", "outcome": "the doctor came",
            "at": "2026-11-19T03:10")"},
            "2026-11-19T01:00"},
        Row{{early, R"("do": "case.status_end", "status": "s5_4", "correction": "It went on")"},
            "2026-11-19T01:00"},
        Row{{R"("do": "case.status_end", "status": "s5_4", "outcome": "never began",
            "correction": "Of another patient")"},
            "2026-11-19T03:40"},
        Row{{R"("do": "case.status", "status": "s5_4", "start": "2026-11-18T20:00",
            "evidence": "H2", "correction": "Misread")"},
            "2026-11-19T03:40"});
    StatusDesk desk;
    desk.status("s5_4", "2026-11-19T01:00", "H2");
    desk.status("s5_2", "2026-11-19T03:40", "H1");

    for (const char* each : row.told)
        tells(desk, each);

    const ClockFact clock = desk.only("s5_2");
    CHECK(shown(clock.start) == shown(london(row.start)));
    CHECK(shown(clock.due) == shown(london(row.start) + std::chrono::hours(72)));
    CHECK(clock.state == ClockState::Running);
    REQUIRE(desk.record("A").currentStatus());
    CHECK(shown(desk.record("A").currentStatus()->start) == shown(london("2026-11-19T03:40")));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-12 the nurse's time does not count over what ended it, in whichever order told",
    "[status]")
{
    StatusDesk desk;
    desk.status("s5_2", "2026-11-19T03:40", "H1");
    desk.status("informal", "2026-11-19T02:00", "ward");
    desk.status("s5_4", "2026-11-19T01:00", "H2");

    CHECK(shown(desk.only("s5_2").start) == shown(london("2026-11-19T03:40")));
    CHECK(shown(desk.only("s5_2").due) == shown(london("2026-11-22T03:40")));
}

TEST_CASE("CLK-10 the time of s4 counts only where s2 follows on it", "[status]")
{
    StatusDesk desk;
    desk.status("s4", "2026-11-17T12:00", "H3");
    desk.status("s2", "2026-11-19T01:00", "H3");
    REQUIRE(shown(desk.only("s2").start) == shown(london("2026-11-17T12:00")));

    tells(desk, R"("do": "case.status_end", "status": "s4", "outcome": "discharged",
        "at": "2026-11-18T12:00")");

    for (const char* kind : {"s2", "tribunal"})
        CHECK(shown(desk.only(kind).start) == shown(london("2026-11-19T01:00")));
}
