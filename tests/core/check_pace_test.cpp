#include "core/journal/check_pace.h"

#include <catch2/catch.hpp>

namespace {

/// Seconds until one is due; somebody works every `workEvery` of them, 0: nobody does.
int secondsUntilDue(core::CheckPace& pace, int workEvery = 0)
{
    int seconds = 1;
    for (; !pace.tick(); ++seconds)
        if (workEvery > 0 && seconds % workEvery == 0)
            pace.stir();
    return seconds;
}

}

TEST_CASE("The first check comes two minutes after the start, whatever is going on", "[check]")
{
    core::CheckPace idle;
    CHECK(secondsUntilDue(idle) == core::CheckPace::first);
    core::CheckPace busy;
    CHECK(secondsUntilDue(busy, 10) == core::CheckPace::first);
}

TEST_CASE("The next check waits an hour, and until nobody works", "[check]")
{
    core::CheckPace idle;
    idle.ended();
    CHECK(secondsUntilDue(idle) == core::CheckPace::between);

    core::CheckPace worked;
    worked.ended();
    for (int second = 1; second < core::CheckPace::between; ++second)
        CHECK_FALSE(worked.tick());
    worked.stir();
    CHECK(secondsUntilDue(worked) == core::CheckPace::quiet);
}

TEST_CASE("A desk that is never quiet is checked in the end", "[check]")
{
    core::CheckPace busy;
    busy.ended();
    CHECK(secondsUntilDue(busy, core::CheckPace::quiet - 1) == core::CheckPace::atLatest);
}

TEST_CASE("A check that is asked for comes at once, and once", "[check]")
{
    core::CheckPace pace;
    pace.ask();
    CHECK(pace.tick());
    pace.ended();
    CHECK_FALSE(pace.tick());
}
