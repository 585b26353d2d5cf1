#include "core/time/durations.h"

#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace std::chrono_literals;

TEST_CASE("Rule H adds elapsed hours across both clock changes", "[time][duration]")
{
    struct Row {
        const char* start;
        std::chrono::minutes length;
        const char* due;
    };
    const auto row = GENERATE(
        // s136, 24 h and 36 h
        Row{"2026-11-19T03:40", 24h, "2026-11-20T03:40"},
        Row{"2026-11-19T03:40", 36h, "2026-11-20T15:40"},
        Row{"2026-10-24T20:00", 24h, "2026-10-25T19:00"},
        Row{"2026-10-24T20:00", 36h, "2026-10-26T07:00"},
        Row{"2027-03-27T20:00", 24h, "2027-03-28T21:00"},
        Row{"2027-03-27T20:00", 36h, "2027-03-29T09:00"},
        // s5(2)
        Row{"2026-10-23T09:00", 72h, "2026-10-26T08:00"},
        Row{"2027-03-26T09:00", 72h, "2027-03-29T10:00"},
        // s5(4), the 12-hour wait, the on-call retry
        Row{"2026-10-25T00:30", 6h, "2026-10-25T05:30"},
        Row{"2026-10-24T22:15", 12h, "2026-10-25T09:15"},
        Row{"2026-10-25T01:50 BST", 15min, "2026-10-25T01:05 GMT"});

    CHECK(shown(dueAt(london(row.start), ElapsedTime{row.length})) == shown(london(row.due)));
}

TEST_CASE(
    "A retry over the autumn change is later although its clock reads earlier", "[time][duration]")
{
    const Instant called = london("2026-10-25T01:50 BST");
    const Instant due = dueAt(called, ElapsedTime{15min});

    CHECK(timeText(due) == QStringLiteral("01:05 GMT"));
    CHECK(due - called == 15min);
}

TEST_CASE("Rule D counts the day of the event as day one", "[time][duration]")
{
    CHECK(lastDay(day("2026-11-22"), CalendarDays{28}) == day("2026-12-19"));
    CHECK(lastDay(day("2026-11-20"), CalendarDays{14}) == day("2026-12-03"));
    CHECK(lastDay(day("2028-02-20"), CalendarDays{14}) == day("2028-03-04"));
    CHECK(lastDay(day("2026-11-20"), CalendarDays{1}) == day("2026-11-20"));
}

TEST_CASE("Rule D ends at 24:00 London time on its last day", "[time][duration]")
{
    CHECK(dueAt(london("2026-11-22T23:59"), CalendarDays{28}) == london("2026-12-20T00:00"));
    CHECK(dueAt(london("2026-11-22T00:00"), CalendarDays{28}) == london("2026-12-20T00:00"));
    // Admitted at half past midnight in summer: still the day before in UTC.
    CHECK(dueAt(utc("2026-10-11T23:30Z"), CalendarDays{14}) == utc("2026-10-26T00:00Z"));
}

TEST_CASE("CLK-09 months end the day before the same day, and with a month that has none",
    "[time][duration]")
{
    struct Row {
        const char* first;
        int months;
        const char* last;
    };
    const auto row = GENERATE(
        // February has no such day
        Row{"2026-08-27", 6, "2027-02-26"}, Row{"2026-08-28", 6, "2027-02-27"},
        Row{"2026-08-29", 6, "2027-02-28"}, Row{"2026-08-30", 6, "2027-02-28"},
        Row{"2026-08-31", 6, "2027-02-28"}, Row{"2026-09-01", 6, "2027-02-28"},
        // February of a leap year has one day more
        Row{"2027-08-28", 6, "2028-02-27"}, Row{"2027-08-29", 6, "2028-02-28"},
        Row{"2027-08-30", 6, "2028-02-29"}, Row{"2027-08-31", 6, "2028-02-29"},
        Row{"2027-09-01", 6, "2028-02-29"}, Row{"2028-02-29", 6, "2028-08-28"},
        // 30 days against 31
        Row{"2026-03-30", 6, "2026-09-29"}, Row{"2026-03-31", 6, "2026-09-30"},
        Row{"2026-05-31", 6, "2026-11-30"}, Row{"2026-10-31", 6, "2027-04-30"},
        Row{"2026-12-31", 6, "2027-06-30"}, Row{"2026-04-30", 6, "2026-10-29"},
        Row{"2026-01-31", 6, "2026-07-30"}, Row{"2026-07-31", 6, "2027-01-30"},
        // a year
        Row{"2027-03-01", 12, "2028-02-29"}, Row{"2028-02-29", 12, "2029-02-28"},
        Row{"2028-02-28", 12, "2029-02-27"}, Row{"2026-11-20", 12, "2027-11-19"});

    CAPTURE(row.first, row.months);
    CHECK(lastDay(day(row.first), CalendarMonths{row.months}) == day(row.last));
}

TEST_CASE("CLK-09 months end at 24:00 London time on their last day", "[time][duration]")
{
    CHECK(dueAt(london("2026-08-31T10:00"), CalendarMonths{6}) == london("2027-03-01T00:00"));
    CHECK(dueAt(london("2026-03-31T00:00"), CalendarMonths{6}) == london("2026-10-01T00:00"));
    CHECK(dueAt(london("2026-03-31T23:59"), CalendarMonths{6}) == london("2026-10-01T00:00"));
}

TEST_CASE("Rule D-gap allows five clear days between two examinations", "[time][duration]")
{
    const ClearDays gap{5};

    CHECK(clearDaysBetween(day("2026-12-01"), day("2026-12-07")) == 5);
    CHECK(withinGap(day("2026-12-01"), day("2026-12-07"), gap));
    CHECK(withinGap(day("2026-12-07"), day("2026-12-01"), gap));
    CHECK_FALSE(withinGap(day("2026-12-01"), day("2026-12-08"), gap));
    CHECK(withinGap(day("2026-12-01"), day("2026-12-01"), gap));
    CHECK(lastDay(day("2026-12-01"), gap) == day("2026-12-07"));
    CHECK(dueAt(london("2026-12-01T10:30"), gap) == london("2026-12-08T00:00"));
}
