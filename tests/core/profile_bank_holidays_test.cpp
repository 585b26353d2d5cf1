#include "core/profile/calendar.h"

#include "tests/support/calendars.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList datesOf(int year)
{
    QStringList dates;
    for (const QDate date : shippedHolidays().days)
        if (date.year() == year)
            dates.append(date.toString(u"dd/MM"));
    return dates;
}

QString refusal(const char* json)
{
    try {
        readBankHolidays(json);
    } catch (const std::runtime_error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}

TEST_CASE("The bank holidays of 2024 to 2028 are the published ones", "[profile]")
{
    CHECK(datesOf(2024).join(u' ') == u"01/01 29/03 01/04 06/05 27/05 26/08 25/12 26/12"_s);
    CHECK(datesOf(2025).join(u' ') == u"01/01 18/04 21/04 05/05 26/05 25/08 25/12 26/12"_s);
    CHECK(datesOf(2026).join(u' ') == u"01/01 03/04 06/04 04/05 25/05 31/08 25/12 28/12"_s);
    CHECK(datesOf(2027).join(u' ') == u"01/01 26/03 29/03 03/05 31/05 30/08 27/12 28/12"_s);
    CHECK(datesOf(2028).join(u' ') == u"03/01 14/04 17/04 01/05 29/05 28/08 25/12 26/12"_s);
}

TEST_CASE("2020, 2022 and 2023 have their one-off days", "[profile]")
{
    CHECK(shippedHolidays().contains(day("2020-05-08")));
    CHECK_FALSE(shippedHolidays().contains(day("2020-05-04")));
    CHECK(shippedHolidays().contains(day("2022-06-02")));
    CHECK(shippedHolidays().contains(day("2022-06-03")));
    CHECK_FALSE(shippedHolidays().contains(day("2022-05-30")));
    CHECK(shippedHolidays().contains(day("2022-09-19")));
    CHECK(shippedHolidays().contains(day("2023-05-08")));
    CHECK(shippedHolidays().contains(day("2023-05-01")));
}

TEST_CASE("Every year has its source, and years not yet published are marked", "[profile]")
{
    const BankHolidays& table = shippedHolidays();

    for (int year = 2019; year <= 2029; ++year)
        CHECK_FALSE(table.sources.at(year).isEmpty());
    CHECK(table.unconfirmed == std::vector{2028, 2029});
    CHECK(std::is_sorted(table.days.begin(), table.days.end()));
    CHECK(table.covers(day("2019-01-01")));
    CHECK(table.covers(day("2029-01-31")));
    CHECK_FALSE(table.covers(day("2029-02-01")));
}

TEST_CASE("A table of bank holidays with an error is refused with its place", "[profile]")
{
    CHECK(refusal("{").startsWith(u"Bank holidays, line 1, column"_s));
    CHECK(refusal("{\"first\":\"2026-01-01\",\"last\":\"2026-13-31\",\"years\":[]}")
              .startsWith(u"Bank holidays, last: “2026-13-31” is not a date."_s));
    CHECK(refusal("{\"first\":\"2026-01-01\",\"last\":\"2027-12-31\",\"years\":[{\"year\":2026,"
                  "\"confirmed\":true,\"source\":\"x\",\"days\":[]}]}")
              .startsWith(u"Bank holidays, last: The years listed do not reach"_s));
    CHECK(refusal("{\"first\":\"2026-01-01\",\"last\":\"2026-12-31\",\"years\":[{\"year\":2026,"
                  "\"confirmed\":true,\"source\":\"x\",\"days\":[{\"date\":\"2027-01-01\","
                  "\"name\":\"x\"}]}]}")
        == u"Bank holidays, years[0].days[0].date: 2027-01-01 is not in 2026. Move it to its own "
           "year."_s);
    CHECK(refusal("{\"first\":\"2026-01-01\",\"last\":\"2026-12-31\",\"years\":[{\"year\":2026,"
                  "\"confirmed\":true,\"source\":\"x\",\"days\":[{\"date\":\"2026-05-04\","
                  "\"name\":\"x\"},{\"date\":\"2026-01-01\",\"name\":\"y\"}]}]}")
              .contains(u"not in their order"_s));
}
