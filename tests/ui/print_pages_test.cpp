#include <catch2/catch.hpp>

#include "ui/print/pages.h"

using namespace print;

namespace {

std::vector<Extent> pieces(int count, double height)
{
    return std::vector<Extent>(static_cast<std::size_t>(count), Extent{height});
}

std::vector<int> indexes(const PageOf& page)
{
    std::vector<int> all;
    for (const Placed& placed : page)
        all.push_back(placed.piece);
    return all;
}

}

TEST_CASE("Pieces follow each other until a page is full", "[print]")
{
    const auto pages = breakIntoPages(pieces(5, 40), 100);

    REQUIRE(pages.size() == 3);
    CHECK(pages[0] == PageOf{{0, 0}, {1, 40}});
    CHECK(pages[2] == PageOf{{4, 0}});
}

TEST_CASE("A heading is never the last line of a page", "[print]")
{
    auto all = pieces(4, 30);
    all[2].withNext = true;

    const auto pages = breakIntoPages(all, 100);

    REQUIRE(pages.size() == 2);
    CHECK(indexes(pages[0]) == std::vector<int>{0, 1});
    CHECK(indexes(pages[1]) == std::vector<int>{2, 3});
}

TEST_CASE("The head of a table stands again on every page that goes on with it", "[print]")
{
    auto all = pieces(6, 30);
    all[0].withNext = true;
    for (std::size_t i = 1; i < all.size(); ++i)
        all[i].head = 0;

    const auto pages = breakIntoPages(all, 100);

    REQUIRE(pages.size() == 3);
    CHECK(indexes(pages[0]) == std::vector<int>{0, 1, 2});
    CHECK(indexes(pages[1]) == std::vector<int>{0, 3, 4});
    CHECK(indexes(pages[2]) == std::vector<int>{0, 5});
}

TEST_CASE("Space above a piece is dropped at the top of a page", "[print]")
{
    auto all = pieces(3, 40);
    for (Extent& each : all)
        each.before = 10;

    const auto pages = breakIntoPages(all, 100);

    REQUIRE(pages.size() == 2);
    CHECK(pages[0] == PageOf{{0, 0}, {1, 50}});
    CHECK(pages[1] == PageOf{{2, 0}});
}

TEST_CASE("What belongs together but is higher than a page breaks all the same", "[print]")
{
    auto all = pieces(5, 40);
    for (Extent& each : all)
        each.withNext = true;

    CHECK(breakIntoPages(all, 100).size() == 3);
}

TEST_CASE("A paper without words still has its page", "[print]")
{
    CHECK(breakIntoPages({}, 100).size() == 1);
}

TEST_CASE("A section that begins a page leaves no empty page before it", "[print]")
{
    auto all = pieces(2, 40);
    all[0].newPage = true;
    all[1].newPage = true;

    CHECK(breakIntoPages(all, 100).size() == 2);
}
