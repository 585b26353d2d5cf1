#include "core/handover/pace.h"

#include "core/handover/window_choice.h"
#include "core/paper/cross_check.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

WindowTimes evening(const HandoverDesk& desk)
{
    return desk.calendar().windowsOn(day("2026-11-18")).back();
}

}

TEST_CASE("HO-3.1c the pace names the stretch and what is counted down to", "[handover][pace]")
{
    struct Row {
        const char* at;
        Stretch stretch;
        const char* until;
    };
    const auto row = GENERATE(Row{"2026-11-18T16:44:59", Stretch::BeforeSlot, "2026-11-18T16:45"},
        Row{"2026-11-18T16:45", Stretch::InSlot, "2026-11-18T17:00"},
        Row{"2026-11-18T16:59:59", Stretch::InSlot, "2026-11-18T17:00"},
        Row{"2026-11-18T17:00", Stretch::AfterSlot, "2026-11-18T17:30"},
        Row{"2026-11-18T17:30", Stretch::AfterSlot, "2026-11-18T17:30"},
        Row{"2026-11-18T17:30:01", Stretch::PastLimit, "2026-11-18T17:30"});
    const HandoverDesk desk;
    const SessionPace pace = paceOf(evening(desk), nullptr, london(row.at));
    CHECK(pace.stretch == row.stretch);
    CHECK(pace.until == london(row.until));
    CHECK(pace.missed == (row.stretch == Stretch::PastLimit));
    CHECK_FALSE(pace.call);
}

TEST_CASE("HO-3.1 a session goes from preparing to the call to the cross-check", "[handover][pace]")
{
    HandoverDesk desk;
    const WindowTimes times = evening(desk);
    const auto step = [&] { return stepOf(times, desk.windowNamed("2026-11-18-PM"), desk.now); };
    desk.must("priya", R"({"do": "handover.open_window"})");
    CHECK(step() == SessionStep::Prepare);

    desk.clock(u"2026-11-18T16:40"_s);
    desk.must("priya", R"({"do": "handover.verbal", "started": "16:40"})");
    CHECK(step() == SessionStep::Call);

    desk.clock(u"2026-11-18T16:52"_s);
    desk.must("priya", R"({"do": "handover.verbal", "ended": "16:52"})");
    CHECK(step() == SessionStep::CrossCheck);
    const SessionPace pace = paceOf(times, desk.windowNamed("2026-11-18-PM"), desk.now);
    CHECK(pace.stretch == Stretch::Over);
    CHECK(pace.given == VerbalTiming::InSlot);
    CHECK(pace.call == std::chrono::minutes(12));
}

TEST_CASE("HO-3.1a the window at hand is the last until its limit or while it is open",
    "[handover][pace]")
{
    HandoverDesk desk;
    const auto atHand = [&](const char* at) {
        return windowAtHand(london(at), desk, desk.calendar()).value().name();
    };
    CHECK(atHand("2026-11-18T12:00") == u"2026-11-18-PM"_s);
    CHECK(atHand("2026-11-18T17:30") == u"2026-11-18-PM"_s);
    CHECK(atHand("2026-11-18T17:30:01") == u"2026-11-19-AM"_s);
    CHECK(atHand("2026-11-20T20:00") == u"2026-11-23-AM"_s);

    desk.must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
    CHECK(atHand("2026-11-18T18:00") == u"2026-11-18-PM"_s);
    desk.must("priya", R"({"do": "handover.close_window"})");
    CHECK(atHand("2026-11-18T18:00") == u"2026-11-19-AM"_s);
}

TEST_CASE("HO-3.1a the windows around a time are in order, also past the holiday table",
    "[handover][pace]")
{
    const HandoverDesk desk;
    const auto around = windowsAround(london("2026-11-18T17:10"), desk.calendar());
    QStringList names;
    for (const WindowTimes& times : around)
        names.append(times.name());
    CHECK(names
        == QStringList{u"2026-11-19-PM"_s, u"2026-11-19-AM"_s, u"2026-11-18-PM"_s,
            u"2026-11-18-AM"_s, u"2026-11-17-PM"_s, u"2026-11-17-AM"_s, u"2026-11-16-PM"_s,
            u"2026-11-16-AM"_s});
    CHECK(windowAtHand(london("2040-01-03T12:00"), desk, desk.calendar())->name()
        == u"2040-01-03-PM"_s);
    CHECK_FALSE(windowAtHand(london("2060-01-02T12:00"), desk, desk.calendar()));
    CHECK(windowsAround(london("2060-01-02T12:00"), desk.calendar()).empty());
}

TEST_CASE("HO-3.6c both books carry an answered transfer of the window with one number",
    "[handover][books]")
{
    HandoverDesk desk;
    for (const char* name : {"A", "B", "C"})
        desk.opens("priya", name);
    desk.clock(u"2026-11-18T16:50"_s);
    for (const char* name : {"A", "B", "C"})
        desk.proposes("priya", name);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");
    desk.must("tom", R"({"do": "handover.decline", "case": "$B", "reason": "Not urgent"})");

    const auto pairs = crossCheck(evening(desk), desk, desk.calendar());

    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].transferNumber == u"T-2026-11-18-PM-01"_s);
    CHECK(pairs[1].transferNumber == u"T-2026-11-18-PM-02"_s);
    for (const BookPair& pair : pairs) {
        CHECK(pair.mismatch.isEmpty());
        CHECK(pair.giver->words == pair.receiver->words);
    }
    CHECK(pairs[1].giver->state == ItemState::Declined);
}
