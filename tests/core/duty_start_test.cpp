#include "core/duty/duty.h"
#include "core/duty/duty_rota.h"

#include "core/duty/duty_period.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Duty dutyOf(const HandoverDesk& desk, const Reply& reply)
{
    const auto duty = desk.duty({QUuid::fromString(reply.made(u"duty"_s))});
    REQUIRE(duty);
    return *duty;
}

QStringList namesOn(const Duty& duty)
{
    QStringList names;
    for (const OfficerOnDuty& officer : duty.officers)
        names.append(officer.left ? officer.name + u" left"_s : officer.name);
    return names;
}

}

TEST_CASE("ESC-6.1 one command starts a duty with officers, manager and number", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);

    const Reply reply = desk.must("grace", R"({"do": "duty.start",
        "officers": ["grace", "kofi"], "manager": "Tom Ashdown",
        "known_events": "Cup match at the stadium"})");

    const Duty duty = dutyOf(desk, reply);
    CHECK(duty.service == u"edt"_s);
    CHECK(shown(duty.from) == shown(london("2026-11-18T17:00")));
    CHECK(shown(duty.to) == shown(london("2026-11-19T09:00")));
    CHECK(namesOn(duty) == QStringList{u"Grace Oyelaran"_s, u"Kofi Mensah"_s});
    CHECK(duty.officers.front().amhp);
    CHECK(duty.manager == u"Tom Ashdown"_s);
    CHECK(duty.managerNumber == u"01632 960101"_s);
    CHECK(duty.knownEvents == u"Cup match at the stadium"_s);
    CHECK(HandoverDesk::owed(reply).isEmpty());
}

TEST_CASE("A duty that is started with no word more has the acting officer and the usual manager",
    "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);

    const Duty duty = dutyOf(desk, desk.must("grace", R"({"do": "duty.start"})"));

    CHECK(namesOn(duty) == QStringList{u"Grace Oyelaran"_s});
    CHECK(duty.manager == u"EDT on-call manager"_s);
    CHECK(duty.managerNumber == u"01632 960101"_s);
}

TEST_CASE("The period of a duty follows from the calendar", "[duty]")
{
    struct Row {
        const char* user;
        const char* at;
        const char* from;
        const char* to;
    };
    const auto row = GENERATE(values<Row>({
        {"grace", "2026-11-18T16:50", "2026-11-18T17:00", "2026-11-19T09:00"}, // early: the next
        {"grace", "2026-11-19T08:59", "2026-11-18T17:00", "2026-11-19T09:00"},
        {"grace", "2026-11-20T16:30", "2026-11-20T16:00", "2026-11-23T09:00"}, // a weekend
        {"grace", "2026-11-21T12:00", "2026-11-20T16:00", "2026-11-23T09:00"},
        {"priya", "2026-11-19T08:40", "2026-11-19T09:00", "2026-11-19T17:00"},
        {"priya", "2026-11-19T09:00", "2026-11-19T09:00", "2026-11-19T17:00"},
        {"grace", "2026-10-24T23:00", "2026-10-23T16:00", "2026-10-26T09:00"}, // clocks go back
    }));
    HandoverDesk desk;
    desk.now = london("2026-12-01T12:00");
    const QString request = u"{\"do\": \"duty.start\", \"at\": \"%1\"}"_s;

    const Duty duty = dutyOf(
        desk, desk.must(row.user, request.arg(QString::fromLatin1(row.at)).toUtf8().data()));

    CAPTURE(row.user, row.at);
    CHECK(shown(duty.from) == shown(london(row.from)));
    CHECK(shown(duty.to) == shown(london(row.to)));
}

TEST_CASE("A second start of the same duty joins it", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    const Reply first = desk.must("grace", R"({"do": "duty.start"})");
    desk.clock(u"2026-11-18T17:20"_s);

    const Reply second = desk.must("kofi", R"({"do": "duty.start", "manager": "Ada Quill"})");

    CHECK(second.made(u"duty"_s) == first.made(u"duty"_s));
    const Duty duty = dutyOf(desk, second);
    CHECK(namesOn(duty) == QStringList{u"Grace Oyelaran"_s, u"Kofi Mensah"_s});
    CHECK(duty.manager == u"Ada Quill"_s);
    CHECK(duty.managers.at(london("2026-11-18T17:10")).name == u"EDT on-call manager"_s);
    CHECK(shown(*duty.startedAt) == shown(london("2026-11-18T17:05")));
}

TEST_CASE("Officers join and leave a duty", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start"})");

    desk.must(
        "grace", R"({"do": "duty.join", "officer": "kofi", "amhp": false, "until": "23:00"})");
    const Reply joined = desk.must("grace", R"({"do": "duty.join", "officer": "tom"})");
    desk.clock(u"2026-11-18T23:02"_s);
    desk.must("kofi", R"({"do": "duty.leave"})");

    const Duty duty = dutyOf(desk, joined);
    CHECK(
        namesOn(duty) == QStringList{u"Grace Oyelaran"_s, u"Kofi Mensah left"_s, u"Tom Ashdown"_s});
    CHECK_FALSE(duty.officers[1].amhp);
    CHECK(shown(*duty.officers[1].until) == shown(london("2026-11-18T23:02")));
}

TEST_CASE("Who is not on a duty cannot leave it", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start"})");

    CHECK(HandoverDesk::refused(desk.does("kofi", R"({"do": "duty.leave"})"))
        == QStringList{u"officer"_s});
}

TEST_CASE("HO-2.1d who starts a duty that they are on says until when", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    desk.must("grace", R"({"do": "duty.join", "amhp": false})");
    desk.clock(u"2026-11-18T18:00"_s);

    desk.must("grace", R"({"do": "duty.start", "until": "23:00"})");
    const Reply again = desk.must("grace", R"({"do": "duty.start"})");

    const Duty duty = dutyOf(desk, again);
    REQUIRE(duty.officers.size() == 1);
    CHECK(shown(duty.officers[0].until.value_or(duty.to)) == shown(london("2026-11-18T23:00")));
    CHECK(shown(duty.officers[0].from) == shown(london("2026-11-18T17:05")));
    CHECK_FALSE(duty.officers[0].amhp);
}

TEST_CASE("ESC-6.1b another manager is not rung on the former one's number", "[duty]")
{
    const auto [fields, name, number] = GENERATE(table<const char*, const char*, const char*>({
        {R"("manager": "Ines Roe")", "Ines Roe", nullptr}, // the profile's
        {R"("manager": "Ines Roe", "manager_number": "07700 900222")", "Ines Roe", "07700 900222"},
        {R"("manager": "Una Marsh")", "Una Marsh", "07700 900111"},
        {R"("manager_number": "07700 900222")", "Una Marsh", "07700 900222"},
    }));
    CAPTURE(fields);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start", "manager": "Una Marsh",
        "manager_number": "07700 900111"})");

    const Reply joined
        = desk.must("kofi", QByteArray(R"({"do": "duty.start", )").append(fields).append('}'));

    const Duty duty = dutyOf(desk, joined);
    CHECK(duty.manager == QString::fromLatin1(name));
    CHECK(duty.managerNumber
        == (number ? QString::fromLatin1(number)
                   : desk.calendar().profile().contact(u"on_call_manager"_s)->number));
}

TEST_CASE("Unknown officers are refused", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);

    const Reply reply = desk.does("grace", R"({"do": "duty.start", "officers": ["nobody"]})");

    CHECK_FALSE(reply.done());
    CHECK(reply.events.empty());
}

TEST_CASE("A note corrects an earlier one and the old words stay", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");
    const Reply note
        = desk.must("grace", R"({"do": "duty.note", "words": "Suite closed until 21:00"})");

    const QString request
        = u"{\"do\": \"duty.note\", \"words\": \"Until 22:00\", \"corrects\": \"%1\"}"_s;
    desk.must("grace", request.arg(note.made(u"id"_s)).toUtf8().data());

    const Duty duty = dutyOf(desk, started);
    REQUIRE(duty.notes.size() == 2);
    CHECK(duty.notes[0].corrected);
    CHECK(duty.notes[0].words == u"Suite closed until 21:00"_s);
    CHECK(duty.notes[1].kind == u"correction"_s);
}

TEST_CASE("A note about what is long past is late, and its reason is owed", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");

    const Reply late = desk.must("grace", R"({"do": "duty.note", "words": "Told", "at": "18:30"})");

    CHECK(dutyOf(desk, started).notes.back().late);
    CHECK(HandoverDesk::owed(late) == QStringList{u"COOP-1.5"_s});
}

TEST_CASE("A service finds its last and next duty past the other's", "[duty]")
{
    const HandoverDesk desk;
    const auto last = lastDutyPeriod(desk.calendar(), u"amhp-day"_s, london("2026-11-20T17:12"));
    const auto next = nextDutyPeriod(desk.calendar(), u"amhp-day"_s, london("2026-11-20T17:12"));

    REQUIRE((last && next));
    CHECK(shown(last->from) == shown(london("2026-11-20T09:00")));
    CHECK(shown(next->from) == shown(london("2026-11-23T09:00")));
    CHECK_FALSE(nextDutyPeriod(desk.calendar(), u"nobody"_s, london("2026-11-20T17:12")));
}

TEST_CASE("On a Friday the next duty is not the one that other work began earlier", "[duty]")
{
    const HandoverDesk desk;
    const auto fromFriday = nextDutyPeriod(desk.calendar(), u"edt"_s, london("2026-11-20T16:00"));

    REQUIRE(fromFriday);
    CHECK(shown(fromFriday->from) == shown(london("2026-11-23T17:00")));
}

TEST_CASE(
    "COM-3.1 before a duty it is told that no rota is kept, or that nobody is on it", "[rota]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-20T16:30"_s);
    const auto told = [&desk] {
        QStringList texts;
        for (const ProfileFinding& each : rotaFindings(u"edt"_s, desk, desk.calendar(), desk.now))
            texts.append(each.text);
        return texts;
    };
    REQUIRE(told().size() == 1);
    CHECK(told().front().startsWith(u"No rota is kept"_s));

    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace",
        "from": "2026-11-20 17:00", "to": "2026-11-20 23:00"})");
    REQUIRE_FALSE(told().isEmpty());
    CHECK(told().filter(u"No rota is kept"_s).isEmpty());
    CHECK(told().filter(u"no AMHP"_s).size() == told().size());
}
