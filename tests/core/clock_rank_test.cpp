#include "core/clock/rank.h"

#include "core/casework/case_deadlines.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Deadline clockOf(const char* kind, const char* due)
{
    Deadline clock;
    clock.kind = QString::fromLatin1(kind);
    clock.due = london(due);
    return clock;
}

}

TEST_CASE("A legal clock of hours is heavier than an agreed one, that than what is owed", "[clock]")
{
    struct Row {
        const char* kind;
        ClockRank rank;
    };
    const auto row = GENERATE(Row{"s136", ClockRank::Legal}, Row{"s5_2", ClockRank::Legal},
        Row{"police_protection", ClockRank::Legal}, Row{"pace", ClockRank::Legal},
        Row{"ed_12h", ClockRank::Agreed}, Row{"s2", ClockRank::Agreed},
        Row{"conveyance_14d", ClockRank::Agreed}, Row{"verbal_handover", ClockRank::Agreed},
        Row{"their_record", ClockRank::Agreed}, Row{"ring_back", ClockRank::Agreed},
        Row{"document_to_follow", ClockRank::Owed}, Row{"task", ClockRank::Owed});

    CAPTURE(row.kind);
    CHECK(rankOf(QString::fromLatin1(row.kind)) == row.rank);
}

TEST_CASE("The next clock is the heaviest, and of those the one due first", "[clock]")
{
    std::vector<Deadline> clocks{clockOf("document_to_follow", "2026-11-18T17:00"),
        clockOf("ed_12h", "2026-11-18T19:00"), clockOf("s136", "2026-11-19T12:00"),
        clockOf("s5_2", "2026-11-20T21:30")};
    REQUIRE(nextClock(clocks));
    CHECK(nextClock(clocks)->kind == u"s136"_s);

    clocks[2].state = ClockState::Superseded;
    CHECK(nextClock(clocks)->kind == u"s5_2"_s);
    clocks[3].state = ClockState::Ended;
    CHECK(nextClock(clocks)->kind == u"ed_12h"_s);
    CHECK_FALSE(nextClock({}));
}

TEST_CASE("ESC-6.5 a list of all clocks begins with the legal ones, goes on by due time, and ends "
          "with what is to be written up",
    "[clock]")
{
    std::vector<Deadline> clocks{clockOf("write_up", "2026-11-18T09:00"),
        clockOf("document_to_follow", "2026-11-18T17:00"), clockOf("s5_2", "2026-11-20T21:30"),
        clockOf("ed_12h", "2026-11-18T19:00"), clockOf("s136", "2026-11-19T12:00"),
        clockOf("task", "2026-11-18T18:00")};
    sortForRail(clocks);

    QStringList kinds;
    for (const Deadline& each : clocks)
        kinds.append(each.kind);
    CHECK(kinds
        == QStringList{
            u"s136"_s, u"s5_2"_s, u"document_to_follow"_s, u"task"_s, u"ed_12h"_s, u"write_up"_s});
}

TEST_CASE("CLK-01 an overdue document to follow never hides a running s136", "[clock]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "2026-11-18T15:40", "evidence": "police log"})");
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "A4_second",
        "state": "to_follow", "follows_by": "16:30", "owner": "Priya Nair"})");
    desk.clock(u"2026-11-18T18:00"_s);

    const std::vector<Deadline> clocks = deadlinesOf(desk.record("A"), desk.calendar().profile());
    REQUIRE(nextClock(clocks));
    CHECK(nextClock(clocks)->kind == u"s136"_s);
    CHECK(clocks.front().kind == u"s136"_s);
}
