#include "core/time/typed_time.h"

#include "core/time/dated_time.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QString read(const QString& typed, const char* now)
{
    const auto answer = readTypedTime(typed, london(now));
    const auto* problem = std::get_if<TimeProblem>(&answer);
    return problem ? problem->text : shown(std::get<Instant>(answer));
}

QString readDue(const QString& typed, const char* now)
{
    const auto answer = readTypedDue(typed, london(now));
    const auto* problem = std::get_if<TimeProblem>(&answer);
    return problem ? problem->text : shown(std::get<Instant>(answer));
}

TimeProblem problem(const QString& typed, const char* now)
{
    return std::get<TimeProblem>(readTypedTime(typed, london(now)));
}

struct Row {
    QString typed;
    const char* expected;
};

}

TEST_CASE("A time that has been is read as an officer types it", "[time]")
{
    const char* now = "2026-11-19T09:02"; // a Thursday
    const auto row = GENERATE(Row{u"0845"_s, "2026-11-19T08:45"}, Row{u"845"_s, "2026-11-19T08:45"},
        Row{u"8:45"_s, "2026-11-19T08:45"}, Row{u"8.45am"_s, "2026-11-19T08:45"},
        Row{u"8.45 a.m."_s, "2026-11-19T08:45"}, Row{u"08:45:30"_s, "2026-11-19T08:45:30"},
        Row{u"4.45pm"_s, "2026-11-18T16:45"}, Row{u"1700hrs"_s, "2026-11-18T17:00"},
        Row{u"17:00 hrs"_s, "2026-11-18T17:00"}, Row{u"8 am"_s, "2026-11-19T08:00"},
        Row{u"12am"_s, "2026-11-19T00:00"}, Row{u"12.15pm"_s, "2026-11-18T12:15"},
        Row{u"now"_s, "2026-11-19T09:02"}, Row{u"yesterday 23:10"_s, "2026-11-18T23:10"},
        Row{u"23:10 yesterday"_s, "2026-11-18T23:10"}, Row{u"today 0700"_s, "2026-11-19T07:00"},
        Row{u"Thu 08:20"_s, "2026-11-19T08:20"}, Row{u"Thu 16:20"_s, "2026-11-12T16:20"},
        Row{u"tues 16:20"_s, "2026-11-17T16:20"}, Row{u"Wednesday 1620"_s, "2026-11-18T16:20"},
        Row{u"19 Nov 03:40"_s, "2026-11-19T03:40"}, Row{u"19 Nov 0340"_s, "2026-11-19T03:40"},
        Row{u"19th November 2026 at 0340"_s, "2026-11-19T03:40"},
        Row{u"0340 on 19 Nov 2025"_s, "2025-11-19T03:40"}, Row{u"1 Nov 1955"_s, "2026-11-01T19:55"},
        Row{u"24 Dec 16:50"_s, "2025-12-24T16:50"}, Row{u"19/11 03:40"_s, "2026-11-19T03:40"},
        Row{u"19/11/2026 03:40"_s, "2026-11-19T03:40"},
        Row{u"Thu 19 Nov 2026, 03:40"_s, "2026-11-19T03:40"},
        Row{u"2026-11-19 03:40"_s, "2026-11-19T03:40"},
        Row{u"2026-11-19T03:40"_s, "2026-11-19T03:40"},
        Row{u"2026-11-19T03:40Z"_s, "2026-11-19T03:40"},
        Row{u"2026-11-19T04:40+01:00"_s, "2026-11-19T03:40"},
        Row{u"20 min ago"_s, "2026-11-19T08:42"}, Row{u"1 h 30 min ago"_s, "2026-11-19T07:32"},
        Row{u"2h ago"_s, "2026-11-19T07:02"}, Row{u"29 Feb 10:00"_s, "2024-02-29T10:00"});

    CAPTURE(row.typed);
    CHECK(read(row.typed, now) == shown(london(row.expected)));
}

TEST_CASE("A bare time is the latest such time, five minutes of slack included", "[time]")
{
    CHECK(read(u"23:50"_s, "2026-11-19T00:20") == shown(london("2026-11-18T23:50")));
    CHECK(read(u"0025"_s, "2026-11-19T00:20") == shown(london("2026-11-19T00:25")));
    CHECK(read(u"0221"_s, "2026-11-19T00:20") == shown(london("2026-11-18T02:21")));
    CHECK(read(u"0001"_s, "2026-11-18T23:58") == shown(london("2026-11-19T00:01")));
}

TEST_CASE("A time that is still to come is asked about instead of being a day early", "[time]")
{
    const TimeProblem asked = problem(u"17:00"_s, "2026-11-19T16:50");
    CHECK(asked.text == u"17:00 is 10 min from now."_s);
    CHECK(asked.mend == u"Type “yesterday 17:00” if that is meant, or mend the time."_s);
    CHECK(problem(u"0026"_s, "2026-11-19T00:20").text == u"00:26 is 6 min from now."_s);
    CHECK(problem(u"0010"_s, "2026-11-18T23:50").mend.contains(u"“today 00:10”"_s));
    CHECK(problem(u"Thu 17:00"_s, "2026-11-19T16:50").mend.contains(u"“12 Nov 2026 17:00”"_s));
    CHECK(problem(u"19 Nov 17:00"_s, "2026-11-19T16:50").mend.contains(u"“19 Nov 2025 17:00”"_s));
    CHECK(problem(u"25 Nov 17:00"_s, "2026-11-19T16:50").text == u"17:00 is 6 d from now."_s);
    CHECK(problem(u"2 Jan 17:00"_s, "2026-12-30T16:50").mend.contains(u"“2 Jan 2026 17:00”"_s));

    CHECK(read(u"18:50"_s, "2026-11-19T16:50").contains(u"from now"_s));
    CHECK(read(u"18:51"_s, "2026-11-19T16:50") == shown(london("2026-11-18T18:51")));
    CHECK(read(u"yesterday 17:00"_s, "2026-11-19T16:50") == shown(london("2026-11-18T17:00")));
    CHECK(read(u"Wed 17:00"_s, "2026-11-19T16:50") == shown(london("2026-11-18T17:00")));
    CHECK(read(u"21 Dec 17:00"_s, "2026-11-19T16:50") == shown(london("2025-12-21T17:00")));
}

TEST_CASE("Without a now to go by the date must be typed in full", "[time]")
{
    const auto dated = [](const QString& typed) {
        const auto answer = readDatedTime(typed);
        const auto* wrong = std::get_if<TimeProblem>(&answer);
        return wrong ? wrong->text : shown(std::get<Instant>(answer));
    };
    CHECK(dated(u"2026-11-18T21:00"_s) == shown(london("2026-11-18T21:00")));
    CHECK(dated(u"18 Nov 2026 2100"_s) == shown(london("2026-11-18T21:00")));
    CHECK(dated(u"2026-11-18T21:00Z"_s) == shown(london("2026-11-18T21:00")));
    for (const QString& typed : {u"21:00"_s, u"yesterday 21:00"_s, u"18 Nov 21:00"_s})
        CHECK(dated(typed) == u"“%1” does not say on which date."_s.arg(typed));
    CHECK(dated(u"now"_s) == u"“now” is not understood in a time."_s);
    CHECK(dated(u"2026-10-25T01:30"_s).contains(u"happens twice"_s));
}

TEST_CASE("A time to come is the next such time", "[time]")
{
    const char* now = "2026-11-19T09:02";
    const auto row
        = GENERATE(Row{u"22:00"_s, "2026-11-19T22:00"}, Row{u"0245"_s, "2026-11-20T02:45"},
            Row{u"09:02"_s, "2026-11-19T09:02"}, Row{u"tonight 22:00"_s, "2026-11-19T22:00"},
            Row{u"tomorrow 10:00"_s, "2026-11-20T10:00"}, Row{u"in 2 h"_s, "2026-11-19T11:02"},
            Row{u"in 1 h 15 min"_s, "2026-11-19T10:17"}, Row{u"Thu 08:20"_s, "2026-11-26T08:20"},
            Row{u"Fri 16:00"_s, "2026-11-20T16:00"}, Row{u"3 Jan 10:00"_s, "2027-01-03T10:00"},
            Row{u"19 Nov 10:00"_s, "2026-11-19T10:00"}, Row{u"29 Feb 10:00"_s, "2028-02-29T10:00"});

    CAPTURE(row.typed);
    CHECK(readDue(row.typed, now) == shown(london(row.expected)));
}

TEST_CASE("A bare time to come that has just passed is asked about, with both days", "[time]")
{
    const auto asked = readTypedDue(u"17:00"_s, london("2026-11-19T17:45"));
    REQUIRE(std::holds_alternative<TimeProblem>(asked));
    CHECK(std::get<TimeProblem>(asked).text == u"17:00 was 45 min ago."_s);
    CHECK(std::get<TimeProblem>(asked).mend
        == u"Type “tomorrow 17:00” for the next one, or “today 17:00” if that is meant."_s);
    const auto midnight = readTypedDue(u"2350"_s, london("2026-11-20T00:10"));
    REQUIRE(std::holds_alternative<TimeProblem>(midnight));
    CHECK(std::get<TimeProblem>(midnight).mend.contains(u"“today 23:50”"_s));

    CHECK(readDue(u"17:00"_s, "2026-11-19T17:00") == shown(london("2026-11-19T17:00")));
    CHECK(readDue(u"11:45"_s, "2026-11-19T17:45").contains(u"ago"_s));
    CHECK(readDue(u"11:44"_s, "2026-11-19T17:45") == shown(london("2026-11-20T11:44")));
    CHECK(readDue(u"tomorrow 17:00"_s, "2026-11-19T17:45") == shown(london("2026-11-20T17:00")));
    CHECK(readDue(u"today 17:00"_s, "2026-11-19T17:45") == shown(london("2026-11-19T17:00")));
}

TEST_CASE("A time in the spring gap is refused and the way out is named", "[time]")
{
    const TimeProblem gap = problem(u"2027-03-28 01:30"_s, "2027-03-28T08:00");

    CHECK(gap.text
        == u"01:30 on Sun 28 Mar 2027 does not exist: the clocks go forward from 01:00 to 02:00."_s);
    CHECK(gap.mend == u"Type a time before 01:00 or from 02:00 on."_s);
    CHECK(problem(u"0130"_s, "2027-03-28T08:00").text == gap.text);
    CHECK(readDue(u"0130"_s, "2027-03-27T20:00") == gap.text);
    CHECK(read(u"0130"_s, "2027-03-29T08:00") == shown(london("2027-03-29T01:30")));
}

TEST_CASE("A time that happens twice is asked about, with both choices", "[time]")
{
    const TimeProblem twice = problem(u"0130"_s, "2026-10-25T08:00");

    CHECK(twice.text
        == u"01:30 on Sun 25 Oct 2026 happens twice: the clocks go back in that night."_s);
    CHECK(twice.mend == u"Add “first” (01:30 BST) or “second” (01:30 GMT)."_s);
    CHECK(problem(u"25 Oct 2026 01:30"_s, "2026-11-01T08:00").text == twice.text);
    CHECK(problem(u"yesterday 0130"_s, "2026-10-26T08:00").text == twice.text);
    CHECK(readDue(u"0130"_s, "2026-10-24T20:00") == twice.text);
}

TEST_CASE("The words first, second, BST and GMT choose in the hour that happens twice", "[time]")
{
    const char* now = "2026-10-25T08:00";
    CHECK(read(u"0130 first"_s, now) == shown(utc("2026-10-25T00:30Z")));
    CHECK(read(u"first 0130"_s, now) == shown(utc("2026-10-25T00:30Z")));
    CHECK(read(u"01:30 BST"_s, now) == shown(utc("2026-10-25T00:30Z")));
    CHECK(read(u"0130 second"_s, now) == shown(utc("2026-10-25T01:30Z")));
    CHECK(read(u"25 Oct 2026 01:30 GMT"_s, now) == shown(utc("2026-10-25T01:30Z")));
    CHECK(read(u"01:30 first"_s, "2026-11-19T08:00") == shown(utc("2026-11-19T01:30Z")));
}

TEST_CASE("Inside the hour that happens twice a time still to come is not offered", "[time]")
{
    CHECK(read(u"0130"_s, "2026-10-25T01:40 BST") == shown(utc("2026-10-25T00:30Z")));
    CHECK(read(u"0155"_s, "2026-10-25T01:40 GMT") == shown(utc("2026-10-25T00:55Z")));
    CHECK(readDue(u"0130"_s, "2026-10-25T01:40 BST") == shown(utc("2026-10-25T01:30Z")));
}

TEST_CASE("A zone that does not hold then is refused", "[time]")
{
    const TimeProblem zone = problem(u"16:30 BST"_s, "2026-11-19T18:00");

    CHECK(zone.text.contains(u"London is on GMT"_s));
    CHECK(zone.mend == u"Leave out the zone, or type GMT."_s);
    CHECK(problem(u"1 Jul 2026 16:30 GMT"_s, "2026-11-19T18:00").text
        == u"At 16:30 on Wed 1 Jul 2026 London is on BST."_s);
}

TEST_CASE("What is not a time says what is wrong and what to type", "[time]")
{
    struct Wrong {
        QString typed;
        QString text;
    };
    const auto row = GENERATE(Wrong{u""_s, u"The time is missing."_s},
        Wrong{u"25:70"_s, u"“25:70” is not a time of day."_s},
        Wrong{u"2400"_s, u"“2400” is not a time of day."_s},
        Wrong{u"13.00am"_s, u"“13.00am” is not a time of day."_s},
        Wrong{u"soon"_s, u"“soon” is not understood in a time."_s},
        Wrong{u"8"_s, u"“8” is not understood in a time."_s},
        Wrong{u"yesterday"_s, u"The time of day is missing."_s},
        Wrong{u"19 Nov 2026"_s, u"The time of day is missing."_s},
        Wrong{u"0845 0900"_s, u"Two times are typed: 08:45 and “0900”."_s},
        Wrong{u"31 Feb 0900"_s, u"There is no such day as 31 feb."_s},
        Wrong{u"2026-02-30 0900"_s, u"There is no such day as 2026-02-30."_s},
        Wrong{u"Fri 19 Nov 2026 0340"_s, u"Thu 19 Nov 2026 is a Thursday, not a Friday."_s},
        Wrong{u"20 min"_s, u"“20” is not understood in a time."_s});

    CAPTURE(row.typed);
    const TimeProblem found = problem(row.typed, "2026-11-19T09:02");
    CHECK(found.text == row.text);
    CHECK_FALSE(found.mend.isEmpty());
}

TEST_CASE("A local time in ISO text is told its two choices with their offsets", "[time]")
{
    const auto twice = onlyInstantOf({day("2026-10-25"), QTime(1, 30)});
    CHECK(std::get<TimeProblem>(twice).mend
        == u"Write 2026-10-25T01:30+01:00 for the first (BST) or 2026-10-25T01:30+00:00 for the "
           "second (GMT)."_s);

    const auto never = onlyInstantOf({day("2027-03-28"), QTime(1, 30)});
    CHECK(std::get<TimeProblem>(never).mend == u"Type a time before 01:00 or from 02:00 on."_s);

    const auto once = onlyInstantOf({day("2026-11-19"), QTime(1, 30)});
    CHECK(std::get<Instant>(once) == utc("2026-11-19T01:30Z"));
}
