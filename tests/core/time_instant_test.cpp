#include "core/time/instant.h"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;

TEST_CASE("An instant survives its milliseconds", "[time]")
{
    const core::Instant at = std::chrono::sys_days{2026y / 11 / 19} + 3h + 40min;

    CHECK(core::toMillis(at) == 1795059600000);
    CHECK(core::fromMillis(core::toMillis(at)) == at);
}
