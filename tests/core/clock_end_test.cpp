#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<ClockFact> clocksOn(const HandoverDesk& desk, const char* kind)
{
    std::vector<ClockFact> found;
    for (const ClockFact& clock : desk.record("A").clocks)
        if (clock.kind == QString::fromLatin1(kind))
            found.push_back(clock);
    return found;
}

constexpr const char* station
    = R"({"do": "case.place", "case": "$A", "kind": "police_station", "detail": "Midvale"})";

}

TEST_CASE("CLK-01 an outcome told with the closing ends the status and its checks too", "[clock]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.must("grace", station);

    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed",
        "clock_outcomes": [{"kind": "s136", "outcome": "discharged by Dr Lund"}]})");

    for (const char* kind : {"s136", "station_check"}) {
        CAPTURE(kind);
        CHECK(desk.only(kind).state == ClockState::Ended);
        CHECK(desk.only(kind).outcome == u"discharged by Dr Lund"_s);
    }
    const Case record = desk.record("A");
    CHECK(record.statuses.front().endReason == u"discharged by Dr Lund"_s);
    CHECK_FALSE(record.currentStatus());
    CHECK(record.outOfStep.empty());
}

TEST_CASE("CLK-60 with the closing each clock keeps the outcome that is told of it", "[clock]")
{
    const bool reviewFirst = GENERATE(false, true);
    StatusDesk desk;
    desk.status("pace", "03:40");
    const char* outcomes = reviewFirst
        ? R"([{"kind": "pace_review", "outcome": "held"}, {"kind": "pace", "outcome": "released"}])"
        : R"([{"kind": "pace", "outcome": "released"}, {"kind": "pace_review", "outcome": "held"}])";

    desk.must("grace",
        QByteArray(R"({"do": "case.close", "case": "$A", "outcome": "completed",
            "clock_outcomes": TOLD})")
            .replace("TOLD", outcomes));

    CHECK(desk.only("pace").outcome == u"released"_s);
    CHECK(desk.only("pace_review").outcome == u"held"_s);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("INV-4 a death ends every clock and status of the case", "[clock]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "ed_12h"})");
    desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A4"})");

    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "died"})");

    const Case record = desk.record("A");
    for (const ClockFact& clock : record.clocks) {
        CAPTURE(clock.title);
        CHECK(clock.state == ClockState::Ended);
        CHECK(clock.outcome == u"died"_s);
    }
    CHECK_FALSE(record.currentStatus());
    CHECK(record.outOfStep.empty());
}

TEST_CASE("CLK-60 a review that was held begins the next, 9 hours after it, while PACE goes on",
    "[clock]")
{
    StatusDesk desk;
    desk.status("pace", "03:40", "custody log");
    desk.clock(u"2026-11-19T09:30"_s);

    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "pace_review",
        "outcome": "held by Insp Vale", "at": "09:20"})");

    auto reviews = clocksOn(desk, "pace_review");
    REQUIRE(reviews.size() == 2);
    CHECK(reviews[0].state == ClockState::Ended);
    CHECK(reviews[0].outcome == u"held by Insp Vale"_s);
    CHECK(reviews[1].state == ClockState::Running);
    CHECK(shown(reviews[1].due) == shown(london("2026-11-19T18:20")));

    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "pace",
        "outcome": "charged"})");
    reviews = clocksOn(desk, "pace_review");
    REQUIRE(reviews.size() == 2);
    CHECK(reviews[1].state == ClockState::Ended);
}

TEST_CASE(
    "CLK-03 a check that was made begins the next while the person is in the station", "[clock]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.must("grace", station);
    desk.clock(u"2026-11-19T04:20"_s);

    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "station_check",
        "outcome": "seen by the nurse"})");

    REQUIRE(clocksOn(desk, "station_check").size() == 2);
    CHECK(clocksOn(desk, "station_check")[0].outcome == u"seen by the nurse"_s);
    CHECK(shown(clocksOn(desk, "station_check")[1].due) == shown(london("2026-11-19T04:50")));

    desk.clock(u"2026-11-19T04:40"_s);
    const char* left = GENERATE("04:40", "04:10"); // told late: before the check
    desk.must("grace",
        QByteArray(R"({"do": "case.place", "case": "$A", "kind": "ed", "at": "AT"})")
            .replace("AT", left));
    REQUIRE(clocksOn(desk, "station_check").size() == 2);
    CHECK(clocksOn(desk, "station_check")[1].state == ClockState::Ended);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-03 where nobody is held in a station no check follows", "[clock]")
{
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "station_check"})");

    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "station_check",
        "outcome": "left"})");

    CHECK(desk.only("station_check").state == ClockState::Ended);
}

TEST_CASE(
    "CLK-60 a clock that was let run too long is put right, not below its own length", "[clock]")
{
    const auto [until, done] = GENERATE(table<const char*, bool>({
        {"2026-11-20T09:40", true},
        {"2026-11-20T03:40", true},
        {"2026-11-20T03:39", false},
        {"2026-11-20T15:40", false},
    }));
    StatusDesk desk;
    desk.status("pace", "03:40", "custody log");
    desk.must("grace", R"({"do": "case.clock_extend", "case": "$A", "kind": "pace",
        "until": "2026-11-20T15:40", "by": "Supt Hale"})");

    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "pace", "until": "AT",
            "by": "Supt Hale", "correction": "Read from the wrong line"})")
            .replace("AT", until));

    CAPTURE(until);
    CHECK(reply.done() == done);
    CHECK(shown(desk.only("pace").due) == shown(london(done ? until : "2026-11-20T15:40")));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "CLK-26 CLK-53 what may have ended with what is told now is named, and goes on", "[status]")
{
    struct Row {
        const char* before;
        const char* now;
        const char* clause; ///< none: nothing is said
        const char* kind;
    };
    static constexpr const char* recalled
        = R"("do": "case.clock_start", "kind": "cto_recall", "start": "2026-11-18T12:00")";
    static constexpr const char* taken
        = R"("do": "case.status", "status": "police_protection", "start": "2026-11-18T12:00")";
    const auto row = GENERATE(values<Row>({
        {recalled, R"("do": "case.status", "status": "s3", "start": "03:00")", "CLK-26",
            "cto_recall"},
        {recalled, R"("do": "case.status", "status": "s2", "start": "03:00")", "CLK-26",
            "cto_recall"},
        {recalled, R"("do": "case.status", "status": "s3", "start": "2026-11-18T11:59")", nullptr,
            "cto_recall"},
        {taken, R"("do": "case.clock_start", "kind": "epo", "start": "03:00")", "CLK-53",
            "police_protection"},
        {taken, R"("do": "case.clock_start", "kind": "epo", "start": "2026-11-18T11:59")", nullptr,
            "police_protection"},
    }));
    CAPTURE(row.now);
    StatusDesk desk;
    REQUIRE(asks(desk, row.before).done());

    const Reply reply = asks(desk, row.now);

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.join(u' ').contains(u"still runs"_s) == (row.clause != nullptr));
    if (row.clause)
        CHECK(reply.decision.notes.join(u' ').contains(QString::fromLatin1(row.clause)));
    CHECK(desk.only(row.kind).state == ClockState::Running);
}
