#include "core/duty/ladder.h"
#include "core/duty/rail_clocks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <QJsonDocument>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "HO-3.2b hours without an on-call manager are said, and each change is on the rail", "[rota]")
{
    HandoverDesk desk;
    const auto csv = u"role,from,to,login,person,number\n"
                     "on_call_manager,2026-11-19 17:00,2026-11-19 23:00,,Ann Ode,01632 960777\n"
                     "on_call_manager,2026-11-19 23:00,2026-11-20 01:00,,Ben Ash,01632 960778\n"_s;
    desk.must(
        "tom", QJsonDocument(QJsonObject{{u"do"_s, u"rota.import"_s}, {u"csv"_s, csv}}).toJson());
    desk.clock(u"2026-11-19T17:00"_s);
    const Reply reply = desk.must("grace", R"({"do": "duty.start"})");
    CHECK(reply.decision.notes.filter(u"HO-3.2b"_s)
        == QStringList{u"HO-3.2b: Fri 20 Nov 2026 01:00 to Fri 20 Nov 2026 09:00: no EDT on-call "
                       "manager on the rota"_s});
    const auto changes = [&](const char* at) {
        desk.clock(QString::fromLatin1(at));
        QStringList due;
        for (const Deadline& each : railClocks(u"edt"_s, desk.now, desk, desk.calendar()))
            if (each.kind == u"manager_change"_s)
                due.append(timeText(each.due));
        return due;
    };

    CHECK(changes("2026-11-19T22:29").isEmpty());
    CHECK(changes("2026-11-19T22:30") == QStringList{u"23:00"_s});
    CHECK(changes("2026-11-19T23:10") == QStringList{u"23:00"_s});
    desk.must("grace", R"({"do": "duty.manager", "name": "Ben Ash"})");
    CHECK(changes("2026-11-19T23:11").isEmpty());
    CHECK(changes("2026-11-20T00:30") == QStringList{u"01:00"_s});
    CHECK(changes("2026-11-20T02:30") == QStringList{u"01:00"_s});
    desk.must("grace", R"({"do": "duty.manager", "name": "Ann Ode"})");
    CHECK(changes("2026-11-20T02:31").isEmpty());
}

TEST_CASE("HO-3.2b a duty that starts just before the change is told of it all the same", "[rota]")
{
    HandoverDesk desk;
    desk.must("tom", R"({"do": "shift.plan", "role": "on_call_manager", "who": "tom",
        "from": "2026-11-19 17:00", "to": "2026-11-19 23:00"})");
    desk.clock(u"2026-11-19T22:45"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    desk.clock(u"2026-11-19T23:05"_s);

    const auto clocks = railClocks(u"edt"_s, desk.now, desk, desk.calendar());

    CHECK(std::any_of(clocks.begin(), clocks.end(), [](const Deadline& each) {
        return each.kind == u"manager_change"_s && each.title.contains(u"nobody on the rota"_s);
    }));
}

TEST_CASE("HO-3.2b a window names whom the rota has as coordinators", "[rota]")
{
    HandoverDesk desk;
    desk.must("tom", R"({"do": "shift.plan", "role": "on_call_manager", "who": "tom",
        "from": "2026-11-18 17:00", "to": "2026-11-19 09:00", "number": "01632 960777"})");
    desk.clock(u"2026-11-18T16:46"_s);

    const Reply opened = desk.must("tom", R"({"do": "handover.open_window"})");

    QStringList texts;
    for (const Owed& each : opened.decision.owed)
        texts.append(each.text);
    CHECK(texts.filter(u"on the rota: Tom Ashdown 01632 960777"_s).size() == 1);
    CHECK(texts.filter(u"not named yet"_s).size() == 2);
}

namespace {

/// Tom has the first half of the night, Mara the second, each on their own number.
struct TwoManagers : HandoverDesk {
    TwoManagers()
    {
        must("tom", R"({"do": "shift.plan", "role": "on_call_manager", "person": "Tom Ashdown",
            "from": "2026-11-18 17:00", "to": "2026-11-19 02:00", "number": "07700 900201"})");
        must("tom", R"({"do": "shift.plan", "role": "on_call_manager", "person": "Mara Quill",
            "from": "2026-11-19 02:00", "to": "2026-11-19 09:00", "number": "07700 900202"})");
        clock(u"2026-11-18T17:05"_s);
    }

    Duty after(const Reply& reply) const
    {
        return *duty({QUuid::fromString(reply.made(u"duty"_s))});
    }
};

}

TEST_CASE("ESC-6.1b whoever is named as the duty starts is rung on no other's number", "[rota]")
{
    struct Row {
        const char* manager;
        const char* name;
        const char* number;
        QStringList owed;
    };
    const Row row = GENERATE(Row{"", "Tom Ashdown", "07700 900201", {}},
        Row{R"(, "manager": "tom ashdown")", "tom ashdown", "07700 900201", {}},
        Row{R"(, "manager": "Mara Quill")", "Mara Quill", "07700 900202", {}},
        Row{R"(, "manager": "EDT on-call manager")", "EDT on-call manager", "01632 960101", {}},
        Row{R"(, "manager": "Ines Roe")", "Ines Roe", "", {u"ESC-6.1a"_s}},
        Row{R"(, "manager": "Ines Roe", "manager_number": "07700 900203")", "Ines Roe",
            "07700 900203", {}});
    const bool opened = GENERATE(false, true);
    CAPTURE(row.name, opened);
    TwoManagers desk;
    if (opened)
        desk.must("grace", R"({"do": "duty.note", "words": "Quiet so far"})");

    const Reply started = desk.must("grace",
        QByteArray(R"({"do": "duty.start", "officers": ["grace"])")
            .append(row.manager)
            .append('}'));

    const Duty duty = desk.after(started);
    CHECK(duty.manager == QString::fromLatin1(row.name));
    CHECK(duty.managerNumber == QString::fromLatin1(row.number));
    CHECK(HandoverDesk::owed(started) == row.owed);
}

TEST_CASE("HO-3.2b who is named at the change is rung on their number by the rota", "[rota]")
{
    struct Row {
        const char* at;
        const char* name;
        const char* number;
        QStringList owed;
    };
    const Row row = GENERATE(Row{"2026-11-19T02:00", "Mara Quill", "07700 900202", {}},
        Row{"2026-11-19T01:50", "Mara Quill", "07700 900202", {}}, // shortly before
        Row{"2026-11-19T02:00", "Tom Ashdown", "07700 900201", {}}, // stays on
        Row{"2026-11-19T02:00", "Ines Roe", "", {u"ESC-6.1a"_s}});
    CAPTURE(row.at, row.name);
    TwoManagers desk;
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");
    desk.must("grace", R"({"do": "duty.ladder_start", "about": "No bed", "as": "L"})");
    desk.clock(QString::fromLatin1(row.at));

    const Reply named = desk.must(
        "grace", QByteArray(R"({"do": "duty.manager", "name": ")").append(row.name).append("\"}"));

    CHECK(HandoverDesk::owed(named) == row.owed);
    const QString number = QString::fromLatin1(row.number);
    CHECK(desk.after(started).managerNumber == number);
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "no_answer"})");
    CHECK(desk.after(started).attempts.back().number == number);
    const Reply rung = desk.must(
        "grace", R"({"do": "duty.ladder_call", "ladder": "$L", "result": "no_answer"})");
    const Duty duty = desk.after(started);
    CHECK(duty.attempts.back().number == number);
    CHECK(duty.ladders.front().tries.back().who == QString::fromLatin1(row.name));
    CHECK(HandoverDesk::owed(rung).contains(u"ESC-5.2"_s) == number.isEmpty());
}

TEST_CASE("ESC-6.1b nobody else's number is rung on a ladder until theirs is known", "[rota]")
{
    TwoManagers desk;
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");
    desk.must("grace", R"({"do": "duty.ladder_start", "about": "No bed", "as": "L"})");
    desk.must("grace", R"({"do": "duty.manager", "name": "Ines Roe"})");
    const auto next = [&] {
        const Duty duty = desk.after(started);
        return nextStep(duty.ladders.front(), duty, desk.now);
    };

    CHECK(next().people.empty());
    CHECK(next().text.startsWith(u"There is no number for"_s));
    desk.must("grace", R"({"do": "duty.manager", "name": "Ines Roe", "number": "07700 900203"})");

    REQUIRE(next().people.size() == 1);
    CHECK(next().people[0].name == u"Ines Roe"_s);
    CHECK(next().people[0].number == u"07700 900203"_s);
}
