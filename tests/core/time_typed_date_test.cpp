#include "core/time/typed_time.h"

#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("A date is read as people write it, the day first", "[time]")
{
    const auto typed = GENERATE(u"27 3 2007"_s, u"27/03/2007"_s, u"27/3/2007"_s, u"27.03.2007"_s,
        u"27-03-2007"_s, u"27 March 2007"_s, u"27th Mar 2007"_s, u"27 mar, 2007"_s, u"2007-03-27"_s,
        u"27032007"_s, u"  27/03/2007 "_s);

    CAPTURE(typed);
    CHECK(std::get<QDate>(readTypedDate(typed)) == day("2007-03-27"));
}

TEST_CASE("A date that cannot be read says why and what to type", "[time]")
{
    const auto problem
        = [](const QString& typed) { return std::get<TimeProblem>(readTypedDate(typed)); };

    CHECK(problem(u"31/02/2007"_s).text == u"“31/02/2007” is not in the calendar."_s);
    CHECK(problem(u"03/27/2007"_s).mend
        == u"Check the day and the month: the day comes first, e.g. 27/03/2007."_s);
    CHECK(problem(u"27/03/48"_s).text == u"The century of “27/03/48” is missing."_s);
    CHECK(problem(u"27/03/48"_s).mend == u"Type the year in full, e.g. 1948 or 2007."_s);
    CHECK(problem(u"27 Foo 2007"_s).text == u"“27 Foo 2007” is not a date."_s);
    CHECK(problem(u""_s).text == u"“” is not a date."_s);
    CHECK(problem(u"29/02/2027"_s).text == u"“29/02/2027” is not in the calendar."_s);
    CHECK(std::get<QDate>(readTypedDate(u"29/02/2028"_s)) == day("2028-02-29"));
}
