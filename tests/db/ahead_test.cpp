#include "db/ahead.h"

#include <catch2/catch.hpp>

#include <stdexcept>

namespace {

using Doubling = db::Ahead<int, int>;

int twice(int piece)
{
    if (piece < 0)
        throw std::runtime_error("less than nothing");
    return 2 * piece;
}

}

TEST_CASE("What is worked out ahead comes in the order in which it was given", "[ahead]")
{
    Doubling ahead(twice);
    std::vector<int> taken;
    const auto keep = [&taken](int result) { taken.push_back(result); };
    for (int piece = 0; piece < 200; ++piece) {
        ahead.give(piece);
        if (ahead.full())
            ahead.take(keep);
    }
    while (!ahead.empty())
        ahead.take(keep);

    REQUIRE(taken.size() == 200);
    for (int piece = 0; piece < 200; ++piece)
        CHECK(taken[static_cast<std::size_t>(piece)] == 2 * piece);
}

TEST_CASE("What goes wrong ahead is thrown where it is taken", "[ahead]")
{
    Doubling ahead(twice);
    ahead.give(1);
    ahead.give(-1);
    ahead.give(3);

    ahead.take([](int result) { CHECK(result == 2); });
    CHECK_THROWS_AS(ahead.take([](int) { FAIL("It was used."); }), std::runtime_error);
    ahead.take([](int result) { CHECK(result == 6); });
}

TEST_CASE("Work ahead may be left undone", "[ahead]")
{
    Doubling ahead(twice);
    for (int piece = 0; piece < 10; ++piece)
        ahead.give(piece);

    ahead.take([](int result) { CHECK(result == 0); });
}
