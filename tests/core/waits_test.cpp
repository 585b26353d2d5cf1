#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The same case, of which facts are told in parts: `told` is what stands between the braces.
struct WaitDesk : StatusDesk {
    using StatusDesk::StatusDesk;
    Reply tells(const char* command, const char* told)
    {
        const QString request = u"{\"do\": \"%1\", \"case\": \"$A\", %2}"_s.arg(
            QString::fromLatin1(command), QString::fromLatin1(told));
        return does("grace", request.toUtf8().constData());
    }
    std::vector<ClockFact> every(const char* kind) const
    {
        std::vector<ClockFact> found;
        for (const ClockFact& clock : record("A").clocks)
            if (clock.kind == QString::fromLatin1(kind))
                found.push_back(clock);
        return found;
    }
    bool has(const char* kind) const { return !every(kind).empty(); }
};

}

TEST_CASE(
    "CLK-42, CLK-43 the waits of a s136 detention run from one told fact to the other", "[status]")
{
    const auto [kind, first, then, start, due, end] = GENERATE(
        table<const char*, const char*, const char*, const char*, const char*, const char*>({
            {"s136_ambulance", R"("ambulance_asked": "02:30")", R"("ambulance_came": "03:20")",
                "2026-11-19T02:30", "2026-11-19T03:00", "2026-11-19T03:20"},
            {"s136_police_handover", R"("police_came": "03:40")", R"("police_left": "03:50")",
                "2026-11-19T03:40", "2026-11-19T04:40", "2026-11-19T03:50"},
        }));
    WaitDesk desk;
    const bool together = GENERATE(false, true);
    CAPTURE(kind, together);

    if (together) {
        REQUIRE(desk.tells("case.s136", (QByteArray(first) + ", " + then).constData()).done());
    } else {
        REQUIRE(desk.tells("case.s136", first).done());
        CHECK(desk.only(kind).state == ClockState::Running);
        REQUIRE(desk.tells("case.s136", then).done());
    }

    const ClockFact clock = desk.only(kind);
    CHECK(shown(clock.start) == shown(london(start)));
    CHECK(shown(clock.due) == shown(london(due)));
    CHECK(clock.state == ClockState::Ended);
    CHECK(shown(clock.endedAt) == shown(london(end)));
    CHECK_FALSE(clock.evidence.isEmpty());
    CHECK_FALSE(clock.outcome.isEmpty());
    CHECK_FALSE(clock.clause.isEmpty());
}

TEST_CASE("CLK-43 police who are there when s136 is told wait from its start", "[status]")
{
    WaitDesk desk;
    const Reply reply = desk.tells("case.status",
        R"("status": "s136", "start": "03:40", "evidence": "police log", "police_there": true)");
    REQUIRE(reply.done());
    CHECK(reply.made(u"clock"_s) == desk.only("s136").id.text());
    CHECK(shown(desk.only("s136_police_handover").start) == shown(london("2026-11-19T03:40")));
    CHECK(desk.only("s136_police_handover").warnings.size() == 1);

    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged"})");
    CHECK(desk.only("s136_police_handover").state == ClockState::Ended);
    CHECK(desk.only("s136_police_handover").outcome == u"discharged"_s);

    const Reply other
        = desk.tells("case.status", R"("status": "s5_2", "start": "03:50", "police_there": true)");
    CHECK(HandoverDesk::refused(other) == QStringList{u"CLK-43"_s});
}

TEST_CASE("CLK-44 AMHP and doctor have attended once both are known to have come", "[status]")
{
    const auto [amhp, doctor] = GENERATE(table<const char*, const char*>({
        {R"("amhp_came": "03:20")", R"("doctor_came": "03:45")"},
        {R"("amhp_came": "03:45")", R"("doctor_came": "03:20")"},
    }));
    WaitDesk desk;
    desk.status("s136", "02:00");
    REQUIRE(desk.tells("case.s136", R"("notified": "02:10")").done());
    CHECK(shown(desk.only("s136_attend").due) == shown(london("2026-11-19T05:10")));
    REQUIRE(desk.tells("case.s136", amhp).done());
    CHECK(desk.only("s136_attend").state == ClockState::Running);
    REQUIRE(desk.tells("case.s136", doctor).done());
    CHECK(desk.only("s136_attend").state == ClockState::Ended);
    CHECK(shown(desk.only("s136_attend").endedAt) == shown(london("2026-11-19T03:45")));
}

TEST_CASE("CLK-44 who saw or examined the person has attended", "[status]")
{
    WaitDesk desk;
    desk.status("s136", "02:00");
    REQUIRE(desk.tells("case.s136", R"("notified": "02:10")").done());
    const bool asAttendee = GENERATE(false, true);
    if (asAttendee)
        desk.must("grace", R"({"do": "case.attendee", "case": "$A", "role": "doctor_1",
            "name": "Dr Adair", "arrived": "03:20"})");
    else
        desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Adair"})");
    CHECK(desk.only("s136_attend").state == ClockState::Running);
    desk.must("grace", R"({"do": "case.amhp_saw", "case": "$A"})");
    CHECK(desk.only("s136_attend").state == ClockState::Ended);
}

TEST_CASE("CLK-42 what is told of a s136 that is over begins nothing that runs on", "[status]")
{
    WaitDesk desk;
    desk.status("s136", "02:00");
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged",
        "at": "03:00"})");
    REQUIRE(desk.tells("case.s136", R"("ambulance_asked": "01:20", "notified": "02:10")").done());
    CHECK(desk.only("s136_ambulance").state == ClockState::Ended);
    CHECK(desk.only("s136_attend").outcome == u"discharged"_s);
}

TEST_CASE("CLK-42, CLK-43 and CLK-51, CLK-52 facts in an impossible order, or none, are refused",
    "[status]")
{
    const auto [command, told, clause, field]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"case.s136", R"("ambulance_asked": "03:20", "ambulance_came": "03:19")", "CLK-42",
                "ambulance_came"},
            {"case.s136", R"("police_came": "03:20", "police_left": "03:19")", "CLK-43",
                "police_left"},
            {"case.s136", R"("evidence": "police")", "CLK-42", "ambulance_asked"},
            {"case.child_protection", R"("cause": "03:20", "discussion": "03:19")", "CLK-51",
                "discussion"},
            {"case.child_protection", R"("discussion": "03:20", "conference": "03:19")", "CLK-52",
                "conference"},
            {"case.child_protection", R"("no_conference": "")", "CLK-52", "discussion"},
        }));
    WaitDesk desk;
    CAPTURE(command, told);
    const Reply reply = desk.tells(command, told);
    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals.front().clause == QString::fromLatin1(clause));
    CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
    CHECK(desk.record("A").clocks.empty());
}

TEST_CASE("CLK-43 police at a place of safety without a s136 on the record owe it", "[status]")
{
    WaitDesk desk;
    CHECK(HandoverDesk::owed(desk.tells("case.s136", R"("police_came": "03:40")"))
              .contains(u"CLK-01"_s));
    desk.status("s136", "03:40");
    CHECK_FALSE(HandoverDesk::owed(desk.tells("case.s136", R"("police_left": "03:50")"))
                    .contains(u"CLK-01"_s));
}

TEST_CASE(
    "CLK-51 cause to suspect harm starts the strategy discussion, holding it ends it", "[status]")
{
    WaitDesk desk;
    REQUIRE(desk.tells("case.child_protection", R"("cause": "02:30")").done());
    CHECK(shown(desk.only("strategy_discussion").due) == shown(london("2026-11-20T00:00")));
    const Reply held = desk.tells("case.child_protection", R"("discussion": "03:30")");
    CHECK(HandoverDesk::owed(held).contains(u"CLK-52"_s));
    CHECK(desk.only("strategy_discussion").state == ClockState::Ended);
    CHECK_FALSE(desk.has("cp_conference"));
}

TEST_CASE("CLK-52 the conference counts from the discussion that started the enquiry", "[status]")
{
    WaitDesk desk;
    SECTION("told together")
    {
        REQUIRE(desk.tells("case.child_protection", R"("discussion": "03:30", "enquiry": true)")
                    .done());
    }
    SECTION("told one after the other")
    {
        REQUIRE(desk.tells("case.child_protection", R"("discussion": "03:30")").done());
        REQUIRE(desk.tells("case.child_protection", R"("enquiry": true)").done());
    }
    SECTION("the enquiry first")
    {
        REQUIRE(desk.tells("case.child_protection", R"("enquiry": true)").done());
        CHECK_FALSE(desk.has("cp_conference"));
        REQUIRE(desk.tells("case.child_protection", R"("discussion": "03:30")").done());
    }
    CHECK(shown(desk.only("cp_conference").due) == shown(london("2026-12-10T17:00")));
}

TEST_CASE("CLK-52 the conference that is held, or not to be, ends its clock", "[status]")
{
    WaitDesk desk;
    REQUIRE(
        desk.tells("case.child_protection", R"("discussion": "03:30", "enquiry": true)").done());

    SECTION("held")
    {
        desk.clock(u"2026-12-03T15:00"_s);
        REQUIRE(desk.tells("case.child_protection", R"("conference": "14:00")").done());
        CHECK(desk.only("cp_conference").outcome == u"conference held"_s);
        CHECK(shown(desk.only("cp_conference").endedAt) == shown(london("2026-12-03T14:00")));
    }
    SECTION("none is to be held")
    {
        REQUIRE(desk.tells("case.child_protection", R"("no_conference": "Harm ruled out")").done());
        CHECK(desk.only("cp_conference").outcome == u"Harm ruled out"_s);
    }
    SECTION("no enquiry after all")
    {
        REQUIRE(desk.tells("case.child_protection", R"("enquiry": false)").done());
        CHECK(desk.only("cp_conference").outcome == u"no enquiry under s47"_s);
        REQUIRE(desk.tells("case.child_protection", R"("enquiry": true)").done());
        CHECK(desk.record("A").clocks.back().state == ClockState::Running);
    }
}

TEST_CASE("CLK-42, CLK-43, CLK-44 facts of an earlier detention leave the waits of the last alone",
    "[status]")
{
    WaitDesk desk;
    desk.status("s136", "2026-11-16T21:00");
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged",
        "at": "2026-11-17T08:00"})");
    desk.status("s136", "2026-11-18T21:00");
    REQUIRE(desk.tells("case.s136", R"("ambulance_asked": "2026-11-18T20:30",
        "police_came": "2026-11-18T21:00", "notified": "2026-11-18T22:00")")
                .done());

    const bool together = GENERATE(true, false);
    CAPTURE(together);
    if (together) {
        REQUIRE(desk.tells("case.s136", R"("police_came": "2026-11-16T21:00",
            "police_left": "2026-11-16T22:00", "notified": "2026-11-16T21:30",
            "amhp_came": "2026-11-16T23:00")")
                    .done());
    } else {
        REQUIRE(desk.tells("case.s136", R"("police_left": "2026-11-16T22:00")").done());
        REQUIRE(desk.tells("case.s136", R"("police_came": "2026-11-16T21:00",
            "police_left": "2026-11-16T22:00", "notified": "2026-11-16T21:30")")
                    .done());
        REQUIRE(desk.tells("case.s136", R"("amhp_came": "2026-11-16T23:00")").done());
    }

    const auto [kind, start, ended, outcome]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"s136_police_handover", "2026-11-18T21:00", "2026-11-16T22:00", "police released"},
            {"s136_attend", "2026-11-18T22:00", "2026-11-17T08:00", "discharged"},
        }));
    const auto clocks = desk.every(kind);
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].state == ClockState::Running);
    CHECK(shown(clocks[0].start) == shown(london(start)));
    CHECK(shown(clocks[1].endedAt) == shown(london(ended)));
    CHECK(clocks[1].outcome == QString::fromLatin1(outcome));
    CHECK(desk.only("s136_ambulance").state == ClockState::Running);
    CHECK(shown(*desk.record("A").detention.policeCame) == shown(london("2026-11-18T21:00")));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-43 an end of a wait that is put right shows the breach, and is one wait", "[status]")
{
    WaitDesk desk;
    REQUIRE(desk.tells("case.s136", R"("police_came": "02:00", "police_left": "02:40")").done());
    REQUIRE(desk.tells("case.s136", R"("police_left": "03:30")").done());
    CHECK(shown(desk.only("s136_police_handover").endedAt) == shown(london("2026-11-19T03:30")));
    CHECK(desk.only("s136_police_handover").endedAt > desk.only("s136_police_handover").due);

    REQUIRE(desk.tells("case.s136", R"("police_came": "03:00")").done());
    CHECK(shown(desk.only("s136_police_handover").start) == shown(london("2026-11-19T02:00")));

    REQUIRE(desk.tells("case.s136", R"("police_came": "03:40")").done());
    CHECK(desk.every("s136_police_handover").size() == 2);
    CHECK(desk.every("s136_police_handover").back().state == ClockState::Running);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "CLK-51, CLK-52 a second concern for a child has clocks and answers of its own", "[status]")
{
    const auto [answer, enquiry, due] = GENERATE(table<const char*, const char*, bool>({
        {R"("no_conference": "no harm found")", "true", true},
        {R"("conference": "2026-11-16T15:00")", "true", true},
        {R"("enquiry": false)", "true", true},
        {R"("enquiry": true)", "true", true},
        {R"("no_conference": "no harm found")", "false", false},
    }));
    WaitDesk desk;
    REQUIRE(desk.tells("case.child_protection",
                    R"("cause": "2026-11-09T10:00", "discussion": "2026-11-09T15:00",
                    "enquiry": true)")
                .done());
    REQUIRE(desk.tells("case.child_protection", answer).done());
    REQUIRE(desk.tells("case.child_protection", R"("cause": "2026-11-18T10:00")").done());
    const Reply held = desk.tells("case.child_protection", R"("discussion": "2026-11-18T16:00")");
    CAPTURE(answer, enquiry);
    CHECK(HandoverDesk::owed(held).contains(u"CLK-52"_s));
    CHECK(desk.every("cp_conference").size() == 1);
    REQUIRE(
        desk.tells("case.child_protection", (QByteArray(R"("enquiry": )") + enquiry).constData())
            .done());

    REQUIRE(desk.every("strategy_discussion").size() == 2);
    CHECK(shown(desk.every("strategy_discussion").back().endedAt)
        == shown(london("2026-11-18T16:00")));
    const auto conferences = desk.every("cp_conference");
    REQUIRE(conferences.size() == (due ? 2U : 1U));
    if (due) {
        CHECK(shown(conferences.back().start) == shown(london("2026-11-18T16:00")));
        CHECK(conferences.back().state == ClockState::Running);
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-51, CLK-52 what was held about the first of two concerns leaves the second alone",
    "[status]")
{
    WaitDesk desk;
    REQUIRE(desk.tells("case.child_protection", R"("cause": "2026-11-09T10:00")").done());
    REQUIRE(desk.tells("case.child_protection", R"("cause": "2026-11-18T20:00")").done());
    const bool secondHeld = GENERATE(false, true);
    CAPTURE(secondHeld);
    if (secondHeld)
        REQUIRE(desk.tells("case.child_protection",
                        R"("discussion": "2026-11-18T21:00", "enquiry": true)")
                    .done());
    REQUIRE(
        desk.tells("case.child_protection", R"("discussion": "2026-11-09T15:00", "enquiry": true)")
            .done());

    const auto concerns = desk.every("strategy_discussion");
    REQUIRE(concerns.size() == 2);
    CHECK(shown(concerns[0].endedAt) == shown(london("2026-11-09T15:00")));
    CHECK((concerns[1].state == ClockState::Running) != secondHeld);
    const auto conferences = desk.every("cp_conference");
    REQUIRE(conferences.size() == (secondHeld ? 2U : 1U));
    CHECK(shown(conferences.back().start) == shown(london("2026-11-09T15:00")));
    CHECK(shown(conferences.front().start)
        == shown(london(secondHeld ? "2026-11-18T21:00" : "2026-11-09T15:00")));
}

TEST_CASE("CLK-52 that no conference was to be held is taken back", "[status]")
{
    const bool together = GENERATE(false, true);
    const auto back = GENERATE(R"("no_conference": "")", R"("enquiry": true)");
    WaitDesk desk;
    if (together) {
        REQUIRE(desk.tells("case.child_protection", R"("discussion": "03:30", "enquiry": true,
            "no_conference": "single assessment only")")
                    .done());
        CHECK_FALSE(desk.has("cp_conference"));
    } else {
        REQUIRE(desk.tells("case.child_protection", R"("discussion": "03:30", "enquiry": true)")
                    .done());
        REQUIRE(desk.tells("case.child_protection", R"("no_conference": "no harm")").done());
        CHECK(desk.only("cp_conference").state == ClockState::Ended);
    }
    CAPTURE(together, back);
    REQUIRE(desk.tells("case.child_protection", back).done());
    REQUIRE(desk.has("cp_conference"));
    CHECK(desk.every("cp_conference").back().state == ClockState::Running);
    CHECK(shown(desk.every("cp_conference").back().start) == shown(london("2026-11-19T03:30")));
}
