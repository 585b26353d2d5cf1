#include "core/handover/window_deadlines.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<Deadline> clocksAt(HandoverDesk& desk, const char* local)
{
    return windowDeadlines(london(local), desk, desk.calendar());
}

}

TEST_CASE("HO-3.1c the verbal handover's clock runs from its slot, whoever opens the window",
    "[handover]")
{
    HandoverDesk desk;
    CHECK(clocksAt(desk, "2026-11-18T16:44:59").empty());

    const std::vector<Deadline> unopened = clocksAt(desk, "2026-11-18T16:45");
    REQUIRE(unopened.size() == 1);
    CHECK(unopened.front().due == london("2026-11-18T17:30"));
    CHECK(unopened.front().warnings
        == std::vector<Instant>{
            london("2026-11-18T17:00"), london("2026-11-18T17:15"), london("2026-11-18T17:25")});
    CHECK(unopened.front().clause == u"HO-3.1c"_s);
    CHECK(unopened.front().title.contains(u"nobody opened it"_s));
    CHECK(alarmAt(unopened.front(), london("2026-11-18T17:29:59")) == Alarm::Pressing);

    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("priya", R"({"do": "handover.open_window"})");
    const std::vector<Deadline> opened = clocksAt(desk, "2026-11-18T16:50");
    REQUIRE(opened.size() == 1);
    CHECK(opened.front().subject == unopened.front().subject);
    CHECK_FALSE(opened.front().title.contains(u"nobody"_s));

    desk.must("priya", R"({"do": "handover.verbal"})");
    CHECK(clocksAt(desk, "2026-11-18T16:51").empty());
}

TEST_CASE(
    "HO-3.1a a missed window stays expired until the next slot, where there was work", "[handover]")
{
    HandoverDesk idle;
    CHECK(clocksAt(idle, "2026-11-18T17:30").size() == 1);
    CHECK(clocksAt(idle, "2026-11-18T17:30:01").empty());

    HandoverDesk desk;
    desk.opens("priya", "A");
    const std::vector<Deadline> missed = clocksAt(desk, "2026-11-18T23:00");
    REQUIRE(missed.size() == 1);
    CHECK(alarmAt(missed.front(), london("2026-11-18T23:00")) == Alarm::Expired);

    const std::vector<Deadline> next = clocksAt(desk, "2026-11-19T08:45");
    REQUIRE(next.size() == 1);
    CHECK(next.front().due == london("2026-11-19T09:30"));
}

TEST_CASE("HO-3.1a a window left open keeps its clock beside the next one's", "[handover]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("priya", R"({"do": "handover.open_window"})");

    CHECK(clocksAt(desk, "2026-11-19T08:50").size() == 2);
    CHECK(clocksAt(desk, "2026-11-20T12:00").size() == 1);
}

TEST_CASE("HO-3.1a a bank holiday and a weekend have no window and no clock", "[handover]")
{
    HandoverDesk desk;
    CHECK(clocksAt(desk, "2026-12-25T08:50").empty());
    CHECK(clocksAt(desk, "2026-11-21T16:50").empty());
}
