#include "core/profile/calendar.h"

#include "tests/support/calendars.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const ServiceCalendar& bedfordshire()
{
    static const ServiceCalendar calendar = shippedCalendar("bedfordshire-luton");
    return calendar;
}

ServiceCalendar with(const std::vector<QDate>& extraHolidays, const std::vector<QDate>& closures)
{
    Profile profile = shippedProfile("bedfordshire-luton");
    profile.extraHolidays = extraHolidays;
    profile.closureDays = closures;
    return {profile, shippedHolidays()};
}

QString slotAt(const ServiceCalendar& calendar, Instant at)
{
    const auto window = calendar.windowAt(at);
    return window ? window->key : QString();
}

QStringList windowsOn(const char* date)
{
    QStringList names;
    for (const WindowTimes& window : bedfordshire().windowsOn(day(date)))
        names.append(window.name());
    return names;
}

}

TEST_CASE("COM-3.2 new work goes to whom the truth table says", "[profile][calendar]")
{
    struct Row {
        const char* at;
        const char* mhaa;
        const char* general;
        const char* slot;
    };
    const auto row = GENERATE(Row{"2026-11-18T16:44", "amhp-day", "day-team", ""}, // 1
        Row{"2026-11-18T16:45", "amhp-day", "day-team", "pm"},
        Row{"2026-11-18T16:59:59", "amhp-day", "day-team", "pm"},
        Row{"2026-11-18T17:00", "edt", "edt", ""}, Row{"2026-11-19T08:45", "edt", "edt", "am"},
        Row{"2026-11-19T09:00", "amhp-day", "day-team", ""},
        Row{"2026-11-20T15:59", "amhp-day", "day-team", ""},
        Row{"2026-11-20T16:00", "amhp-day", "edt", ""}, // 8: the Friday hour
        Row{"2026-11-20T17:00", "edt", "edt", ""}, Row{"2026-11-21T10:00", "edt", "edt", ""},
        Row{"2026-11-23T08:59", "edt", "edt", "am"},
        Row{"2026-12-24T16:50", "amhp-day", "day-team", "pm"},
        Row{"2026-12-25T08:50", "edt", "edt", ""},
        Row{"2026-12-28T08:50", "edt", "edt", ""}, // 14: substitute holiday
        Row{"2026-12-29T08:50", "edt", "edt", "am"},
        Row{"2027-03-26T16:30", "edt", "edt", ""}, // 16: Good Friday has no Friday split
        Row{"2027-12-25T10:00", "edt", "edt", ""}, Row{"2028-01-03T10:00", "edt", "edt", ""},
        Row{"2026-10-25T01:30 BST", "edt", "edt", ""}, // 19: both of them
        Row{"2026-10-25T01:30 GMT", "edt", "edt", ""});

    CAPTURE(row.at);
    const Instant at = london(row.at);
    CHECK(bedfordshire().receives(u"mhaa"_s, at) == QString::fromLatin1(row.mhaa));
    CHECK(bedfordshire().receives(u"general"_s, at) == QString::fromLatin1(row.general));
    CHECK(bedfordshire().receives(u"children"_s, at) == QString::fromLatin1(row.general));
    CHECK(slotAt(bedfordshire(), at) == QString::fromLatin1(row.slot));
}

TEST_CASE(
    "COM-3.2 an extra holiday in the profile counts like the printed ones", "[profile][calendar]")
{
    const ServiceCalendar calendar = with({day("2026-11-18")}, {});
    const Instant at = london("2026-11-18T10:00");

    CHECK(calendar.receives(u"mhaa"_s, at) == u"edt"_s);
    CHECK(calendar.receives(u"general"_s, at) == u"edt"_s);
    CHECK(calendar.windowsOn(day("2026-11-18")).empty());
    CHECK(bedfordshire().receives(u"mhaa"_s, at) == u"amhp-day"_s);
}

TEST_CASE("A local closure day is no working day and has no day service", "[profile][calendar]")
{
    const ServiceCalendar calendar = with({}, {day("2026-12-24")});

    CHECK_FALSE(calendar.isWorkingDay(day("2026-12-24")));
    CHECK(calendar.receives(u"mhaa"_s, london("2026-12-24T10:00")) == u"edt"_s);
    CHECK(calendar.addWorkingDays(day("2026-12-23"), 1) == day("2026-12-29"));
}

TEST_CASE("HO-3.1a windows are made for working days only", "[profile][calendar]")
{
    CHECK(windowsOn("2026-12-24") == QStringList{u"2026-12-24-AM"_s, u"2026-12-24-PM"_s});
    CHECK(windowsOn("2026-12-25").isEmpty());
    CHECK(windowsOn("2026-12-26").isEmpty());
    CHECK(windowsOn("2026-12-27").isEmpty());
    CHECK(windowsOn("2026-12-28").isEmpty());
    CHECK(windowsOn("2026-12-29") == QStringList{u"2026-12-29-AM"_s, u"2026-12-29-PM"_s});
}

TEST_CASE("HO-3.1c a window knows its services, slot and breach", "[profile][calendar]")
{
    const auto windows = bedfordshire().windowsOn(day("2026-11-18"));
    REQUIRE(windows.size() == 2);

    const WindowTimes morning{u"am"_s, day("2026-11-18"), u"edt"_s, u"amhp-day"_s,
        london("2026-11-18T08:45"), london("2026-11-18T09:00"), london("2026-11-18T09:30"),
        london("2026-11-17T17:00")};
    const WindowTimes evening{u"pm"_s, day("2026-11-18"), u"amhp-day"_s, u"edt"_s,
        london("2026-11-18T16:45"), london("2026-11-18T17:00"), london("2026-11-18T17:30"),
        london("2026-11-18T09:00")};
    CHECK(windows[0] == morning);
    CHECK(windows[1] == evening);
}

TEST_CASE("HO-3.1a the morning after a break covers the whole break", "[profile][calendar]")
{
    CHECK(bedfordshire().windowAt(london("2026-11-23T08:59"))->coversFrom
        == london("2026-11-20T17:00"));
    CHECK(bedfordshire().windowAt(london("2026-12-29T08:50"))->coversFrom
        == london("2026-12-24T17:00"));
}

TEST_CASE("HO-3.1a the next and the last window step over days without one", "[profile][calendar]")
{
    const Instant christmas = london("2026-12-26T12:00");

    CHECK(bedfordshire().nextWindow(christmas).name() == u"2026-12-29-AM"_s);
    CHECK(bedfordshire().lastWindow(christmas).name() == u"2026-12-24-PM"_s);
    CHECK(bedfordshire().nextWindow(london("2026-11-18T08:44:59")).name() == u"2026-11-18-AM"_s);
    CHECK(bedfordshire().nextWindow(london("2026-11-18T08:45")).name() == u"2026-11-18-PM"_s);
    CHECK(bedfordshire().lastWindow(london("2026-11-18T08:45")).name() == u"2026-11-18-AM"_s);
    CHECK(bedfordshire().lastWindow(london("2026-11-18T08:44:59")).name() == u"2026-11-17-PM"_s);
}

TEST_CASE("COM-3.2 the periods of duty have the lengths of the calendar", "[profile][calendar]")
{
    struct Row {
        const char* kind;
        const char* from;
        const char* to;
        int hours;
    };
    const auto row = GENERATE(Row{"mhaa", "2026-11-17T17:00", "2026-11-18T09:00", 16},
        Row{"general", "2026-11-17T17:00", "2026-11-18T09:00", 16},
        Row{"general", "2026-11-20T16:00", "2026-11-23T09:00", 65},
        Row{"mhaa", "2026-11-20T17:00", "2026-11-23T09:00", 64},
        Row{"general", "2026-10-23T16:00", "2026-10-26T09:00", 66},
        Row{"general", "2026-08-28T16:00", "2026-09-01T09:00", 89},
        Row{"general", "2026-04-02T17:00", "2026-04-07T09:00", 112},
        Row{"general", "2027-03-25T17:00", "2027-03-30T09:00", 111},
        Row{"mhaa", "2026-12-24T17:00", "2026-12-29T09:00", 112},
        Row{"general", "2026-12-31T17:00", "2027-01-04T09:00", 88},
        Row{"general", "2027-12-24T16:00", "2027-12-29T09:00", 113},
        Row{"general", "2027-12-31T16:00", "2028-01-04T09:00", 89});

    const Instant from = london(row.from);
    const Instant to = london(row.to);
    const QString kind = QString::fromLatin1(row.kind);
    const DutyPeriod expected{u"edt"_s, from, to};
    CHECK(to - from == std::chrono::hours(row.hours));
    CHECK(bedfordshire().duty(kind, from) == expected);
    CHECK(bedfordshire().duty(kind, from + 5h) == expected);
    CHECK(bedfordshire().duty(kind, to - 1ms) == expected);
    CHECK(bedfordshire().duty(kind, to).from == to);
    CHECK(bedfordshire().duty(kind, from - 1ms).to == from);
}

TEST_CASE("COM-3.10a the day service's duty is its day", "[profile][calendar]")
{
    CHECK(bedfordshire().duty(u"mhaa"_s, london("2026-11-20T16:30"))
        == DutyPeriod{u"amhp-day"_s, london("2026-11-20T09:00"), london("2026-11-20T17:00")});
}

TEST_CASE("At every instant one service is on duty and receives new work", "[profile][calendar]")
{
    for (const QString& kind : {u"mhaa"_s, u"general"_s}) {
        Instant at = london("2026-09-01T09:00");
        while (at < london("2027-04-30T09:00")) {
            const DutyPeriod duty = bedfordshire().duty(kind, at);
            REQUIRE(duty.from <= at);
            REQUIRE(at < duty.to);
            REQUIRE(bedfordshire().receives(kind, at) == duty.service);
            REQUIRE(bedfordshire().receives(kind, duty.to) != duty.service);
            at = duty.to;
        }
    }
}

TEST_CASE("ESC-2.3 seven working days are counted from the day of receipt as day 0",
    "[profile][calendar]")
{
    struct Row {
        const char* received;
        const char* acknowledge; ///< empty where the table says "+24 h"
        const char* respond;
    };
    const auto row = GENERATE(Row{"2026-11-20T18:10", "2026-11-21T18:10", "2026-12-01"},
        Row{"2026-11-22T02:00", "2026-11-23T02:00", "2026-12-01"},
        Row{"2026-10-24T10:00", "2026-10-25T09:00", "2026-11-03"},
        Row{"2027-03-27T10:00", "2027-03-28T11:00", "2027-04-07"},
        Row{"2027-03-25T12:00", "2027-03-26T12:00", "2027-04-07"},
        Row{"2026-12-21T12:00", "2026-12-22T12:00", "2027-01-04"},
        Row{"2026-12-24T16:50", "2026-12-25T16:50", "2027-01-07"},
        Row{"2026-12-28T12:00", "2026-12-29T12:00", "2027-01-07"},
        Row{"2027-12-22T12:00", "2027-12-23T12:00", "2028-01-05"},
        Row{"2027-12-24T12:00", "2027-12-25T12:00", "2028-01-07"},
        Row{"2028-12-22T12:00", "2028-12-23T12:00", "2029-01-05"},
        Row{"2026-05-01T12:00", "2026-05-02T12:00", "2026-05-13"},
        Row{"2026-08-28T12:00", "2026-08-29T12:00", "2026-09-09"});

    CAPTURE(row.received);
    const Instant received = london(row.received);
    CHECK(dueAt(received, ElapsedTime{24h}) == london(row.acknowledge));
    CHECK(bedfordshire().addWorkingDays(dateOf(received), WorkingDays{7}) == day(row.respond));
}

TEST_CASE("The years have as many working days as the calendar says", "[profile][calendar]")
{
    struct Row {
        int year;
        int days;
    };
    const auto row = GENERATE(Row{2026, 253}, Row{2027, 253}, Row{2028, 252});

    int days = 0;
    for (QDate date(row.year, 1, 1); date.year() == row.year; date = date.addDays(1))
        days += bedfordshire().isWorkingDay(date) ? 1 : 0;
    CHECK(days == row.days);
}

TEST_CASE("H15 past the bank holidays the days are counted without them", "[profile][calendar]")
{
    const ServiceCalendar& calendar = bedfordshire();
    const auto period = [&](const char* at) { return calendar.duty(u"mhaa"_s, london(at)); };
    const DutyPeriod lastNight{u"edt"_s, london("2029-01-31T17:00"), london("2029-02-01T09:00")};

    CHECK(calendar.addWorkingDays(day("2029-01-29"), 7) == day("2029-02-07"));
    CHECK(calendar.isWorkingDay(day("2029-03-30"))); // Good Friday
    CHECK_FALSE(calendar.isWorkingDay(day("2029-02-03")));
    CHECK(calendar.receives(u"mhaa"_s, london("2029-02-01T00:00")) == u"edt"_s);
    CHECK(calendar.receives(u"mhaa"_s, london("2029-02-01T09:00")) == u"amhp-day"_s);
    CHECK(period("2029-01-31T18:00") == lastNight);
    CHECK(period("2029-02-01T08:59") == lastNight);
    CHECK(period("2029-02-02T20:00")
        == DutyPeriod{u"edt"_s, london("2029-02-02T17:00"), london("2029-02-05T09:00")});
    CHECK(period("2019-01-01T10:00")
        == DutyPeriod{u"edt"_s, london("2018-12-31T17:00"), london("2019-01-02T09:00")});
    CHECK(calendar.nextWindow(london("2029-01-31T20:00")).name() == u"2029-02-01-AM"_s);
    CHECK(calendar.lastWindow(london("2029-02-04T10:00")).name() == u"2029-02-02-PM"_s);
}

TEST_CASE("H15 on the table's edges a duty period is what it is inside", "[profile][calendar]")
{
    const ServiceCalendar& calendar = bedfordshire();
    const auto at = GENERATE("2028-12-31T23:59", "2029-01-01T00:00", "2019-02-01T00:00");
    const Instant moment = london(at);
    CAPTURE(at);

    const DutyPeriod before = calendar.duty(u"mhaa"_s, moment - std::chrono::milliseconds(1));
    const DutyPeriod after = calendar.duty(u"mhaa"_s, moment);

    CHECK((before == after || before.to == after.from));
}

TEST_CASE("H15 a place without handover windows is not searched for ever", "[profile][calendar]")
{
    Profile profile;
    profile.work = {{u"mhaa"_s, u"MHAA"_s, u"single"_s, u"single"_s, {}}};
    const ServiceCalendar calendar(profile, shippedHolidays());

    CHECK_THROWS_AS(calendar.nextWindow(london("2026-11-18T10:00")), BeyondHolidays);
    CHECK_THROWS_AS(calendar.lastWindow(london("2029-06-01T10:00")), BeyondHolidays);
    CHECK(calendar.duty(u"mhaa"_s, london("2029-06-01T10:00")).from == london("2029-02-01T00:00"));
}

TEST_CASE("H15 a sum twenty years past the bank holidays is refused", "[profile][calendar]")
{
    CHECK_THROWS_AS(bedfordshire().addWorkingDays(day("2049-01-29"), 7), BeyondHolidays);
    CHECK_THROWS_AS(bedfordshire().isWorkingDay(day("2049-02-01")), BeyondHolidays);
    CHECK_THROWS_AS(bedfordshire().receives(u"mhaa"_s, london("2049-02-01T00:00")), BeyondHolidays);
    CHECK_THROWS_AS(bedfordshire().duty(u"mhaa"_s, london("1998-12-31T10:00")), BeyondHolidays);
    CHECK_THROWS_WITH(bedfordshire().isWorkingDay(day("1998-12-31")),
        "Bank holidays are known from Tue 1 Jan 2019 to Wed 31 Jan 2029, and Thu 31 Dec 1998 is "
        "too far outside. Install a release with a newer table.");
}

TEST_CASE("A kind of work that the profile does not know is an error", "[profile][calendar]")
{
    CHECK_THROWS_WITH(bedfordshire().receives(u"housing"_s, london("2026-11-18T10:00")),
        "The profile “bedfordshire-luton” has no kind of work “housing”.");
}

TEST_CASE("One service for day and night is always on duty", "[profile][calendar]")
{
    Profile profile;
    profile.work = {{u"mhaa"_s, u"MHAA"_s, u"single"_s, u"single"_s, {}}};
    const ServiceCalendar calendar(profile, shippedHolidays());

    CHECK(calendar.receives(u"mhaa"_s, london("2026-11-18T10:00")) == u"single"_s);
    CHECK(calendar.duty(u"mhaa"_s, london("2026-11-18T10:00")).to == london("2029-02-01T00:00"));
    CHECK(calendar.windowsOn(day("2026-11-18")).empty());
}

TEST_CASE("Hours may run past midnight and join the next day's", "[profile][calendar]")
{
    Profile profile;
    profile.work = {{u"calls"_s, u"Calls"_s, u"late"_s, u"early"_s,
        {{1, QTime(14, 0), QTime(2, 0)}, {2, QTime(2, 0), QTime(6, 0)}}}};
    const ServiceCalendar calendar(profile, shippedHolidays());

    CHECK(calendar.duty(u"calls"_s, london("2026-11-17T01:00"))
        == DutyPeriod{u"late"_s, london("2026-11-16T14:00"), london("2026-11-17T06:00")});
    CHECK(calendar.receives(u"calls"_s, london("2026-11-17T06:00")) == u"early"_s);
}

TEST_CASE("HO-6.2 office hours are the day service's, or the profile's where one service works day "
          "and night",
    "[profile][calendar]")
{
    struct Row {
        const char* profile;
        const char* kind;
        const char* at;
        bool in;
    };
    const auto row = GENERATE(Row{"bedfordshire-luton", "mhaa", "2026-11-20T16:59:59", true},
        Row{"bedfordshire-luton", "mhaa", "2026-11-20T17:00", false},
        Row{"bedfordshire-luton", "general", "2026-11-20T16:00", false},
        Row{"northamptonshire", "mhaa", "2026-11-18T08:59:59", false},
        Row{"northamptonshire", "mhaa", "2026-11-18T09:00", true},
        Row{"northamptonshire", "mhaa", "2026-11-18T16:59:59", true},
        Row{"northamptonshire", "mhaa", "2026-11-18T17:00", false},
        Row{"northamptonshire", "mhaa", "2026-11-21T12:00", false}, // Saturday
        Row{"northamptonshire", "mhaa", "2026-12-25T12:00", false}, // a bank holiday
        Row{"northamptonshire", "none", "2026-11-18T12:00", false});
    INFO(row.profile << ' ' << row.kind << ' ' << row.at);

    CHECK(shippedCalendar(row.profile).inOfficeHours(QString::fromLatin1(row.kind), london(row.at))
        == row.in);
}

TEST_CASE("HO-6.2 a service that works day and night has the usual office hours unless the profile "
          "says others",
    "[profile][calendar]")
{
    Profile profile = shippedProfile("northamptonshire");
    const auto in = [&](const char* at) {
        return ServiceCalendar(profile, shippedHolidays()).inOfficeHours(u"mhaa"_s, london(at));
    };
    profile.officeHours = {};
    CHECK(in("2026-11-18T09:00"));
    CHECK_FALSE(in("2026-11-18T17:00"));
    profile.officeHours = {{3, QTime(8, 0), QTime(18, 0)}};
    CHECK(in("2026-11-18T17:59"));
    CHECK_FALSE(in("2026-11-19T12:00"));
}
