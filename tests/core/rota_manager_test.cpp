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
