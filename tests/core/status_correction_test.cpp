#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Reply ends(StatusDesk& desk, const char* command, const char* status, const char* fields)
{
    const QByteArray named = qstrcmp(command, "case.clock_end") == 0 ? "kind" : "status";
    return desk.does("grace",
        (QByteArray(R"({"do": ")") + command + R"(", "case": "$A", ")" + named + R"(": ")" + status
            + R"(", )" + fields + "}")
            .constData());
}

bool isCorrected(const Case& record, const QString& words)
{
    return std::any_of(record.entries.begin(), record.entries.end(), [&words](const Note& each) {
        return each.kind == u"correction"_s && each.words.contains(words);
    });
}

}

TEST_CASE(
    "INV-4 an end that was recorded by mistake is taken back, and the clock runs from its own "
    "start",
    "[status]")
{
    const char* command = GENERATE("case.status_end", "case.clock_end");
    const char* status = GENERATE("s136", "s5_2", "s2", "pace");
    StatusDesk desk;
    desk.status(status, "03:40");
    const Case before = desk.record("A");
    REQUIRE(ends(desk, command, status, R"("outcome": "discharged", "at": "03:50")").done());
    REQUIRE_FALSE(desk.record("A").currentStatus());

    const Reply reply = ends(desk, command, status, R"("correction": "That was another patient")");

    CAPTURE(command, status);
    REQUIRE(reply.done());
    const Case record = desk.record("A");
    REQUIRE(record.clocks.size() == before.clocks.size());
    for (std::size_t at = 0; at < record.clocks.size(); ++at) {
        CAPTURE(record.clocks[at].title);
        CHECK(record.clocks[at].state == ClockState::Running);
        CHECK(shown(record.clocks[at].due) == shown(before.clocks[at].due));
    }
    REQUIRE(record.currentStatus());
    CHECK(shown(record.currentStatus()->start) == shown(london("2026-11-19T03:40")));
    CHECK(isCorrected(record, u"That was another patient"_s));
    CHECK(record.outOfStep.empty());
    CHECK(HandoverDesk::refused(
              ends(desk, command, status, R"("correction": "Told again", "outcome": "x")"))
        == QStringList{u"INV-4"_s});
}

TEST_CASE("INV-4 an end that is taken back after the time has passed leaves the clock run out",
    "[status]")
{
    StatusDesk desk;
    desk.status("s5_4", "03:40", "H2");
    REQUIRE(ends(desk, "case.status_end", "s5_4", R"("outcome": "wrong case")").done());
    desk.clock(u"2026-11-19T12:00"_s);

    const Reply reply = ends(desk, "case.status_end", "s5_4", R"("correction": "Wrong case")");

    REQUIRE(reply.done());
    CHECK(desk.only("s5_4").state == ClockState::Running);
    CHECK(shown(desk.only("s5_4").due) == shown(london("2026-11-19T09:40")));
    CHECK(reply.decision.notes.join(u' ').contains(u"It ran out at"_s));
}

TEST_CASE("INV-4 what another status brought to an end is not taken back", "[status]")
{
    StatusDesk desk;
    desk.status("s5_2", "03:00", "H1");
    desk.status("s2", "03:40", "H3");

    CHECK(HandoverDesk::refused(
              ends(desk, "case.status_end", "s5_2", R"("correction": "It went on")"))
        == QStringList{u"INV-4"_s});
    CHECK(desk.only("s5_2").state == ClockState::Ended);
}

TEST_CASE(
    "INV-4 a detention that ended does not seem to run when its start is told again", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    REQUIRE(ends(desk, "case.clock_end", "s136", R"("outcome": "other patient")").done());

    const Reply reply = desk.status("s136", "03:40", "ended by mistake");

    CHECK(desk.only("s136").state == ClockState::Ended);
    CHECK(reply.decision.notes.join(u' ').contains(u"does not run"_s));
}

TEST_CASE("INV-4 with a case that is reopened runs what the closing had ended", "[status]")
{
    const auto [ended, outcome, revived, owed] = GENERATE(table<bool, const char*, bool, bool>({
        {false, "died", true, false},
        {true, "died", false, true},
        {true, "duplicate", false, true},
    }));
    StatusDesk desk;
    desk.status("s5_2", "03:40", "H1");
    if (ended)
        REQUIRE(ends(desk, "case.clock_end", "s5_2", R"("outcome": "duplicate record")").done());
    desk.must("grace",
        QByteArray(R"({"do": "case.close", "case": "$A", "outcome": "OUTCOME"})")
            .replace("OUTCOME", outcome)
            .constData());
    REQUIRE(desk.only("s5_2").state == ClockState::Ended);
    desk.clock(u"2026-11-19T05:00"_s);
    CHECK_FALSE(ends(desk, "case.clock_end", "s5_2", R"("correction": "It stands")").done());

    const Reply reply
        = desk.must("grace", R"({"do": "case.reopen", "case": "$A", "reason": "Wrong person"})");

    CAPTURE(ended, outcome);
    CHECK((desk.only("s5_2").state == ClockState::Running) == revived);
    CHECK((desk.record("A").currentStatus() != nullptr) == revived);
    CHECK(HandoverDesk::owed(reply).contains(u"INV-4"_s) == owed);
    CHECK(shown(desk.only("s5_2").due) == shown(london("2026-11-22T03:40")));
    if (owed)
        CHECK(ends(desk, "case.clock_end", "s5_2", R"("correction": "It stands")").done());
    CHECK(desk.only("s5_2").state == ClockState::Running);
    CHECK(desk.record("A").outOfStep.empty());
}

namespace {

Reply corrects(StatusDesk& desk, const char* status, const char* start)
{
    return desk.does("grace",
        QByteArray(R"({"do": "case.status", "case": "$A", "status": "STATUS", "start": "START",
            "evidence": "custody record", "correction": "Read from the wrong line"})")
            .replace("STATUS", status)
            .replace("START", start)
            .constData());
}

}

TEST_CASE(
    "CLK-01 a start that was recorded too early is put right, and the due time with it", "[status]")
{
    struct Row {
        const char* status;
        const char* start;
        const char* due;
    };
    const Row row = GENERATE(Row{"s136", "2026-11-19T03:30", "2026-11-20T03:30"},
        Row{"s136", "2026-11-19T00:30", "2026-11-20T00:30"},
        Row{"s136", "2026-11-18T00:30", "2026-11-19T00:30"},
        Row{"s5_2", "2026-11-19T03:30", "2026-11-22T03:30"},
        Row{"pace", "2026-11-19T03:30", "2026-11-20T03:30"});
    StatusDesk desk;
    desk.status(row.status, "2026-11-19T01:00", "mistyped");

    const Reply reply = corrects(desk, row.status, row.start);

    CAPTURE(row.status, row.start);
    REQUIRE(reply.done());
    const ClockFact clock = desk.only(row.status);
    CHECK(shown(clock.start) == shown(london(row.start)));
    CHECK(shown(clock.due) == shown(london(row.due)));
    CHECK(clock.state == ClockState::Running);
    REQUIRE(clock.otherStarts.size() == 1);
    CHECK(shown(clock.otherStarts[0].at) == shown(london("2026-11-19T01:00")));
    const Case record = desk.record("A");
    REQUIRE(record.statuses.size() == 1);
    CHECK(shown(record.statuses[0].start) == shown(london(row.start)));
    CHECK(isCorrected(record, u"Read from the wrong line"_s));
    CHECK(record.outOfStep.empty());
}

TEST_CASE("CLK-01 what counted from the wrong start counts from the right one", "[status]")
{
    StatusDesk desk;
    const char* right = "2026-11-19T03:30";
    SECTION("CLK-02 the extension")
    {
        desk.status("s136", "01:00");
        desk.must("grace", R"({"do": "case.extend_s136", "case": "$A", "hours": 6,
            "reason": "sedation", "doctor": "Dr Amara Shah"})");
        REQUIRE(corrects(desk, "s136", right).done());
        CHECK(desk.only("s136").extendedHours == 6);
        CHECK(shown(desk.only("s136").due) == shown(london("2026-11-20T09:30")));
    }
    SECTION("CLK-08 the tribunal's days")
    {
        desk.status("s2", "2026-11-17T12:00");
        const Instant before = desk.only("tribunal").due;
        REQUIRE(corrects(desk, "s2", "2026-11-18T12:00").done());
        CHECK(desk.only("tribunal").due > before);
        CHECK(desk.only("tribunal").start == desk.only("s2").start);
    }
    SECTION("CLK-60 the first review")
    {
        desk.status("pace", "01:00");
        REQUIRE(corrects(desk, "pace", right).done());
        CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T09:30")));
    }
    SECTION("CLK-12 the nurse's time, in the doctor's")
    {
        desk.status("s5_4", "01:00", "H2");
        desk.status("s5_2", "03:40", "H1");
        REQUIRE(corrects(desk, "s5_4", right).done());
        CHECK(shown(desk.only("s5_2").start) == shown(london(right)));
        CHECK(shown(desk.only("s5_2").due) == shown(london("2026-11-22T03:30")));
        CHECK(shown(desk.record("A").currentStatus()->start) == shown(london("2026-11-19T03:40")));
    }
    SECTION("The end of what it followed")
    {
        desk.status("informal", "00:30", "ward");
        desk.status("s5_2", "01:00", "H1");
        REQUIRE(corrects(desk, "s5_2", right).done());
        REQUIRE(desk.record("A").statuses.front().ended);
        CHECK(shown(*desk.record("A").statuses.front().ended) == shown(london(right)));
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-01 a start is put right only where there is one, and to another", "[status]")
{
    const auto [status, start] = GENERATE(table<const char*, const char*>(
        {{"s136", "01:00"}, {"s136", "03:50"}, {"s5_2", "03:00"}, {"informal", "00:20"}}));
    StatusDesk desk;
    desk.status("informal", "00:30", "ward");
    desk.status("s136", "01:00");
    REQUIRE(
        ends(desk, "case.status_end", "s136", R"("outcome": "discharged", "at": "03:50")").done());

    CAPTURE(status, start);
    CHECK(HandoverDesk::refused(corrects(desk, status, start)) == QStringList{u"CLK-01"_s});
    CHECK(shown(desk.only("s136").due) == shown(london("2026-11-20T01:00")));
}

TEST_CASE("CLK-23 CLK-24 a start that is put right leaves absence and leave their time", "[status]")
{
    const auto [status, told, right, due]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"awol", "", R"("start": "01:00")", "2026-12-01T00:00"},
            {"awol", "", R"("start": "03:00")", "2026-12-01T00:00"},
            {"s17_leave", R"(, "until": "2026-11-22T18:00")", R"("start": "03:00")",
                "2026-11-22T18:00"},
            {"s17_leave", R"(, "until": "2026-11-22T18:00")",
                R"("start": "02:00", "until": "2026-11-23T18:00")", "2026-11-23T18:00"},
        }));
    StatusDesk desk;
    desk.status("s2", "2026-11-03T10:00");
    const QByteArray command
        = QByteArray(R"({"do": "case.status", "case": "$A", "status": ")") + status + R"(", )";
    REQUIRE(desk.does("grace", (command + R"("start": "02:00")" + told + "}").constData()).done());
    REQUIRE(
        desk.does("grace", (command + right + R"(, "correction": "Told so"})").constData()).done());

    CAPTURE(status, right);
    const Case record = desk.record("A");
    const auto clock = std::find_if(record.clocks.begin(), record.clocks.end(),
        [kind = QString::fromLatin1(status)](const ClockFact& each) { return each.kind == kind; });
    REQUIRE(clock != record.clocks.end());
    CHECK(shown(clock->due) == shown(london(due)));
}

TEST_CASE("INV-4 a correction says how what it put right ended in truth", "[status]")
{
    const auto [followed, told, words] = GENERATE(table<const char*, const char*, const char*>({
        {"03:50", R"("do": "case.status_end", "status": "s5_2", "correction": "Not then")",
            "had not ended then. It ended at Thu 19 Nov 2026 03:50 (followed by informal)."},
        {nullptr, R"("do": "case.status_end", "status": "s5_2", "correction": "Not then")",
            "had not ended then. It runs until"},
        {"03:50", R"("do": "case.status", "status": "s5_2", "start": "03:10",
            "correction": "H1")",
            "It ended at Thu 19 Nov 2026 03:30 (discharged)."},
    }));
    CAPTURE(told);
    StatusDesk desk;
    desk.status("s5_2", "03:00");
    REQUIRE(
        ends(desk, "case.status_end", "s5_2", R"("outcome": "discharged", "at": "03:30")").done());
    if (followed)
        desk.status("informal", followed);

    REQUIRE(desk.does("grace", (QByteArray(R"({"case": "$A", )") + told + "}").constData()).done());

    CHECK(isCorrected(desk.record("A"), QString::fromLatin1(words)));
}
