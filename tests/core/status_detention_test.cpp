#include "core/casework/clock_changes.h"
#include "core/casework/status/status_rules.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("A legal status starts its clock from its own start, not from the typing", "[status]")
{
    const auto [status, kind, clause, due]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"s136", "s136", "CLK-01", "2026-11-20T03:40"},
            {"s135_1", "s135_1", "CLK-06", "2026-11-20T03:40"},
            {"s5_2", "s5_2", "CLK-12", "2026-11-22T03:40"},
            {"s5_4", "s5_4", "CLK-13", "2026-11-19T09:40"},
            {"s4", "s4", "CLK-10", "2026-11-22T03:40"},
            {"police_protection", "police_protection", "CLK-53", "2026-11-22T03:40"},
            {"pace", "pace", "CLK-60", "2026-11-20T03:40"},
            {"s2", "s2", "CLK-08", "2026-12-17T00:00"},
        }));
    StatusDesk desk;

    const Reply reply = desk.status(status, "03:40");

    CAPTURE(status);
    const ClockFact clock = desk.only(kind);
    CHECK(shown(clock.start) == shown(london("2026-11-19T03:40")));
    CHECK(shown(clock.due) == shown(london(due)));
    CHECK(clock.clause == QString::fromLatin1(clause));
    CHECK(clock.evidence == u"police log"_s);
    CHECK(readIso(reply.made(u"due"_s)) == clock.due);
    CHECK_FALSE(clock.warnings.empty());
    REQUIRE(desk.record("A").currentStatus());
    CHECK(desk.record("A").currentStatus()->clock == clock.id);
}

TEST_CASE("A status without a length starts no clock", "[status]")
{
    StatusDesk desk;

    desk.status("informal", "03:40");

    CHECK(desk.record("A").clocks.empty());
    CHECK(desk.record("A").currentStatus()->status == LegalStatus::Informal);
    CHECK_FALSE(desk.does("grace", R"({"do": "case.status", "case": "$A",
        "status": "informal"})")
                    .done());
}

TEST_CASE("CLK-01 the warnings of a detention are the profile's", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");

    const ClockFact clock = desk.only("s136");
    REQUIRE(clock.warnings.size() == 3);
    CHECK(shown(clock.warnings[0]) == shown(london("2026-11-19T21:40")));
    CHECK(shown(clock.warnings[1]) == shown(london("2026-11-20T00:40")));
    CHECK(shown(clock.warnings[2]) == shown(london("2026-11-20T02:40")));
}

TEST_CASE("CLK-01 of two accounts of the start the earlier counts", "[status]")
{
    const auto [first, second, start, evidence]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"03:40", "03:20", "2026-11-19T03:20", "ambulance: arrival at the site"},
            {"03:20", "03:40", "2026-11-19T03:20", "ED: entry"},
            {"03:40", "03:40", "2026-11-19T03:40", "ED: entry"},
        }));
    StatusDesk desk;
    desk.status("s136", first, "ED: entry");

    desk.status("s136", second, "ambulance: arrival at the site");

    CAPTURE(first, second);
    const ClockFact clock = desk.only("s136");
    CHECK(shown(clock.start) == shown(london(start)));
    CHECK(shown(clock.due) == shown(london(start) + std::chrono::hours(24)));
    CHECK(clock.evidence == QString::fromLatin1(evidence));
    REQUIRE(clock.otherStarts.size() == 1);
    CHECK(clock.otherStarts[0].evidence != clock.evidence);
    REQUIRE(desk.record("A").statuses.size() == 1);
    CHECK(shown(desk.record("A").statuses[0].start) == shown(london(start)));
    CHECK(desk.record("A").statuses[0].evidence == clock.evidence);
}

TEST_CASE("CLK-01 who says when is owed of the start that counts, not of a later one", "[status]")
{
    const auto [first, firstSays, second, secondSays, owed]
        = GENERATE(table<const char*, const char*, const char*, const char*, std::size_t>({
            {"03:20", "", "03:40", "police log", 1U},
            {"03:40", "police log", "03:20", "", 1U},
            {"03:20", "", "03:20", "police log", 0U},
            {"03:20", "police log", "03:40", "", 0U},
            {"03:40", "", "03:20", "police log", 0U},
        }));
    CAPTURE(first, firstSays, second, secondSays);
    StatusDesk desk;

    desk.status("s136", first, firstSays);
    desk.status("s136", second, secondSays);

    CHECK(evidenceOwed(desk.record("A")).size() == owed);
}

TEST_CASE("INV-4 a change of place moves no clock", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    const Instant before = desk.only("s136").due;

    desk.clock(u"2026-11-19T05:30"_s);
    for (const char* place : {"ed", "s136_suite", "ambulance", "ward"}) {
        const QString request = u"{\"do\": \"case.place\", \"case\": \"$A\", \"kind\": \"%1\"}"_s;
        desk.must("grace", request.arg(QString::fromLatin1(place)).toUtf8().data());
    }

    CHECK(shown(desk.only("s136").due) == shown(before));
    CHECK(shown(desk.only("s136").start) == shown(london("2026-11-19T03:40")));
}

TEST_CASE("CLK-12 the time under s5(4) counts towards s5(2)", "[status]")
{
    const auto [doctor, start] = GENERATE(table<const char*, const char*>({
        {"2026-11-18T23:30", "2026-11-18T21:30"},
        {"2026-11-19T03:30", "2026-11-18T21:30"},
        {"2026-11-19T03:31", "2026-11-18T21:30"},
        {"2026-11-19T04:00", "2026-11-18T21:30"},
        {"2026-11-19T04:01", "2026-11-19T04:01"},
    }));
    StatusDesk desk("2026-11-19T04:10");
    desk.status("s5_4", "2026-11-18T21:30", "H2");

    const Reply reply = desk.status("s5_2", doctor, "H1");

    CAPTURE(doctor);
    const Instant told = london(doctor);
    const bool lapsed = told > london("2026-11-19T03:30");
    CHECK(HandoverDesk::flagged(reply) == (lapsed ? QStringList{u"CLK-12"_s} : QStringList{}));
    const ClockFact clock = desk.only("s5_2");
    CHECK(shown(clock.start) == shown(london(start)));
    CHECK(shown(clock.due) == shown(london(start) + std::chrono::hours(72)));
    CHECK(desk.only("s5_4").state == ClockState::Ended);
    CHECK(desk.only("s5_4").outcome == u"followed by s5(2)"_s);
    CHECK(desk.record("A").currentStatus()->status == LegalStatus::S5_2);
}

TEST_CASE("CLK-12 the nurse's time counts in whichever order it is told", "[status]")
{
    const auto [nurse, due] = GENERATE(table<const char*, const char*>({
        {"2026-11-18T23:30", "2026-11-21T23:30"},
        {"2026-11-18T22:30", "2026-11-21T22:30"},
        {"2026-11-18T22:29", "2026-11-21T22:29"},
        {"2026-11-18T22:00", "2026-11-21T22:00"},
        {"2026-11-18T21:59", "2026-11-22T04:30"},
    }));
    StatusDesk desk("2026-11-19T05:00");
    desk.status("s5_2", "2026-11-19T04:30", "H1");

    desk.status("s5_4", nurse, "H2");

    CAPTURE(nurse);
    CHECK(shown(desk.only("s5_2").due) == shown(london(due)));
    CHECK(desk.only("s5_4").state == ClockState::Ended);
    REQUIRE(desk.record("A").statuses.size() == 2);
    CHECK(desk.record("A").statuses.back().status == LegalStatus::S5_2);
    CHECK(shown(desk.record("A").statuses.back().start) == shown(london("2026-11-19T04:30")));
    CHECK_FALSE(desk.record("A").statuses.back().ended);
}

TEST_CASE("CLK-01 a detention told after what followed it ends where that began", "[status]")
{
    StatusDesk desk("2026-11-19T23:00");

    SECTION("a status took its place")
    {
        desk.status("s2", "2026-11-19T21:00", "H3");
        desk.status("s136", "2026-11-19T03:40");
        CHECK(desk.only("s136").outcome == u"followed by s2"_s);
        CHECK(desk.only("s2").state == ClockState::Running);
    }
    SECTION("the person was admitted")
    {
        desk.must("grace", R"({"do": "case.admitted", "case": "$A", "time": "21:00",
            "hospital": "Fenwick House"})");
        desk.status("s136", "2026-11-19T03:40");
        CHECK(desk.only("s136").outcome == u"admitted"_s);
    }
    CHECK(desk.only("s136").state == ClockState::Ended);
    CHECK(shown(desk.only("s136").endedAt) == shown(london("2026-11-19T21:00")));
    CHECK(desk.record("A").statuses.front().ended == london("2026-11-19T21:00"));
}

TEST_CASE("CLK-05 a warrant is spent when it is executed", "[status]")
{
    StatusDesk desk("2026-11-19T15:30");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "s135_warrant",
        "due": "2026-12-18T15:30", "evidence": "the warrant"})");
    desk.clock(u"2026-11-19T19:15"_s);

    desk.status("s135_1", "19:10", "constable entered");

    CHECK(desk.only("s135_warrant").state == ClockState::Ended);
    CHECK(shown(desk.only("s135_warrant").endedAt) == shown(london("2026-11-19T19:10")));
    CHECK(shown(desk.only("s135_1").due) == shown(london("2026-11-20T19:10")));
}

TEST_CASE("CLK-07 a warrant to return a patient is spent when it is executed", "[status]")
{
    StatusDesk desk("2026-11-19T15:30");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "s135_2_warrant",
        "due": "2026-12-18T15:30", "evidence": "the warrant"})");
    desk.clock(u"2026-11-19T19:15"_s);

    desk.status("s135_2", "19:10", "constable entered");

    CHECK(desk.only("s135_2_warrant").state == ClockState::Ended);
}

TEST_CASE("INV-4 a status does not end before it began", "[status]")
{
    const auto [at, granted]
        = GENERATE(table<const char*, bool>({{"03:39", false}, {"03:40", true}}));
    StatusDesk desk;
    desk.status("s136", "03:40");

    const QString request = u"{\"do\": \"case.status_end\", \"case\": \"$A\", \"at\": \"%1\", "
                            "\"outcome\": \"discharged\"}"_s;
    const Reply reply = desk.does("grace", request.arg(QString::fromLatin1(at)).toUtf8().data());

    CHECK(reply.done() == granted);
    CHECK(HandoverDesk::refused(reply) == (granted ? QStringList{} : QStringList{u"INV-4"_s}));
    CHECK((desk.only("s136").state == ClockState::Ended) == granted);
}

TEST_CASE("A status takes the place of another only where the law says so", "[status]")
{
    const auto [next, running, takes] = GENERATE(table<LegalStatus, LegalStatus, bool>({
        {LegalStatus::S2, LegalStatus::S136, true},
        {LegalStatus::S3, LegalStatus::S2, true},
        {LegalStatus::S3, LegalStatus::S5_2, true},
        {LegalStatus::S2, LegalStatus::S4, true},
        {LegalStatus::S5_2, LegalStatus::S5_4, true},
        {LegalStatus::Informal, LegalStatus::S136, true},
        {LegalStatus::None, LegalStatus::S5_2, true},
        {LegalStatus::S136, LegalStatus::Informal, true},
        {LegalStatus::S136, LegalStatus::S136, false},
        {LegalStatus::PoliceProtection, LegalStatus::S136, false},
        {LegalStatus::S136, LegalStatus::PoliceProtection, false},
        {LegalStatus::Pace, LegalStatus::S136, false},
        {LegalStatus::S17Leave, LegalStatus::S2, false},
        {LegalStatus::Awol, LegalStatus::S136, false},
        {LegalStatus::S2, LegalStatus::PoliceProtection, false},
    }));

    CAPTURE(statusText(next), statusText(running));
    CHECK(takesPlaceOf(next, running) == takes);
}

TEST_CASE("CLK-53 police protection runs beside s136", "[status]")
{
    StatusDesk desk("2026-12-06T02:00");
    desk.status("s136", "00:50");

    desk.status("police_protection", "01:45");

    CHECK(desk.only("s136").state == ClockState::Running);
    CHECK(shown(desk.only("s136").due) == shown(london("2026-12-07T00:50")));
    CHECK(shown(desk.only("police_protection").due) == shown(london("2026-12-09T01:45")));
}

TEST_CASE("CLK-01 a detention ends with its outcome and so does its clock", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.clock(u"2026-11-19T22:10"_s);

    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "status": "s136",
        "outcome": "admitted under s2"})");

    CHECK(desk.only("s136").state == ClockState::Ended);
    CHECK(shown(desk.only("s136").endedAt) == shown(london("2026-11-19T22:10")));
    CHECK(desk.record("A").currentStatus() == nullptr);
    CHECK_FALSE(desk.does("grace", R"({"do": "case.status_end", "case": "$A",
        "outcome": "again"})")
                    .done());
}

TEST_CASE("A new detention after the first has ended is a clock of its own", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged"})");
    desk.clock(u"2026-11-19T20:00"_s);

    desk.status("s136", "19:50");

    REQUIRE(desk.record("A").clocks.size() == 2);
    CHECK(shown(desk.record("A").clocks[1].due) == shown(london("2026-11-20T19:50")));
}

TEST_CASE("CLK-01 a complete application silences s136 and keeps it in sight", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.clock(u"2026-11-19T19:40"_s);
    Case record = desk.record("A");
    record.application = Application{u"A2"_s, london("2026-11-19T19:35"), {}, {}, {}};
    record.exams = {{{}, london("2026-11-19T11:00"), u"Dr Lund"_s, true, true, u"A3"_s}};
    const Surroundings around{desk.now, desk.calendar(), desk, {}, {}, {}, u"edt"_s, {}, {}};
    const Context context{desk.now, london("2026-11-19T19:35"), true, {}, {}, {}, nullptr,
        around.calendar, around.records, around.mint, {}, {}, {}};

    Decision decision;
    supersedeByApplication(decision, record, context);

    REQUIRE(decision.events.size() == 1);
    CHECK(decision.events[0].type == u"case.clock_superseded"_s);
    CHECK(shown(decision.events[0].occurred) == shown(london("2026-11-19T19:35")));
}

TEST_CASE("A status cannot start in the future", "[status]")
{
    StatusDesk desk;

    const Reply reply = desk.does("grace", R"({"do": "case.status", "case": "$A",
        "status": "s136", "start": "2026-11-19T03:56"})");

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().field == u"start"_s);
}

TEST_CASE("Who says when a detention began is owed until it is told", "[status]")
{
    StatusDesk desk;

    const Reply reply = desk.must(
        "grace", R"({"do": "case.status", "case": "$A", "status": "s136", "start": "03:40"})");

    CHECK(HandoverDesk::owed(reply).contains(u"CLK-01"_s));
}

TEST_CASE("CLK-01 CLK-13 the answer names the clock of the status that was told", "[status]")
{
    const auto [place, first, status, start, due]
        = GENERATE(table<const char*, const char*, const char*, const char*, const char*>({
            {"police_station", "", "s136", "03:40", "2026-11-20T03:40"},
            {"ward", "s5_2", "s5_4", "03:10", "2026-11-19T09:10"},
            {"police_station", "", "pace", "03:40", "2026-11-20T03:40"},
        }));
    StatusDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "case.place", "case": "$A", "kind": "PLACE", "at": "03:00"})")
            .replace("PLACE", place));
    if (*first)
        desk.status(first, "03:50", "H1");

    const Reply reply = desk.status(status, start, "police log");

    CAPTURE(status);
    CHECK(readIso(reply.made(u"due"_s)) == london(due));
    CHECK(reply.made(u"clock"_s)
        == desk.only(status == std::string("s136") ? "s136" : status).id.text());
}

TEST_CASE("CLK-03 CLK-04 a detention told by its clock is judged as one", "[status]")
{
    const auto [born, flagged]
        = GENERATE(table<const char*, bool>({{"2009-12-20", true}, {"1979-12-20", false}}));
    StatusDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "person.add", "as": "P", "name": "Sam Reed", "born": "BORN"})")
            .replace("BORN", born));
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$P"})");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station",
        "at": "03:30"})");

    const Reply reply = desk.must("grace", R"({"do": "case.clock_start", "case": "$A",
        "kind": "s136", "start": "03:30", "evidence": "police log"})");

    CAPTURE(born);
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-04"_s) == flagged);
    REQUIRE(desk.record("A").currentStatus());
    CHECK(desk.record("A").currentStatus()->status == LegalStatus::S136);
    CHECK(reply.made(u"id"_s) == desk.only("s136").id.text());
    CHECK(desk.only("station_check").state == ClockState::Running);
}
