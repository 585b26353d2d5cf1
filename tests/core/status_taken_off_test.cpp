#include "core/casework/case_checks.h"
#include "core/casework/status/status_ends.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Reply takesOff(StatusDesk& desk, const char* status)
{
    return asks(desk,
        QByteArray(R"("do": "case.status_end", "status": "STATUS", "outcome": "Never began ",
            "correction": "That was another patient")")
            .replace("STATUS", status)
            .constData());
}

bool isCorrected(const Case& record, const QString& words)
{
    return std::any_of(record.entries.begin(), record.entries.end(), [&words](const Note& each) {
        return each.kind == u"correction"_s && each.words.contains(words);
    });
}

}

TEST_CASE("CLK-01 INV-4 a status that never began gives back what it had ended", "[status]")
{
    const auto [held, mistaken] = GENERATE(table<const char*, const char*>({
        {"s136", "s2"},
        {"s136", "informal"},
        {"s135_1", "s3"},
        {"s5_2", "s3"},
        {"s5_4", "s5_2"},
        {"s2", "s3"},
        {"s4", "s2"},
    }));
    const bool endedFirst = GENERATE(false, true);
    CAPTURE(held, mistaken, endedFirst);
    StatusDesk desk;
    desk.status(held, "2026-11-19T01:00");
    const Case before = desk.record("A");
    desk.status(mistaken, "2026-11-19T03:00", "by telephone");
    const Reply refused = asks(desk,
        QByteArray(R"("do": "case.status_end", "status": "HELD", "correction": "It went on")")
            .replace("HELD", held)
            .constData());
    REQUIRE(HandoverDesk::refused(refused) == QStringList{u"INV-4"_s});
    CHECK(refused.decision.refusals.front().mend.contains(u"never began"_s));
    if (endedFirst)
        REQUIRE(asks(desk,
            QByteArray(R"("do": "case.status_end", "status": "WRONG", "outcome": "wrong person")")
                .replace("WRONG", mistaken)
                .constData())
                    .done());

    const Reply reply = takesOff(desk, mistaken);

    REQUIRE(reply.done());
    const Case record = desk.record("A");
    REQUIRE(record.statuses.size() == 1);
    CHECK_FALSE(record.statuses.front().ended);
    CHECK(shown(record.statuses.front().start) == shown(london("2026-11-19T01:00")));
    for (const ClockFact& was : before.clocks) {
        const auto now = std::find_if(record.clocks.begin(), record.clocks.end(),
            [&was](const ClockFact& each) { return each.id == was.id; });
        REQUIRE(now != record.clocks.end());
        CAPTURE(was.title);
        CHECK(now->state == was.state);
        CHECK(shown(now->due) == shown(was.due));
    }
    CHECK(isCorrected(record, u"That was another patient"_s));
    CHECK(record.outOfStep.empty());
}

TEST_CASE("CLK-01 INV-4 what had run out meanwhile stands as run out", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    desk.status("informal", "2026-11-19T03:00", "by telephone");
    desk.clock(u"2026-11-20T02:00"_s);

    REQUIRE(takesOff(desk, "informal").done());

    CHECK(desk.only("s136").state == ClockState::Running);
    CHECK(shown(desk.only("s136").due) == shown(london("2026-11-20T01:00")));
}

TEST_CASE("CLK-01 INV-4 what followed in truth ends it still", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    desk.status("informal", "2026-11-19T03:00", "by telephone");
    desk.status("s3", "2026-11-19T03:30", "H3");

    REQUIRE(takesOff(desk, "informal").done());

    CHECK(desk.only("s136").state == ClockState::Ended);
    CHECK(shown(desk.only("s136").endedAt) == shown(london("2026-11-19T03:30")));
    CHECK(desk.record("A").statuses.size() == 2);
    CHECK(desk.only("s3").state == ClockState::Running);
}

TEST_CASE("CLK-01 a status that is told after its mistaken one was taken off has its own clock",
    "[status]")
{
    const char* start = GENERATE("2026-11-19T02:30", "2026-11-19T03:00", "2026-11-19T03:30");
    CAPTURE(start);
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    desk.status("s5_2", "2026-11-19T03:00", "by telephone");
    REQUIRE(takesOff(desk, "s5_2").done());

    desk.status("s5_2", start, "H1");

    std::vector<ClockFact> running;
    for (const ClockFact& each : desk.record("A").clocks)
        if (each.kind == u"s5_2"_s && each.state == ClockState::Running)
            running.push_back(each);
    REQUIRE(running.size() == 1);
    CHECK(shown(running.front().start) == shown(london(start)));
}

TEST_CASE("INV-4 a status is taken off only where there is one", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    CHECK(HandoverDesk::refused(takesOff(desk, "s2")) == QStringList{u"INV-4"_s});
    CHECK(desk.only("s136").state == ClockState::Running);
}

TEST_CASE("CLK-01 INV-4 an admission that is withdrawn gives back what it had ended", "[status]")
{
    const bool onApplication = GENERATE(false, true);
    const char* held = GENERATE("s136", "s5_2", "pace");
    CAPTURE(onApplication, held);
    StatusDesk desk;
    desk.status(held, "2026-11-19T01:00");
    if (onApplication) {
        desk.must(
            "grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A3"})");
        desk.must("grace", R"({"do": "case.application", "case": "$A", "form": "A2",
            "signed_by_name": "Helen Brandt"})");
    }
    const Case before = desk.record("A");
    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "hospital": "Ash Ward"})");
    REQUIRE(desk.only(held).state == ClockState::Ended);
    const Reply refused = asks(desk,
        QByteArray(R"("do": "case.status_end", "status": "HELD", "correction": "It went on")")
            .replace("HELD", held)
            .constData());
    REQUIRE(HandoverDesk::refused(refused) == QStringList{u"INV-4"_s});
    CHECK(refused.decision.refusals.front().mend.contains(u"case.admitted"_s));

    const Reply reply
        = asks(desk, R"("do": "case.admitted", "correction": "That was another patient")");

    REQUIRE(reply.done());
    const Case record = desk.record("A");
    CHECK_FALSE(record.admittedAt);
    CHECK(record.stage.current() == before.stage.current());
    REQUIRE(record.statuses.size() == 1);
    CHECK_FALSE(record.statuses.front().ended);
    for (const ClockFact& was : before.clocks) {
        CAPTURE(was.title);
        CHECK(desk.only(was.kind.toUtf8().constData()).state == was.state);
        CHECK(shown(desk.only(was.kind.toUtf8().constData()).due) == shown(was.due));
    }
    for (const ClockFact& each : record.clocks)
        if (each.kind == u"s2"_s || each.kind == u"s15_rectification"_s)
            CHECK(hasNeverBegun(each));
    CHECK(isCorrected(record, u"That was another patient"_s));
    CHECK(HandoverDesk::owed(reply).contains(u"INV-4"_s));
    CHECK(record.outOfStep.empty());
    CHECK(HandoverDesk::refused(asks(desk, R"("do": "case.admitted", "correction": "Told again")"))
        == QStringList{u"INV-4"_s});
}

TEST_CASE("CLK-01 INV-4 an admission that was told twice is withdrawn whole", "[status]")
{
    const auto [first, second] = GENERATE(table<const char*, const char*>(
        {{"03:00", "02:30"}, {"02:30", "03:00"}, {"03:00", "03:00"}}));
    const bool onApplication = GENERATE(false, true);
    CAPTURE(first, second, onApplication);
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    if (onApplication) {
        desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A3",
            "at": "02:00"})");
        desk.must("grace", R"({"do": "case.application", "case": "$A", "form": "A2",
            "signed_at": "02:10", "signed_by_name": "Helen Brandt", "hospital": "Ash Ward"})");
    }
    const Case before = desk.record("A");
    for (const char* at : {first, second})
        desk.must("grace",
            QByteArray(R"({"do": "case.admitted", "case": "$A", "hospital": "Ash Ward",
                "time": "AT"})")
                .replace("AT", at)
                .constData());
    REQUIRE(desk.only("s136").state == ClockState::Ended);

    REQUIRE(
        asks(desk, R"("do": "case.admitted", "correction": "That was another patient")").done());

    const Case record = desk.record("A");
    CHECK_FALSE(record.admittedAt);
    REQUIRE(record.statuses.size() == 1);
    CHECK_FALSE(record.statuses.front().ended);
    for (const ClockFact& was : before.clocks) {
        CAPTURE(was.title);
        CHECK(desk.only(was.kind.toUtf8().constData()).state == was.state);
    }
    for (const ClockFact& each : record.clocks)
        if (each.kind == u"s2"_s || each.kind == u"s15_rectification"_s)
            CHECK(hasNeverBegun(each));
    CHECK(record.outOfStep.empty());
}

TEST_CASE("INV-4 the hold before an earlier admission stays ended", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "2026-11-19T00:10");
    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "time": "01:00"})");
    desk.status("s136", "2026-11-19T02:00");
    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "time": "03:00"})");

    REQUIRE(asks(desk, R"("do": "case.admitted", "correction": "Turned away")").done());

    const Case record = desk.record("A");
    REQUIRE(record.statuses.size() == 2);
    CHECK(record.statuses.front().ended == london("2026-11-19T01:00"));
    CHECK_FALSE(record.statuses.back().ended);
    CHECK(record.outOfStep.empty());
}

TEST_CASE(
    "CLK-11 CLK-14 CLK-16 what an admission held back begins once it is withdrawn", "[status]")
{
    struct Row {
        const char* form;
        const char* exam;
        std::vector<const char*> begun;
    };
    const auto row = GENERATE(values<Row>({
        {"A2", "A3", {"conveyance_14d"}},
        {"A2", "A4", {"conveyance_14d", "exam_gap_5d"}},
        {"A10", "A11", {"s4_admission"}},
    }));
    const bool signedFirst = GENERATE(false, true);
    CAPTURE(row.form, row.exam, signedFirst);
    StatusDesk desk;
    const auto sign = [&] {
        desk.must("grace",
            QByteArray(R"({"do": "case.application", "case": "$A", "form": "FORM",
                "signed_at": "02:10", "signed_by_name": "Helen Brandt", "hospital": "Ash Ward"})")
                .replace("FORM", row.form)
                .constData());
    };
    if (signedFirst)
        sign();
    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "hospital": "Ash Ward",
        "time": "03:00"})");
    if (!signedFirst)
        sign();
    desk.must("grace",
        QByteArray(R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "FORM",
            "at": "02:00"})")
            .replace("FORM", row.exam)
            .constData());

    REQUIRE(asks(desk, R"("do": "case.admitted", "correction": "The ward refused")").done());

    for (const char* kind : row.begun) {
        CAPTURE(kind);
        CHECK(desk.only(kind).state == ClockState::Running);
        CHECK(shown(desk.only(kind).start) == shown(london("2026-11-19T02:00")));
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-16 a wait that s4 had ended at its start runs once s4 is off the record", "[status]")
{
    const char* began = GENERATE("2026-11-19T01:00", "2026-11-19T01:59");
    CAPTURE(began);
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A3",
        "at": "02:00"})");
    desk.status("s4", began);
    REQUIRE(desk.only("conveyance_14d").state == ClockState::Ended);

    REQUIRE(asks(desk, R"("do": "case.status_end", "status": "s4", "outcome": "never began",
        "correction": "Another patient")")
                .done());

    CHECK(desk.only("conveyance_14d").state == ClockState::Running);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-14 a second examination that is told after the admission ends the gap for good",
    "[status]")
{
    const auto [doctor, state] = GENERATE(table<const char*, ClockState>(
        {{"Dr Adair", ClockState::Ended}, {"Dr Lund", ClockState::Running}}));
    CAPTURE(doctor);
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A4",
        "at": "02:00"})");
    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "time": "03:00"})");
    desk.must("grace",
        QByteArray(R"({"do": "case.exam", "case": "$A", "doctor": "DOCTOR", "form": "A4",
            "at": "02:30"})")
            .replace("DOCTOR", doctor)
            .constData());

    REQUIRE(asks(desk, R"("do": "case.admitted", "correction": "The ward refused")").done());

    CHECK(desk.only("exam_gap_5d").state == state);
    CHECK(desk.only("conveyance_14d").state == ClockState::Running);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "CLK-05 CLK-12 INV-4 what was flagged of a status that never began falls with it", "[status]")
{
    const auto [before, status, correction] = GENERATE(table<const char*, const char*,
        const char*>({
        {R"("do": "case.clock_start", "kind": "s135_warrant", "start": "2026-11-12T10:00",
            "due": "2026-11-19T03:39")",
            "s135_1", nullptr},
        {R"("do": "case.place", "kind": "ed", "at": "02:00")", "s5_2", nullptr},
        {R"("do": "case.place", "kind": "ed", "at": "02:00")", "s5_2",
            R"("do": "case.status", "status": "s5_2", "start": "03:50", "correction": "Mistyped")"},
    }));
    CAPTURE(status);
    StatusDesk desk;
    REQUIRE(asks(desk, before).done());
    REQUIRE(asks(desk, R"("do": "case.place", "kind": "ward", "at": "03:45")").done());
    desk.status(status, "03:40");
    REQUIRE(desk.record("A").flags.size() == 1);
    const QString text = desk.record("A").flags.front().text;

    const Reply reply = correction ? asks(desk, correction) : takesOff(desk, status);

    REQUIRE(reply.done());
    CHECK(desk.record("A").flags.empty());
    CHECK(isCorrected(desk.record("A"), text));
    CHECK(reply.decision.notes.join(u' ').contains(u"no longer holds"_s));
}

TEST_CASE(
    "INV-4 a status of another person that is ended as if it had been is asked about", "[status]")
{
    const auto [outcome, asked] = GENERATE(table<const char*, bool>({
        {"never began", true},
        {"Told of the wrong patient", true},
        {"entered in error", true},
        {"discharged", false},
        {"moved to another ward", false},
    }));
    CAPTURE(outcome);
    StatusDesk desk;
    desk.status("s136", "01:00");
    desk.status("s2", "02:00");

    const Reply reply = asks(desk,
        QByteArray(R"("do": "case.status_end", "status": "s2", "outcome": "OUT")")
            .replace("OUT", outcome)
            .constData());

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply).contains(u"INV-4"_s) == asked);
    REQUIRE(takesOff(desk, "s2").done());
    CHECK(desk.only("s136").state == ClockState::Running);
    const std::vector<Owed> left = owedOf(desk.record("A"));
    CHECK(std::none_of(
        left.begin(), left.end(), [](const Owed& each) { return each.clause == u"INV-4"_s; }));
}
