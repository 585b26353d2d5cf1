#include "core/time/clock_doubt.h"

#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace std::chrono_literals;

TEST_CASE("A clock more than two minutes behind what is written is doubted", "[time]")
{
    const Instant written = london("2026-11-19T04:10");
    CHECK(clockDoubt(written, written) == ClockDoubt::None);
    CHECK(clockDoubt(written, written - 2min) == ClockDoubt::None);
    CHECK(clockDoubt(written, written - 2min - 1ms) == ClockDoubt::Behind);
}

TEST_CASE("A clock far ahead of the last thing written is doubted, a day off is not", "[time]")
{
    const Instant written = london("2026-11-19T04:10");
    CHECK(clockDoubt(written, written + 24h) == ClockDoubt::None);
    CHECK(clockDoubt(written, written + 36h) == ClockDoubt::None);
    CHECK(clockDoubt(written, written + 36h + 1ms) == ClockDoubt::LongAhead);
}
