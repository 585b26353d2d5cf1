#include "core/casework/assessment/assessment_rules.h"
#include "tests/support/waiting_desk.h"

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("HO-3.9a the AMHP who assessed completes the application", "[assessment]")
{
    WaitingDesk desk;
    desk.recommended();

    const Reply reply = desk.must("helen", R"({"do": "case.application", "case": "$A",
        "form": "A2", "signed_at": "19:35", "hospital": "Ash Ward, North Anyshire Hospital"})");

    const Case record = desk.record("A");
    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(HandoverDesk::owed(reply).isEmpty());
    CHECK(record.application->signedBy == u"Helen Brandt"_s);
    CHECK(shown(record.application->signedAt) == shown(london("2026-11-19T19:35")));
    CHECK(record.stage.current() == Stage::ApplicationMade);
    CHECK_FALSE(awaitsBed(record));
}

TEST_CASE("HO-3.9a another AMHP's signature is a fact and flagged, unless that AMHP assessed too",
    "[assessment]")
{
    const bool assessedToo = GENERATE(false, true);
    WaitingDesk desk;
    if (assessedToo)
        desk.must("kofi", R"({"do": "case.assessment", "case": "$A", "again": true,
            "started": "19:00", "outcome": "s2"})");

    const Reply reply = desk.must("kofi",
        R"({"do": "case.application", "case": "$A", "form": "A2", "hospital": "Ash Ward"})");

    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.9a"_s) == !assessedToo);
    CHECK(desk.record("A").application->signedBy == u"Kofi Mensah"_s);
    CHECK(desk.record("A").flags.size() == (assessedToo ? 0U : 1U));
}

TEST_CASE("HO-3.9a the desk's own plan for another AMHP to sign is refused", "[assessment]")
{
    const auto [signer, refused] = GENERATE(table<const char*, bool>({
        {"helen", false},
        {"kofi", true},
    }));
    WaitingDesk desk;

    const Reply reply = desk.does("priya",
        QByteArray(R"({"do": "case.application", "case": "$A", "form": "A2", "planned": true,
            "planned_for": "21:00", "signed_by": "SIGNER", "hospital": "Ash Ward"})")
            .replace("SIGNER", signer));

    CHECK(HandoverDesk::refused(reply) == (refused ? QStringList{u"HO-3.9a"_s} : QStringList{}));
    CHECK(desk.record("A").applicationPlan.has_value() == !refused);
    CHECK_FALSE(desk.record("A").application);
}

TEST_CASE("A nearest relative's application needs no AMHP's assessment", "[assessment]")
{
    WaitingDesk desk;

    const Reply reply = desk.must("kofi", R"({"do": "case.application", "case": "$A",
        "form": "A1", "signed_by_name": "Jan Lisle", "hospital": "Ash Ward"})");

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(desk.record("A").application->signedBy == u"Jan Lisle"_s);
}

TEST_CASE("CLK-15 an application after the 14th day since the AMHP saw the person is flagged",
    "[assessment]")
{
    const auto [signedAt, flagged] = GENERATE(table<const char*, bool>({
        {"2026-12-02T23:59", false},
        {"2026-12-03T00:00", true},
    }));
    WaitingDesk desk;
    desk.must("helen", R"({"do": "case.amhp_saw", "case": "$A", "at": "10:15"})");
    desk.clock(u"2026-12-03T00:10"_s);

    const Reply reply = desk.must("helen",
        QByteArray(R"({"do": "case.application", "case": "$A", "form": "A2",
            "signed_at": "AT", "hospital": "Ash Ward"})")
            .replace("AT", signedAt));

    CAPTURE(signedAt);
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-15"_s) == flagged);
}

TEST_CASE("CLK-15 only what the signing AMHP saw counts, and the start of an assessment is seeing",
    "[assessment]")
{
    const auto [signer, flagged] = GENERATE(table<const char*, bool>({
        {"helen", true}, // saw on 19 November
        {"grace", false}, // saw on 1 December
    }));
    WaitingDesk desk;
    desk.clock(u"2026-12-01T11:00"_s);
    desk.must("grace", R"({"do": "case.assessment", "case": "$A", "again": true,
        "started": "10:00", "outcome": "s2"})");
    desk.clock(u"2026-12-03T12:00"_s);

    const Reply reply = desk.must("helen",
        QByteArray(R"({"do": "case.application", "case": "$A", "form": "A2",
            "signed_by": "SIGNER", "hospital": "Ash Ward"})")
            .replace("SIGNER", signer));

    CAPTURE(signer);
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-15"_s) == flagged);
}

TEST_CASE("CLK-15 an application that is signed anew is looked at anew", "[assessment]")
{
    WaitingDesk desk;
    desk.must("helen", R"({"do": "case.amhp_saw", "case": "$A", "at": "10:15"})");
    REQUIRE(HandoverDesk::flagged(desk.signs("A2")).isEmpty());
    desk.clock(u"2026-12-03T12:00"_s);

    const Reply reply = desk.must("helen",
        R"({"do": "case.application", "case": "$A", "form": "A2", "hospital": "Oak Ward"})");

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"CLK-15"_s});
}

TEST_CASE("CLK-15 for s4 the AMHP saw the person within 24 hours", "[assessment]")
{
    const auto [signedAt, flagged] = GENERATE(table<const char*, bool>({
        {"2026-11-20T10:15", false},
        {"2026-11-20T10:16", true},
    }));
    WaitingDesk desk;
    desk.clock(u"2026-11-20T11:00"_s);

    const Reply reply = desk.must("helen",
        QByteArray(R"({"do": "case.application", "case": "$A", "form": "A10",
            "signed_at": "AT", "hospital": "Ash Ward"})")
            .replace("AT", signedAt));

    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-15"_s) == flagged);
}

TEST_CASE(
    "CLK-10 CLK-11 an emergency application runs 24 h to admission, then 72 h", "[assessment]")
{
    WaitingDesk desk;
    desk.must("helen", R"({"do": "case.exam", "case": "$A", "form": "A11", "doctor": "Dr Lund",
        "at": "11:00"})");
    CHECK(shown(desk.clockOf("s4_admission")->due) == shown(london("2026-11-20T11:00")));
    desk.must("helen", R"({"do": "case.application", "case": "$A", "form": "A10",
        "signed_at": "19:30", "hospital": "Ash Ward"})");
    CHECK(shown(desk.clockOf("s4_admission")->due) == shown(london("2026-11-20T11:00")));
    desk.clock(u"2026-11-19T22:20"_s);

    desk.must("helen", R"({"do": "case.admitted", "case": "$A", "time": "22:10"})");

    CHECK(desk.clockOf("s4_admission")->state == ClockState::Ended);
    REQUIRE(desk.clockOf("s4"));
    CHECK(shown(desk.clockOf("s4")->due) == shown(london("2026-11-22T22:10")));
    CHECK(desk.record("A").currentStatus()->status == LegalStatus::S4);
}

TEST_CASE("CLK-10 a second recommendation after a s4 admission starts no wait for admission",
    "[assessment]")
{
    WaitingDesk desk;
    desk.exam("Dr Lund", "A11");
    desk.signs("A10");
    desk.must("helen", R"({"do": "case.admitted", "case": "$A", "time": "19:38"})");
    REQUIRE(desk.clockOf("s4_admission")->state == ClockState::Ended);
    desk.clock(u"2026-11-20T15:00"_s);

    desk.exam("Dr Adair", "A4", "14:30");
    desk.exam("Dr Moss", "A4", "2026-11-19T18:00");

    for (const ClockFact& each : desk.record("A").clocks)
        if (each.kind == u"conveyance_14d"_s || each.kind == u"exam_gap_5d"_s)
            CHECK(each.state == ClockState::Ended);
}

TEST_CASE("S2 the admission ends s136 with the time that was left", "[assessment]")
{
    WaitingDesk desk;
    desk.recommended();
    desk.must("helen", R"({"do": "case.application", "case": "$A", "form": "A2",
        "signed_at": "19:35", "hospital": "Ash Ward"})");
    desk.clock(u"2026-11-19T21:10"_s);
    desk.must("kofi",
        R"({"do": "case.conveyance", "case": "$A", "requested": "20:10", "arrived": "21:05"})");
    CHECK(desk.record("A").stage.current() == Stage::Conveying);
    desk.clock(u"2026-11-19T22:20"_s);

    desk.must("kofi", R"({"do": "case.admitted", "case": "$A", "time": "22:10"})");

    const Case record = desk.record("A");
    const ClockFact* clock = desk.clockOf("s136");
    CHECK(clock->state == ClockState::Ended);
    CHECK(clock->outcome == u"admitted"_s);
    CHECK(clock->due - clock->endedAt == std::chrono::minutes(330));
    CHECK(record.stage.current() == Stage::Admitted);
    CHECK(record.admittedTo == u"Ash Ward"_s);
    CHECK_FALSE(openInterimCheck(record));
    for (const StatusEpisode& episode : record.statuses)
        if (episode.status == LegalStatus::S136)
            CHECK(episode.ended.has_value());
}

TEST_CASE("CLK-40 the admission ends the 12 hours in ED", "[assessment]")
{
    WaitingDesk desk;
    desk.must("helen", R"({"do": "case.place", "case": "$A", "kind": "ed", "at": "16:00"})");
    desk.must("helen", R"({"do": "case.decision_to_admit", "case": "$A", "time": "16:30"})");
    REQUIRE(desk.clockOf("ed_12h"));

    desk.must("kofi", R"({"do": "case.admitted", "case": "$A", "hospital": "Ash Ward"})");

    CHECK(desk.clockOf("ed_12h")->state == ClockState::Ended);
}

TEST_CASE("Conveyance cannot arrive before it was asked for", "[assessment]")
{
    WaitingDesk desk;

    CHECK(
        HandoverDesk::refused(desk.does("kofi",
            R"({"do": "case.conveyance", "case": "$A", "requested": "19:30", "arrived": "19:00"})"))
        == QStringList{u"arrived"_s});
    CHECK(HandoverDesk::refused(desk.does("kofi", R"({"do": "case.conveyance", "case": "$A"})"))
        == QStringList{u"requested"_s});
}

TEST_CASE("ESC-2.1 the wait for an ambulance has a clock of two hours and is flagged past it",
    "[assessment]")
{
    struct Row {
        const char* arrived;
        bool flagged;
    };
    const auto row = GENERATE(Row{"2026-11-19T22:55", false}, Row{"2026-11-19T22:56", true});
    WaitingDesk desk;
    desk.clock(u"2026-11-19T20:55"_s);
    desk.must("kofi", R"({"do": "case.conveyance", "case": "$A", "requested": "20:55"})");
    REQUIRE(desk.clockOf("conveyance"));
    CHECK(desk.clockOf("conveyance")->due == london("2026-11-19T22:55"));
    CHECK(desk.clockOf("conveyance")->state == ClockState::Running);

    desk.clock(u"2026-11-20T00:10"_s);
    const Reply reply = desk.must("kofi",
        QByteArray(R"({"do": "case.conveyance", "case": "$A", "arrived": ")"
            + QByteArray(row.arrived) + R"("})")
            .constData());

    CHECK(desk.clockOf("conveyance")->state == ClockState::Ended);
    CHECK(desk.clockOf("conveyance")->endedAt == london(row.arrived));
    CHECK(HandoverDesk::flagged(reply).contains(u"ESC-2.1"_s) == row.flagged);
}

TEST_CASE("ESC-2.1 the wait for an ambulance is judged when its request is told after its arrival",
    "[assessment]")
{
    WaitingDesk desk;
    desk.clock(u"2026-11-19T23:30"_s);
    desk.must("kofi", R"({"do": "case.conveyance", "case": "$A", "arrived": "22:56"})");

    const Reply asked
        = desk.must("kofi", R"({"do": "case.conveyance", "case": "$A", "requested": "20:55"})");
    CHECK(HandoverDesk::flagged(asked) == QStringList{u"ESC-2.1"_s});
    CHECK_FALSE(desk.clockOf("conveyance"));

    desk.must("kofi", R"({"do": "case.conveyance", "case": "$A", "requested": "23:10"})");
    REQUIRE(desk.clockOf("conveyance"));
    CHECK(desk.clockOf("conveyance")->state == ClockState::Running);
}

TEST_CASE("A bed is offered by one specific hospital", "[assessment]")
{
    WaitingDesk desk;

    const Reply reply
        = desk.must("kofi", R"({"do": "case.bed", "case": "$A", "result": "offered"})");

    CHECK(HandoverDesk::owed(reply) == QStringList{u"REC-2.3"_s});
    CHECK(bedOffered(desk.record("A")) == nullptr);
    desk.must(
        "kofi", R"({"do": "case.bed", "case": "$A", "result": "offered", "hospital": "Ash Ward"})");
    CHECK(bedOffered(desk.record("A"))->hospital == u"Ash Ward"_s);
    desk.must("kofi",
        R"({"do": "case.bed", "case": "$A", "result": "declined", "hospital": "Ash Ward"})");
    CHECK(bedOffered(desk.record("A")) == nullptr);
}

TEST_CASE(
    "CLK-08 CLK-09 CLK-22 with the admission the detention's own clocks begin", "[assessment]")
{
    struct Row {
        const char* form;
        const char* kind;
        const char* due;
    };
    const auto row = GENERATE(values<Row>({{"A2", "s2", "2026-12-17T00:00"},
        {"A6", "s3", "2027-05-19T00:00"}, {"A1", "s2", "2026-12-17T00:00"}}));
    WaitingDesk desk;
    desk.must("helen",
        (std::string(R"({"do": "case.application", "case": "$A", "form": ")") + row.form
            + R"(", "signed_at": "19:35", "signed_by_name": "Helen Brandt",
            "hospital": "Ash Ward"})")
            .c_str());
    desk.must("helen", R"({"do": "case.admitted", "case": "$A"})");

    CAPTURE(row.form);
    REQUIRE(desk.clockOf(row.kind));
    CHECK(shown(desk.clockOf(row.kind)->due) == shown(london(row.due)));
    CHECK((desk.clockOf("tribunal") != nullptr) == (desk.clockOf("s2") != nullptr));
    if (desk.clockOf("tribunal"))
        CHECK(shown(desk.clockOf("tribunal")->due) == shown(london("2026-12-03T00:00")));
    REQUIRE(desk.clockOf("s15_rectification"));
    CHECK(shown(desk.clockOf("s15_rectification")->due) == shown(london("2026-12-03T00:00")));
    CHECK(desk.record("A").currentStatus()->clock == desk.clockOf(row.kind)->id);
}

TEST_CASE(
    "CLK-08 after the admission the hospital keeps the time, and the case closes", "[assessment]")
{
    WaitingDesk desk;
    desk.must("helen", R"({"do": "case.application", "case": "$A", "form": "A2",
        "signed_at": "19:35", "hospital": "Ash Ward"})");
    desk.must("helen", R"({"do": "case.admitted", "case": "$A"})");

    REQUIRE(desk.does("helen", R"({"do": "case.close", "case": "$A", "outcome": "s2"})").done());

    CHECK(desk.clockOf("s2")->outcome == u"kept by the hospital"_s);
    CHECK(desk.clockOf("tribunal")->outcome == u"kept by the hospital"_s);
    CHECK(desk.clockOf("s2")->state == ClockState::Ended);
}

TEST_CASE(
    "CLK-21 the nearest relative's own application owes a report on circumstances", "[assessment]")
{
    const auto [form, owes] = GENERATE(table<const char*, bool>(
        {{"A1", true}, {"A5", true}, {"A9", false}, {"A2", false}, {"A6", false}}));
    WaitingDesk desk;
    desk.must("helen",
        QByteArray(R"({"do": "case.application", "case": "$A", "form": "FORM",
            "signed_at": "19:35", "signed_by_name": "Helen Brandt", "hospital": "Ash Ward"})")
            .replace("FORM", form));
    desk.must("helen", R"({"do": "case.admitted", "case": "$A"})");

    std::vector<QString> due;
    for (const Task& each : desk.record("A").tasks)
        if (each.kind == u"circumstances_report"_s)
            due.push_back(shown(each.due));
    CAPTURE(form);
    CHECK(due
        == (owes ? std::vector<QString>{shown(london("2026-11-20T17:00"))}
                 : std::vector<QString>{}));
}

TEST_CASE("CLK-08 s2 told without the admission has its time for the tribunal too", "[assessment]")
{
    WaitingDesk desk;
    desk.must("helen", R"({"do": "case.status", "case": "$A", "status": "s2",
        "start": "2026-11-18 22:00", "evidence": "form H3"})");

    REQUIRE(desk.clockOf("tribunal"));
    CHECK(shown(desk.clockOf("tribunal")->due) == shown(london("2026-12-02T00:00")));
    desk.must("helen",
        R"({"do": "case.status_end", "case": "$A", "status": "s2", "outcome": "discharged"})");
    CHECK(desk.clockOf("tribunal")->outcome == u"discharged"_s);
}
