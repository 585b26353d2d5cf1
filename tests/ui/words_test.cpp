#include "ui/widgets/words.h"

#include "core/person/person.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "ui/search/match.h"
#include "ui/widgets/moments.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

TEST_CASE("A name is set family name first, a description stays as it is", "[ui][words]")
{
    CHECK(ui::bannerName(u"Daniel Pryce"_s) == u"PRYCE, Daniel"_s);
    CHECK(ui::bannerName(u"Mary Ann O'Neill"_s) == u"O'NEILL, Mary Ann"_s);
    CHECK(ui::bannerName(u"Mia"_s) == u"Mia"_s);
    CHECK(ui::bannerName(u"Not known – man about 40"_s) == u"Not known – man about 40"_s);
}

TEST_CASE("A title stays as it was typed while nobody is linked", "[ui][words]")
{
    core::Person person;
    person.details.name = u"Daniel Pryce"_s;
    CHECK(ui::whoText(&person, u"Held on Ward 4 under S5(2)"_s) == u"PRYCE, Daniel"_s);
    CHECK(ui::whoText(nullptr, u"Held on Ward 4 under S5(2)"_s) == u"Held on Ward 4 under S5(2)"_s);
    CHECK(ui::whoText(nullptr, {}).isEmpty());
}

TEST_CASE("Code words are said as people say them", "[ui][words]")
{
    CHECK(ui::words(u"s135_1"_s) == u"s135(1)"_s);
    CHECK(ui::words(u"awaiting_bed"_s) == u"Awaiting bed"_s);
    CHECK(ui::words(u"ed"_s) == u"ED"_s);
    CHECK(ui::nhsNumberText(u"9990000018"_s) == u"999 000 0018"_s);
}

TEST_CASE("A moment says its day only when it is another", "[ui][words]")
{
    const core::Instant now = london("2026-11-19T04:10");
    CHECK(ui::momentText(london("2026-11-19T03:40"), now) == u"03:40"_s);
    CHECK(ui::momentText(london("2026-11-18T16:52"), now) == u"Wed 16:52"_s);
    CHECK(ui::momentText(london("2026-11-02T16:52"), now) == u"Mon 2 Nov 2026 16:52"_s);
}

TEST_CASE("Typed words find beginnings first, then middles, then letters in order", "[ui][search]")
{
    const int beginning = ui::matchScore(u"note"_s, u"Note on a case"_s);
    const int middle = ui::matchScore(u"case"_s, u"Note on a case"_s);
    const int letters = ui::matchScore(u"ntc"_s, u"Note on a case"_s);
    CHECK(beginning > middle);
    CHECK(middle > letters);
    CHECK(letters > 0);
    CHECK(ui::matchScore(u"xyz"_s, u"Note on a case"_s) == 0);
    CHECK(ui::matchScore(u"ca no"_s, u"Note on a case"_s) > 0);
}
