#include "ui/alarm/alarm_book.h"

#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

core::Deadline clockDue(core::Instant due)
{
    core::Deadline clock;
    clock.part = core::PartId::create();
    clock.title = u"s136 detention"_s;
    clock.start = due - 24h;
    clock.due = due;
    clock.warnings = {due - 6h, due - 1h};
    return clock;
}

const core::Instant due = london("2026-11-20T03:40");

}

TEST_CASE("A clock is told once when it rises a level, and stays in view", "[ui][alarm]")
{
    ui::AlarmBook book;
    const std::vector<core::Deadline> clocks{clockDue(due)};

    CHECK(book.look(clocks, due - 7h).quiet());
    CHECK(book.look(clocks, due - 6h).risen == core::Alarm::Warned);
    const auto again = book.look(clocks, due - 5h);
    CHECK(again.risen == core::Alarm::Calm);
    CHECK(again.warned.size() == 1);
    CHECK(book.look(clocks, due - 1h).risen == core::Alarm::Pressing);
    CHECK(book.look(clocks, due).risen == core::Alarm::Expired);
    CHECK(book.look(clocks, due + 3h).expired.size() == 1);
}

TEST_CASE("What came due while away is told as one", "[ui][alarm]")
{
    ui::AlarmBook book;
    const auto told = book.look({clockDue(due), clockDue(due + 1h)}, due + 2h);

    CHECK(told.risen == core::Alarm::Expired);
    CHECK(told.expired.size() == 2);
}

TEST_CASE("A snoozed clock is quiet until its time, and then told again", "[ui][alarm]")
{
    ui::AlarmBook book;
    const std::vector<core::Deadline> clocks{clockDue(due)};
    book.look(clocks, due - 1h);

    REQUIRE(book.snooze(clocks[0], {due - 45min, u"doctor is on the way"_s}, due - 1h));
    const auto quiet = book.look(clocks, due - 50min);
    CHECK(quiet.quiet());
    CHECK(quiet.snoozed == 1);
    CHECK(book.look(clocks, due - 45min).risen == core::Alarm::Pressing);
}

TEST_CASE("Nothing is snoozed past the time it is due", "[ui][alarm]")
{
    ui::AlarmBook book;
    const std::vector<core::Deadline> clocks{clockDue(due)};

    REQUIRE(book.snooze(clocks[0], {due + 5h, u"later"_s}, due - 30min));
    CHECK(book.look(clocks, due).risen == core::Alarm::Expired);
    CHECK_FALSE(book.snooze(clocks[0], {due + 5h, u"later"_s}, due));
}

TEST_CASE("Snoozes survive a restart", "[ui][alarm]")
{
    ui::AlarmBook before;
    const std::vector<core::Deadline> clocks{clockDue(due)};
    before.snooze(clocks[0], {due - 45min, u"doctor is on the way"_s}, due - 1h);

    ui::AlarmBook after;
    after.read(before.toJson());

    CHECK(after.look(clocks, due - 50min).snoozed == 1);
}

TEST_CASE("A warning is heard once, what presses again until it is acknowledged", "[ui][alarm]")
{
    ui::AlarmBook book;
    book.listen(u"grace"_s, 10min);
    const std::vector<core::Deadline> clocks{clockDue(due)};

    CHECK(book.look(clocks, due - 6h).sounding == core::Alarm::Warned);
    CHECK(book.look(clocks, due - 5h).sounding == core::Alarm::Calm);

    CHECK(book.look(clocks, due - 60min).sounding == core::Alarm::Pressing);
    CHECK(book.look(clocks, due - 51min).sounding == core::Alarm::Calm);
    CHECK(book.look(clocks, due - 50min).sounding == core::Alarm::Pressing);
    book.acknowledge();
    CHECK(book.look(clocks, due - 20min).sounding == core::Alarm::Calm);
    CHECK(book.look(clocks, due).sounding == core::Alarm::Expired);
}

TEST_CASE("An alarm is acknowledged by a person, not for the next one", "[ui][alarm]")
{
    ui::AlarmBook book;
    const std::vector<core::Deadline> clocks{clockDue(due)};
    book.listen(u"grace"_s, 10min);
    book.look(clocks, due);
    book.acknowledge();

    book.listen(u"kofi"_s, 10min);
    CHECK(book.look(clocks, due + 10min).sounding == core::Alarm::Expired);

    book.listen(u"grace"_s, 10min);
    CHECK(book.look(clocks, due + 30min).sounding == core::Alarm::Calm);
}
