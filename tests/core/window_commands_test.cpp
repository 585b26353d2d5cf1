#include "core/handover/window.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto openIt = R"({"do": "handover.open_window"})";
constexpr auto closeIt = R"({"do": "handover.close_window"})";

QStringList stayingRefs(const Reply& reply)
{
    QStringList refs;
    for (const QJsonValue& each : reply.decision.made.value(u"staying"_s).toArray())
        refs.append(each.toString());
    return refs;
}

}

TEST_CASE("HO-3.1c a window closed without a recorded call says so, and after 17:30 it is flagged",
    "[handover]")
{
    struct Row {
        const char* at;
        bool verbal;
        bool owed;
        bool flagged;
    };
    const auto row = GENERATE(Row{"2026-11-18T17:30", false, true, false},
        Row{"2026-11-18T17:31", false, true, true}, Row{"2026-11-18T17:31", true, false, false});
    HandoverDesk desk;
    desk.clock(u"2026-11-18T16:45"_s);
    desk.must("priya", R"({"do": "handover.open_window", "coordinators": [
        {"service": "amhp-day", "name": "Priya Nair"}, {"service": "edt", "name": "Tom Ashdown"}]})");
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    if (row.verbal)
        desk.must("tom", R"({"do": "handover.verbal"})");
    desk.clock(QString::fromLatin1(row.at));

    const Reply reply
        = desk.must("priya", R"({"do": "handover.close_window", "window": "2026-11-18-PM"})");

    CHECK(HandoverDesk::owed(reply).contains(u"HO-3.1c"_s) == row.owed);
    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.1c"_s) == row.flagged);
}

TEST_CASE("HO-3.1a a window left unnamed is the one at hand", "[window]")
{
    struct Row {
        const char* at;
        const char* opened;
    };
    const auto row = GENERATE(Row{"2026-11-18T08:00", "2026-11-18-AM"},
        Row{"2026-11-18T09:30", "2026-11-18-AM"}, Row{"2026-11-18T09:31", "2026-11-18-PM"},
        Row{"2026-11-18T16:15", "2026-11-18-PM"}, Row{"2026-11-18T17:30", "2026-11-18-PM"},
        Row{"2026-12-24T16:50", "2026-12-24-PM"}, Row{"2026-12-29T08:45", "2026-12-29-AM"});
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(row.at));

    const Reply reply = desk.must("priya", openIt);

    CHECK(reply.made(u"name"_s) == QString::fromLatin1(row.opened));
    CHECK(desk.windowNamed(row.opened)->state == WindowState::Open);
}

TEST_CASE("HO-3.1a a window is opened on working days only", "[window]")
{
    const auto at
        = GENERATE("2026-11-18T17:31", "2026-11-21T08:50", "2026-12-25T08:50", "2026-12-28T16:50");
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(at));

    const Reply reply = desk.does("tom", openIt);

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.1a"_s});
    CHECK(reply.decision.refusals.front().mend.startsWith(u"The next one is"_s));
    CHECK(HandoverDesk::refused(
              desk.does("tom", R"({"do": "handover.open_window", "window": "2026-12-25-AM"})"))
        == QStringList{u"HO-3.1a"_s});
}

TEST_CASE("HO-3.1a a window is opened once, by one of its two services", "[window]")
{
    HandoverDesk desk;

    CHECK(HandoverDesk::refused(desk.does("sam", openIt)) == QStringList{u"HO-3.2a"_s});
    desk.must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
    CHECK(HandoverDesk::refused(
              desk.does("tom", R"({"do": "handover.open_window", "window": "2026-11-18-pm"})"))
        == QStringList{u"HO-3.1a"_s});
}

TEST_CASE("HO-3.2a unnamed coordinators are owed and bar nothing", "[window]")
{
    HandoverDesk desk;

    CHECK(HandoverDesk::owed(desk.must("priya", openIt)).count(u"HO-3.2a"_s) == 2);
    const Reply named = desk.must("priya", R"({"do": "handover.coordinators",
        "coordinators": [{"service": "amhp-day", "name": "Priya Nair"}]})");
    CHECK(HandoverDesk::owed(named).count(u"HO-3.2a"_s) == 1);
    CHECK(HandoverDesk::owed(desk.must("tom", R"({"do": "handover.coordinators",
        "coordinators": [{"service": "edt", "name": "Tom Ashdown"}]})"))
              .isEmpty());
    CHECK(coordinatorNames(*desk.windowNamed("2026-11-18-PM")) == u"Priya Nair and Tom Ashdown"_s);
    CHECK(HandoverDesk::refused(desk.does("tom", R"({"do": "handover.coordinators",
        "coordinators": [{"service": "day-team", "name": "Sam Okafor"}]})"))
        == QStringList{u"HO-3.2a"_s});
}

TEST_CASE("HO-3.1c the verbal handover is timed against slot and thirty minutes", "[window]")
{
    struct Row {
        const char* ended;
        VerbalTiming timing;
        bool flagged;
    };
    const auto row = GENERATE(Row{"16:44", VerbalTiming::InSlot, false},
        Row{"16:58", VerbalTiming::InSlot, false}, Row{"17:00", VerbalTiming::InSlot, false},
        Row{"17:01", VerbalTiming::Late, false}, Row{"17:12", VerbalTiming::Late, false},
        Row{"17:30", VerbalTiming::Late, false}, Row{"17:31", VerbalTiming::Breach, true});
    HandoverDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);

    const QString request = u"{\"do\": \"handover.verbal\", \"window\": \"2026-11-18-PM\", "
                            "\"started\": \"16:40\", \"ended\": \"%1\"}"_s;
    const Reply reply
        = desk.must("tom", request.arg(QString::fromLatin1(row.ended)).toUtf8().data());

    const Window* window = desk.windowNamed("2026-11-18-PM");
    CHECK(word(verbalTiming(*window)) == word(row.timing));
    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.1c"_s) == row.flagged);
    CHECK(window->mode == u"telephone"_s);
}

TEST_CASE("HO-3.1c a call that goes on has no timing yet and its clock runs", "[window]")
{
    HandoverDesk desk;
    desk.must("priya", openIt);
    desk.clock(u"2026-11-18T16:46"_s);
    desk.must("priya", R"({"do": "handover.verbal", "started": "16:46"})");

    const auto running = deadlinesOf(*desk.windowNamed("2026-11-18-PM"));
    REQUIRE(running.size() == 1);
    CHECK(running.front().state == ClockState::Running);
    CHECK(running.front().due == london("2026-11-18T17:30"));
    CHECK(running.front().warnings == std::vector{london("2026-11-18T17:00")});
    CHECK(desk.windowNamed("2026-11-18-PM")->state == WindowState::Held);

    desk.clock(u"2026-11-18T16:59"_s);
    desk.must("priya", R"({"do": "handover.verbal"})");
    const auto ended = deadlinesOf(*desk.windowNamed("2026-11-18-PM"));
    CHECK(ended.front().state == ClockState::Ended);
    CHECK(ended.front().outcome == u"on_time"_s);
    CHECK(desk.windowNamed("2026-11-18-PM")->verbalStarted == london("2026-11-18T16:46"));
}

TEST_CASE("HO-3.1c impossible times of a call are refused", "[window]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);

    CHECK_FALSE(
        desk.does("tom", R"({"do": "handover.verbal", "ended": "2026-11-18T17:20"})").done());
    CHECK_FALSE(
        desk.does("tom", R"({"do": "handover.verbal", "started": "16:50", "ended": "16:48"})")
            .done());
}

TEST_CASE("HO-3.1c a call told without a window belongs to that of its own time", "[window]")
{
    struct Row {
        const char* now;
        const char* started;
        const char* ended;
        const char* window;
        VerbalTiming timing;
    };
    const auto row
        = GENERATE(Row{"2026-11-18T09:10", "08:50", "08:58", "2026-11-18-AM", VerbalTiming::InSlot},
            Row{"2026-11-18T08:59", "08:40", "08:44", "2026-11-18-AM", VerbalTiming::InSlot},
            Row{"2026-11-18T16:50", "08:50", "09:12", "2026-11-18-AM", VerbalTiming::Late},
            Row{"2026-11-18T16:50", "16:05", "16:14", "2026-11-18-AM", VerbalTiming::Breach},
            Row{"2026-11-18T16:50", "16:10", "16:15", "2026-11-18-PM", VerbalTiming::InSlot},
            Row{"2026-11-19T01:00", "2026-11-18T16:50", "2026-11-18T16:58", "2026-11-18-PM",
                VerbalTiming::InSlot});
    HandoverDesk desk;
    desk.clock(u"2026-11-18T08:35"_s);
    desk.must("priya", openIt);
    desk.must("priya", closeIt);
    desk.clock(QString::fromLatin1(row.now));

    const QString request = u"{\"do\": \"handover.verbal\", \"started\": \"%1\", "
                            "\"ended\": \"%2\"}"_s;
    const Reply reply = desk.must("tom",
        request.arg(QString::fromLatin1(row.started), QString::fromLatin1(row.ended))
            .toUtf8()
            .data());

    CHECK(reply.made(u"name"_s) == QString::fromLatin1(row.window));
    CHECK(word(verbalTiming(*desk.windowNamed(row.window))) == word(row.timing));
}

TEST_CASE("HO-3.1c a call of an earlier day is none of a named window", "[window]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T08:50"_s);

    const Reply reply = desk.does("tom", R"({"do": "handover.verbal", "window": "2026-11-19-AM",
        "started": "2026-11-18T16:50", "ended": "2026-11-18T16:58"})");

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.1c"_s});
    CHECK(reply.decision.refusals.front().field == u"ended"_s);
    CHECK(reply.decision.refusals.front().mend.contains(u"2026-11-18-PM"_s));
}

TEST_CASE("HO-3.1c a later call does not undo a verbal handover that was given", "[window]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:45"_s);
    desk.must("priya", R"({"do": "handover.verbal", "started": "16:50", "ended": "16:59"})");

    const auto* further = GENERATE(R"({"do": "handover.verbal"})",
        R"({"do": "handover.verbal", "started": "17:31", "ended": "17:40"})",
        R"({"do": "handover.verbal", "started": "16:59"})");
    const Reply reply = desk.does("priya", further);
    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.1c"_s});
    CHECK(reply.decision.refusals.front().mend.contains(u"handover.practitioner_call"_s));
    CHECK(verbalTiming(*desk.windowNamed("2026-11-18-PM")) == VerbalTiming::InSlot);

    desk.must("tom", R"({"do": "handover.verbal"})");
    CHECK(verbalTiming(*desk.windowNamed("2026-11-18-PM")) == VerbalTiming::InSlot);
    desk.must("priya", R"({"do": "handover.verbal", "ended": "17:02"})");
    CHECK(verbalTiming(*desk.windowNamed("2026-11-18-PM")) == VerbalTiming::Late);
}

TEST_CASE("HO-3.1a a window passes unopened and is then missed", "[window]")
{
    HandoverDesk desk;
    const WindowTimes pm = desk.calendar().windowsOn(day("2026-11-18")).back();

    CHECK_FALSE(missed(pm, nullptr, pm.breach));
    CHECK(missed(pm, nullptr, pm.breach + std::chrono::minutes(1)));
    desk.must("priya", openIt);
    CHECK_FALSE(missed(pm, desk.windowNamed("2026-11-18-PM"), london("2026-11-18T20:00")));
}

TEST_CASE("HO-3.2 a window always closes, and names what stays with the sender", "[window]")
{
    HandoverDesk desk;
    for (const char* name : {"A", "B", "C", "D", "E"})
        desk.opens("priya", name);
    desk.opens("priya", "G", "general");
    desk.proposes("priya", "E");
    desk.must("priya", R"({"do": "handover.withdraw", "case": "$E", "reason": "Later."})");
    desk.must("priya", openIt);
    desk.proposes("priya", "A");
    desk.proposes("priya", "B");
    desk.must("tom", R"({"do": "handover.decline", "case": "$B", "reason": "No emergency."})");
    desk.must("priya", R"({"do": "handover.keep", "case": "$C", "reason": "Planned Thu 10:00"})");

    const Reply closed = desk.must("tom", closeIt);

    CHECK(stayingRefs(closed)
        == QStringList{desk.record("A").ref, desk.record("D").ref, desk.record("E").ref});
    CHECK(desk.windowNamed("2026-11-18-PM")->state == WindowState::Closed);
    const auto list = desk.dispositions(windowId(u"anyshire"_s, u"2026-11-18-PM"_s), u"amhp-day"_s);
    CHECK(list->staying.size() == 3);
    REQUIRE(list->of(desk.record("C").id));
    CHECK(list->of(desk.record("C").id)->reason == u"Planned Thu 10:00"_s);
    CHECK(desk.owner("D") == u"amhp-day"_s);
    CHECK_FALSE(
        desk.does("tom", R"({"do": "handover.close_window", "window": "2026-11-18-PM"})").done());
}

TEST_CASE(
    "HO-3.2 a case is kept at the window in which it happened, closed already or not", "[window]")
{
    const auto [now, at] = GENERATE(table<const char*, const char*>({
        {"2026-11-19T08:58", ""},
        {"2026-11-19T09:05", ""},
        {"2026-11-19T09:05", R"(, "at": "08:50", "late_reason": "Busy")"},
        {"2026-11-19T11:00", R"(, "at": "08:58", "late_reason": "Busy")"},
        {"2026-11-19T11:00", ""},
    }));
    CAPTURE(now, at);
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.clock(u"2026-11-19T08:58"_s);
    desk.must("tom", R"({"do": "handover.close_window", "window": "2026-11-19-AM"})");
    desk.clock(QString::fromLatin1(now));

    desk.must("grace",
        QByteArray(R"({"do": "handover.keep", "case": "$A", "reason": "Bed at ten")")
            .append(at)
            .append("}"));

    const auto list = desk.dispositions(windowId(u"anyshire"_s, u"2026-11-19-AM"_s), u"edt"_s);
    REQUIRE(list);
    CHECK(list->of(desk.record("A").id));
}

TEST_CASE("HO-3.2 closing an unopened window opens it in the same act", "[window]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);

    desk.must("tom", closeIt);

    CHECK(desk.windowNamed("2026-11-18-PM")->openedAt == london("2026-11-18T17:05"));
    CHECK(desk.windowNamed("2026-11-18-PM")->closedAt == london("2026-11-18T17:05"));
}

TEST_CASE("HO-3.6a only the responsible service keeps a case", "[window]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    CHECK(HandoverDesk::refused(
              desk.does("tom", R"({"do": "handover.keep", "case": "$A", "reason": "No."})"))
        == QStringList{u"HO-3.6a"_s});
    CHECK_FALSE(desk.does("priya", R"({"do": "handover.keep", "case": "$A"})").done());
}
