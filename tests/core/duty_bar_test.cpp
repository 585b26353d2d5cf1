#include "core/duty/duty_bar.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("The duty bar says who is on, since and until when, and the next handover", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    const Reply started = desk.must("grace", R"({"do": "duty.start",
        "officers": ["grace", "tom"], "manager": "Tom Ashdown"})");
    const auto duty = desk.duty({QUuid::fromString(started.made(u"duty"_s))});

    const DutyBar bar = dutyBar(u"edt"_s, duty.get(), desk.calendar(), london("2026-11-19T08:10"));

    CHECK(bar.service == u"Emergency Duty Team"_s);
    CHECK(bar.onDuty);
    CHECK(bar.started);
    CHECK(shown(bar.since) == shown(london("2026-11-18T17:00")));
    CHECK(shown(bar.until) == shown(london("2026-11-19T09:00")));
    CHECK(bar.manager == u"Tom Ashdown"_s);
    CHECK(bar.managerNumber == u"01632 960101"_s);
    CHECK(bar.officers == QStringList{u"Grace Oyelaran"_s, u"Tom Ashdown"_s});
    CHECK(bar.amhps == QStringList{u"Grace Oyelaran"_s});
    REQUIRE(bar.nextWindow);
    CHECK(bar.nextWindow->name() == u"2026-11-19-AM"_s);
    CHECK_FALSE(bar.windowOpen);
}

TEST_CASE("The duty bar knows a window that is open", "[duty]")
{
    const auto [at, open, name] = GENERATE(table<const char*, bool, const char*>({
        {"2026-11-19T08:44", false, "2026-11-19-AM"},
        {"2026-11-19T08:45", true, "2026-11-19-AM"},
        {"2026-11-19T09:00", false, "2026-11-19-PM"},
        {"2026-11-20T17:00", false, "2026-11-23-AM"},
    }));

    const DutyBar bar = dutyBar(u"edt"_s, nullptr, shippedCalendar("anyshire"), london(at));

    CAPTURE(at);
    CHECK(bar.windowOpen == open);
    CHECK(bar.nextWindow->name() == QString::fromLatin1(name));
}

TEST_CASE("Before anybody starts, the bar shows the period and that nobody is on", "[duty]")
{
    const DutyBar bar
        = dutyBar(u"edt"_s, nullptr, shippedCalendar("anyshire"), london("2026-11-18T16:50"));

    CHECK_FALSE(bar.onDuty);
    CHECK_FALSE(bar.started);
    CHECK(shown(bar.since) == shown(london("2026-11-18T17:00")));
    CHECK(bar.officers.isEmpty());
}

TEST_CASE("ESC-5.2 the panel shows every number and how fresh it is", "[duty]")
{
    const auto [today, freshness] = GENERATE(table<QDate, Freshness>({
        {QDate(2026, 11, 18), Freshness::Fresh},
        {QDate(2027, 1, 31), Freshness::Fresh}, // day 90
        {QDate(2027, 2, 1), Freshness::Stale},
    }));
    const Profile profile = shippedProfile("anyshire");

    const auto lines = contactsPanel(profile, nullptr, today);

    REQUIRE(lines.size() == profile.contacts.size());
    CHECK(lines.size() >= 7);
    CHECK(lines.front().manager);
    CHECK(lines.front().freshness == freshness);
    for (const ContactLine& line : lines)
        CHECK_FALSE((line.number.isEmpty() && line.name.isEmpty()));
}

TEST_CASE("ESC-5.2 a number that nobody confirmed shows as unverified", "[duty]")
{
    Profile profile = shippedProfile("anyshire");
    profile.contacts.front().verified.reset();

    CHECK(contactsPanel(profile, nullptr, QDate(2026, 11, 18)).front().freshness
        == Freshness::Unverified);
}

TEST_CASE("ESC-6.1b the panel shows the manager named on the duty", "[duty]")
{
    Duty duty;
    duty.manager = u"Ada Quill"_s;
    duty.managerNumber = u"07700 900555"_s;

    const auto lines = contactsPanel(shippedProfile("anyshire"), &duty, QDate(2026, 11, 18));

    CHECK(lines.front().name == u"Ada Quill"_s);
    CHECK(lines.front().number == u"07700 900555"_s);
}
