#include "core/text/birth_date.h"

#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("Age is counted in birthdays", "[text]")
{
    CHECK(ageOn(day("2008-11-20"), day("2026-11-19")) == 17);
    CHECK(ageOn(day("2008-11-20"), day("2026-11-20")) == 18);
    CHECK(ageOn(day("2026-11-20"), day("2026-11-20")) == 0);
}

TEST_CASE("Who was born on 29 February turns older on 1 March of other years", "[text]")
{
    const QDate birth = day("2008-02-29");

    CHECK(ageOn(birth, day("2026-02-28")) == 17);
    CHECK(ageOn(birth, day("2026-03-01")) == 18);
    CHECK(ageOn(birth, day("2028-02-28")) == 19);
    CHECK(ageOn(birth, day("2028-02-29")) == 20);
}

TEST_CASE("COOP-3.9a a person is under 18 until midnight London time of the birthday", "[text]")
{
    const QDate birth = day("2008-07-10");
    const Instant midnight = london("2026-07-10T00:00");

    CHECK(becomes(18, birth) == midnight);
    CHECK(isUnder18(birth, midnight - 1ms));
    CHECK_FALSE(isUnder18(birth, midnight));
}

TEST_CASE("CLK-04 the age at the time counts when a birthday falls into a detention", "[text]")
{
    const QDate birth = day("2008-11-20");

    CHECK(isUnder18(birth, london("2026-11-19T23:40")));
    CHECK_FALSE(isUnder18(birth, london("2026-11-20T00:10")));
}

TEST_CASE("A birth date to come is wrong and a very old one is asked about", "[text]")
{
    const QDate today = day("2026-11-19");

    CHECK(
        checkBirthDate(day("2026-11-20"), today).reason == u"Fri 20 Nov 2026 is still to come."_s);
    CHECK(checkBirthDate(day("2026-11-20"), today).status == IdentifierStatus::Invalid);
    CHECK(checkBirthDate(day("1907-03-27"), today).status == IdentifierStatus::Warn);
    CHECK(checkBirthDate(day("1948-02-29"), today)
        == IdentifierCheck{IdentifierStatus::Valid, u"1948-02-29"_s, {}, {}});
}
