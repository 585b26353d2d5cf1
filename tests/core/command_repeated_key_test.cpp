#include "core/command/repeated_key.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("A key that stands twice in one object is found, wherever that is", "[command]")
{
    const auto twice
        = GENERATE(R"({"words": "a", "words": "b"})", R"({"a": 1, "words":2, "words" : 3})",
            R"({"ipass": {"words": "x", "b": [], "words": "y"}})", R"([{"words": 1, "words": 1}])",
            R"({"words": 1, "w\u006frds": 2})", R"({"a": {"words": 0}, "words": {}, "words": 1})");

    CAPTURE(twice);
    CHECK(repeatedKey(twice) == std::optional(u"words"_s));
}

TEST_CASE("The same word in two objects, in a value or behind a quotation mark is no repetition",
    "[command]")
{
    const auto once = GENERATE(R"({"a": {"words": 1}, "b": {"words": 2}, "words": 3})",
        R"({"words": "words: \"words\": 1", "b": "words"})", R"([{"words": 1}, {"words": 2}])",
        R"({"words": ["words", "words"]})", "{}", "7", R"({"a\\": 1, "a": 2})");

    CAPTURE(once);
    CHECK_FALSE(repeatedKey(once));
}
