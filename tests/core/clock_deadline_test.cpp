#include "core/clock/deadline.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;

namespace {

Deadline s136(const char* due)
{
    Deadline deadline;
    deadline.kind = QStringLiteral("s136");
    deadline.due = london(due);
    for (const auto before : {6, 3, 1})
        deadline.warnings.push_back(deadline.due - std::chrono::hours(before));
    return deadline;
}

}

TEST_CASE("A clock is calm, warned, pressing and then expired", "[clock]")
{
    const Deadline clock = s136("2026-11-20T03:40");
    const auto [at, alarm] = GENERATE(table<const char*, Alarm>({
        {"2026-11-19T03:40", Alarm::Calm},
        {"2026-11-19T21:39", Alarm::Calm},
        {"2026-11-19T21:40", Alarm::Warned},
        {"2026-11-20T02:39", Alarm::Warned},
        {"2026-11-20T02:40", Alarm::Pressing},
        {"2026-11-20T03:39", Alarm::Pressing},
        {"2026-11-20T03:40", Alarm::Expired},
        {"2026-11-21T03:40", Alarm::Expired},
    }));

    CAPTURE(at);
    CHECK(alarmAt(clock, london(at)) == alarm);
}

TEST_CASE("A clock without warnings is calm until it is due", "[clock]")
{
    Deadline clock = s136("2026-11-20T03:40");
    clock.warnings.clear();

    CHECK(alarmAt(clock, london("2026-11-20T03:39")) == Alarm::Calm);
    CHECK(alarmAt(clock, london("2026-11-20T03:40")) == Alarm::Expired);
}

TEST_CASE("A clock that has ended or was superseded makes no sound", "[clock]")
{
    Deadline clock = s136("2026-11-20T03:40");
    clock.state = GENERATE(ClockState::Ended, ClockState::Superseded);

    CHECK(alarmAt(clock, london("2026-11-20T05:00")) == Alarm::Silent);
}

TEST_CASE("A clock says what is left, or since when it has been over", "[clock]")
{
    Deadline clock = s136("2026-11-20T09:40");

    CHECK(stateText(clock, london("2026-11-20T06:20")) == QStringLiteral("3 h 20 min left"));
    CHECK(stateText(clock, london("2026-11-20T09:52"))
        == QStringLiteral("expired 09:40, 12 min ago"));
    CHECK(stateText(clock, london("2026-11-21T10:40"))
        == QStringLiteral("expired Fri 20 Nov 2026 09:40, 25 h ago"));

    clock.state = ClockState::Ended;
    clock.endedAt = london("2026-11-20T08:35");
    CHECK(stateText(clock, london("2026-11-20T09:00")) == QStringLiteral("ended 08:35"));

    clock.state = ClockState::Superseded;
    CHECK(stateText(clock, london("2026-11-20T09:00")) == QStringLiteral("superseded 08:35"));
}

TEST_CASE("INV-7 over the October change the time left is the time that passes", "[clock]")
{
    Deadline clock = s136("2026-10-25T03:00");

    CHECK(stateText(clock, london("2026-10-25T01:50 BST")) == QStringLiteral("2 h 10 min left"));
}
