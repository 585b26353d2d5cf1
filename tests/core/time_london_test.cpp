#include "core/time/london.h"

#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("A local time names one instant, none in spring and two in autumn", "[time]")
{
    CHECK(instantsOf({day("2026-11-19"), QTime(3, 40)}) == std::vector{utc("2026-11-19T03:40Z")});
    CHECK(instantsOf({day("2026-07-01"), QTime(3, 40)}) == std::vector{utc("2026-07-01T02:40Z")});
    CHECK(instantsOf({day("2027-03-28"), QTime(1, 30)}).empty());
    CHECK(instantsOf({day("2026-10-25"), QTime(1, 30)})
        == std::vector{utc("2026-10-25T00:30Z"), utc("2026-10-25T01:30Z")});
}

TEST_CASE("The edges of both clock changes belong where the law puts them", "[time]")
{
    CHECK(instantsOf({day("2026-10-25"), QTime(0, 59, 59)}).size() == 1);
    CHECK(instantsOf({day("2026-10-25"), QTime(1, 0)}).size() == 2);
    CHECK(instantsOf({day("2026-10-25"), QTime(1, 59, 59)}).size() == 2);
    CHECK(instantsOf({day("2026-10-25"), QTime(2, 0)}) == std::vector{utc("2026-10-25T02:00Z")});
    CHECK(instantsOf({day("2027-03-28"), QTime(0, 59, 59)}).size() == 1);
    CHECK(instantsOf({day("2027-03-28"), QTime(1, 0)}).empty());
    CHECK(instantsOf({day("2027-03-28"), QTime(2, 0)}) == std::vector{utc("2027-03-28T01:00Z")});
}

TEST_CASE("A fixed local time takes the first of two and the end of a gap", "[time]")
{
    CHECK(instantOf({day("2026-10-25"), QTime(1, 30)}) == utc("2026-10-25T00:30Z"));
    CHECK(instantOf({day("2027-03-28"), QTime(1, 30)}) == utc("2027-03-28T01:00Z"));
    CHECK(startOfDay(day("2026-07-01")) == utc("2026-06-30T23:00Z"));
}

TEST_CASE("The clocks change on the published nights", "[time]")
{
    struct Row {
        const char* forward;
        const char* back;
    };
    const auto row = GENERATE(Row{"2024-03-31", "2024-10-27"}, Row{"2025-03-30", "2025-10-26"},
        Row{"2026-03-29", "2026-10-25"}, Row{"2027-03-28", "2027-10-31"},
        Row{"2028-03-26", "2028-10-29"}, Row{"2029-03-25", "2029-10-28"},
        Row{"2030-03-31", "2030-10-27"});

    const QDate forward = day(row.forward);
    const QDate back = day(row.back);
    CHECK(startOfDay(forward.addDays(1)) - startOfDay(forward) == 23h);
    CHECK(startOfDay(back.addDays(1)) - startOfDay(back) == 25h);
    CHECK(localOf(startOfDay(forward) + 1h) == LocalTime{forward, QTime(2, 0)});
    CHECK(localOf(startOfDay(back) + 2h) == LocalTime{back, QTime(1, 0)});
}

TEST_CASE("Every instant of a decade comes back from its local time", "[time]")
{
    for (Instant at = utc("2019-01-01T00:00Z"); at < utc("2029-01-01T00:00Z"); at += 7h + 13min) {
        const std::vector<Instant> back = instantsOf(localOf(at));
        const bool found = std::find(back.begin(), back.end(), at) != back.end();
        if (!found)
            FAIL(shown(at));
    }
}

TEST_CASE("Instants before 1970 have a local time too", "[time]")
{
    CHECK(localOf(utc("1948-02-29T23:30Z")) == LocalTime{day("1948-02-29"), QTime(23, 30)});
    CHECK(localOf(utc("1969-01-01T00:00Z")) == LocalTime{day("1969-01-01"), QTime(1, 0)});
    CHECK(startOfDay(day("1931-05-04")) == utc("1931-05-03T23:00Z"));
}

TEST_CASE("The zone is shown within a day of a clock change and not elsewhere", "[time]")
{
    CHECK(timeText(utc("2026-11-19T16:52Z")) == u"16:52"_s);
    CHECK(timeText(utc("2026-10-25T00:30Z")) == u"01:30 BST"_s);
    CHECK(timeText(utc("2026-10-25T01:30Z")) == u"01:30 GMT"_s);
    CHECK(timeText(utc("2026-10-24T01:00Z")) == u"02:00 BST"_s);
    CHECK(timeText(utc("2026-10-24T00:59Z")) == u"01:59"_s);
    CHECK(timeText(utc("2026-10-26T01:00Z")) == u"01:00"_s);
    CHECK(dateTimeText(utc("2027-03-28T20:00Z")) == u"Sun 28 Mar 2027 21:00 BST"_s);
    CHECK(dateTimeText(utc("2026-12-01T09:05Z")) == u"Tue 1 Dec 2026 09:05"_s);
}

TEST_CASE("A length is told in the two units that matter", "[time]")
{
    CHECK(durationText(0ms) == u"0 min"_s);
    CHECK(durationText(59s) == u"0 min"_s);
    CHECK(durationText(45min) == u"45 min"_s);
    CHECK(durationText(3h + 20min) == u"3 h 20 min"_s);
    CHECK(durationText(-(18h + 54min)) == u"18 h 54 min"_s);
    CHECK(durationText(36h) == u"36 h"_s);
    CHECK(durationText(52h + 59min) == u"2 d 4 h"_s);
    CHECK(durationText(72h) == u"3 d"_s);
}

TEST_CASE("ISO text goes out in milliseconds and comes back", "[time]")
{
    const Instant at = utc("2026-11-18T16:52Z") + 7ms;

    CHECK(isoText(at) == u"2026-11-18T16:52:00.007Z"_s);
    CHECK(readIso(isoText(at)) == at);
    CHECK(isoText(utc("1948-02-29T23:30Z")) == u"1948-02-29T23:30:00.000Z"_s);
}

TEST_CASE("ISO text is read with Z or any offset", "[time]")
{
    const auto text
        = GENERATE(u"2026-10-25T00:30Z"_s, u"2026-10-25T00:30:00Z"_s, u"2026-10-25T01:30+01:00"_s,
            u"2026-10-25T01:30+0100"_s, u"2026-10-25T01:30:00.0+01"_s, u"2026-10-24T22:30-02:00"_s);

    CHECK(readIso(text) == utc("2026-10-25T00:30Z"));
}

TEST_CASE("What is not ISO text is not guessed at", "[time]")
{
    const auto text = GENERATE(u""_s, u"2026"_s, u"2026-11-18"_s, u"2026-11-18T16:52"_s,
        u"2026-11-18 16:52Z"_s, u"2026-02-30T10:00Z"_s, u"2026-11-18T24:00Z"_s,
        u"2026-11-18T16:52+1"_s, u"2026-11-18T16:52+01:"_s, u"2026-11-18T16:52:Z"_s,
        u"2026-11-18T16:52:00.Z"_s, u"2026-11-18T16:52Zz"_s, u"2026-11-18T16.52Z"_s);

    CHECK_FALSE(readIso(text));
}

TEST_CASE("ISO text without a zone is a local time", "[time]")
{
    CHECK(readIsoLocal(u"2026-11-20T16:30") == LocalTime{day("2026-11-20"), QTime(16, 30)});
    CHECK(readIsoLocal(u"2026-11-20T16:59:59") == LocalTime{day("2026-11-20"), QTime(16, 59, 59)});
    CHECK_FALSE(readIsoLocal(u"2026-11-20T16:30Z"));
    CHECK_FALSE(readIsoLocal(u"2026-11-20"));
}
