#include "core/profile/holiday_note.h"

#include "core/duty/rail_clocks.h"
#include "core/paper/clocks_paper.h"
#include "core/time/london.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

bool alarmed(const HandoverDesk& desk)
{
    const auto clocks = railClocks(u"edt"_s, desk.now, desk, desk.calendar());
    return std::any_of(clocks.begin(), clocks.end(), [&](const Deadline& clock) {
        return clock.kind == u"holidays_ended" && alarmAt(clock, desk.now) == Alarm::Expired;
    });
}

}

TEST_CASE("H15 a day outside the bank-holiday table says so", "[profile][calendar]")
{
    const auto [at, note] = GENERATE(table<const char*, const char*>({
        {"2018-12-31",
            "The bank-holiday table begins on Tue 1 Jan 2019: Mon 31 Dec 2018 is "
            "counted without bank holidays."},
        {"2019-01-01", ""},
        {"2029-01-31", ""},
        {"2029-02-01",
            "The bank-holiday table ended on Wed 31 Jan 2029: Thu 1 Feb 2029 is "
            "counted without bank holidays."},
    }));

    CHECK(holidayNote(shippedCalendar("anyshire"), day(at)) == QString::fromLatin1(note));
}

TEST_CASE("H15 a profile that names the holidays of the year needs no table", "[profile][calendar]")
{
    Profile profile = shippedProfile("anyshire");
    profile.extraHolidays = {day("2029-03-30")};
    const ServiceCalendar calendar(profile, shippedHolidays());

    CHECK(holidayNote(calendar, day("2029-05-07")).isEmpty());
    CHECK_FALSE(holidayNote(calendar, day("2030-05-07")).isEmpty());
    CHECK_FALSE(calendar.isWorkingDay(day("2029-03-30")));
}

TEST_CASE("H15 what is due in working days past the bank-holiday table says so", "[clock]")
{
    const auto act = GENERATE(
        R"({"do": "contact.send", "contact": "$k", "council": "ac", "team": "adults_ac"})",
        R"({"do": "case.clock_start", "case": "$A", "kind": "child_decision"})",
        R"({"do": "case.distribute", "case": "$A", "teams": ["unknown"], "no_gp": "Has none"})",
        R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    const auto [start, noted]
        = GENERATE(table<const char*, int>({{"2026-11-18T20:00", 0}, {"2029-06-01T20:00", 1}}));
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(start));
    desk.must("grace", R"({"do": "contact.log", "words": "Son asks", "concerns": "adult",
        "council": "ac", "as": "k"})");
    desk.must("grace", R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa", "as": "A"})");
    CAPTURE(act, start);

    const Reply reply = desk.must("grace", act);

    CHECK(reply.decision.notes.filter(u"H15: The bank-holiday table ended"_s).size() == noted);
}

TEST_CASE("H15 a night past the bank-holiday table starts, is written down and prints", "[duty]")
{
    const auto start = GENERATE("2029-01-31T20:00", "2029-02-01T20:00", "2029-04-01T20:00");
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(start));
    CAPTURE(start);

    desk.must("grace", R"({"do": "duty.start", "officers": ["grace"]})");
    desk.must("grace", R"({"do": "duty.note", "words": "Quiet so far"})");
    desk.must("grace", R"({"do": "contact.log", "words": "Son asks", "as": "call"})");

    const bool past = dateOf(desk.now) > desk.calendar().holidays().last;
    CHECK(alarmed(desk) == past);
    const Paper paper = clocksPaper(u"edt"_s, desk, desk.calendar(),
        frameOf(desk.calendar(), u"edt"_s, u"Grace Lim"_s, desk.now));
    CHECK(paper.standing.startsWith(u"The bank-holiday table ended on Wed 31 Jan 2029"_s) == past);
}
