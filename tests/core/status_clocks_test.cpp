#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("CLK-10 the 28 days of s2 count from the s4 admission, in whichever order they are told",
    "[status]")
{
    const auto [second, due] = GENERATE(table<const char*, const char*>({
        {"2026-11-20T09:00", "2026-12-16T00:00"}, {"2026-11-21T22:10", "2026-12-16T00:00"},
        {"2026-11-21T22:11", "2026-12-19T00:00"}, // the 72 hours had run out
    }));
    const bool emergencyFirst = GENERATE(true, false);
    StatusDesk desk("2026-11-22T09:00");
    if (emergencyFirst)
        desk.status("s4", "2026-11-18T22:10", "H3");
    desk.status("s2", second, "A4 of Dr Adair");
    if (!emergencyFirst)
        desk.status("s4", "2026-11-18T22:10", "H3");

    CAPTURE(second, emergencyFirst);
    CHECK(shown(desk.only("s2").due) == shown(london(due)));
    CHECK(desk.only("s4").state == ClockState::Ended);
    CHECK(shown(desk.only("s4").endedAt) == shown(london(second)));
    REQUIRE(desk.record("A").statuses.size() == 2);
    CHECK(shown(desk.record("A").statuses.back().start) == shown(london(second)));
}

TEST_CASE("CLK-60 the first review is due 6 hours after the detention, each later one after 9",
    "[status]")
{
    StatusDesk desk;
    desk.status("pace", "03:40", "custody log");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T09:40")));
    desk.status("pace", "03:10", "arrest record");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T09:10")));

    desk.clock(u"2026-11-19T09:00"_s);
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "pace_review",
        "evidence": "Insp Vale"})");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T18:00")));
    desk.status("pace", "03:05", "arrest record, mended");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T18:00")));

    const bool byStatus = GENERATE(true, false);
    desk.must("grace",
        byStatus ? R"({"do": "case.status_end", "case": "$A", "outcome": "released"})"
                 : R"({"do": "case.clock_end", "case": "$A", "kind": "pace",
                       "outcome": "released"})");
    CHECK(desk.only("pace").state == ClockState::Ended);
    CHECK(desk.only("pace_review").state == ClockState::Ended);
}

TEST_CASE("CLK-24 and CLK-25 how long somebody absent may be retaken", "[status]")
{
    struct Row {
        const char* status; ///< beneath, from 18 Nov 2026 22:10
        const char* until;
    };
    const auto row = GENERATE(Row{"s2", "2026-12-16T00:00"}, Row{"s3", "2027-05-19T00:00"},
        Row{"s4", "2026-11-21T22:10"}, Row{"s5_2", "2026-11-21T22:10"},
        Row{"s5_4", "2026-11-19T04:10"}, Row{"informal", nullptr});
    StatusDesk desk;
    desk.status(row.status, "2026-11-18T22:10");

    const Reply reply = desk.status("awol", "03:40", "ward");

    CAPTURE(row.status);
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-24"_s) == !row.until);
    if (row.until)
        CHECK(shown(desk.only("awol").due) == shown(london(row.until)));
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "status": "awol",
        "outcome": "returned"})");
    for (const ClockFact& clock : desk.record("A").clocks)
        if (clock.kind == u"awol"_s)
            CHECK(clock.state == ClockState::Ended);
}

TEST_CASE("CLK-25 who absconds with the application made may be retaken by its section", "[status]")
{
    const auto [form, until] = GENERATE(table<const char*, const char*>({
        {"A2", "2026-12-17T00:00"},
        {"A6", "2027-05-19T00:00"},
        {"A10", "2026-11-22T03:40"},
    }));
    StatusDesk desk;
    const QString request = u"{\"do\": \"case.application\", \"case\": \"$A\", \"form\": \"%1\", "
                            "\"signed_at\": \"03:20\", \"signed_by_name\": \"Helen Brandt\"}"_s;
    desk.must("grace", request.arg(QString::fromLatin1(form)).toUtf8().data());

    desk.status("awol", "03:40", "police");

    CHECK(shown(desk.only("absconded").due) == shown(london(until)));
}

TEST_CASE("CLK-12 the nurse's time counts when it ended as the doctor came", "[status]")
{
    const auto [ended, start] = GENERATE(table<const char*, const char*>({
        {"2026-11-18T19:00", "2026-11-18T17:00"}, {"2026-11-18T18:30", "2026-11-18T17:00"},
        {"2026-11-18T18:29", "2026-11-18T19:00"}, // free for more than half an hour
    }));
    StatusDesk desk("2026-11-18T20:00");
    desk.status("s5_4", "2026-11-18T17:00", "H2");
    const QString end = u"{\"do\": \"case.status_end\", \"case\": \"$A\", \"at\": \"%1\", "
                        "\"outcome\": \"doctor arrived\"}"_s;
    desk.must("grace", end.arg(QString::fromLatin1(ended)).toUtf8().data());

    desk.status("s5_2", "2026-11-18T19:00", "H1");

    CAPTURE(ended);
    CHECK(shown(desk.only("s5_2").start) == shown(london(start)));
    CHECK(shown(desk.only("s5_2").due) == shown(london(start) + std::chrono::hours(72)));
    CHECK(shown(desk.only("s5_4").endedAt) == shown(london(ended)));
    CHECK(shown(desk.record("A").statuses.back().start) == shown(london("2026-11-18T19:00")));
}

TEST_CASE(
    "CLK-12 an earlier start of the nurse's power, told last, counts towards s5(2)", "[status]")
{
    StatusDesk desk("2026-11-18T20:00");
    desk.status("s5_4", "2026-11-18T17:00", "H2");
    desk.status("s5_2", "2026-11-18T19:00", "H1");

    desk.status("s5_4", "2026-11-18T16:30", "H2 as it was stamped");

    CHECK(desk.only("s5_4").state == ClockState::Ended);
    CHECK(shown(desk.only("s5_4").start) == shown(london("2026-11-18T16:30")));
    CHECK(shown(desk.only("s5_2").due) == shown(london("2026-11-21T16:30")));
    REQUIRE(desk.record("A").statuses.size() == 2);
    CHECK(shown(desk.record("A").statuses.back().start) == shown(london("2026-11-18T19:00")));
}

TEST_CASE("CLK-10 s2 counts from the s4 admission that a second recommendation ended", "[status]")
{
    StatusDesk desk;
    desk.status("s4", "2026-11-18T10:00", "H3");
    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "s4",
        "outcome": "second recommendation received"})");

    desk.status("s2", "03:55", "A4");

    CHECK(shown(desk.only("s2").due) == shown(london("2026-12-16T00:00")));
    CHECK(shown(desk.only("tribunal").due) == shown(london("2026-12-02T00:00")));
    CHECK(desk.only("s4").outcome == u"second recommendation received"_s);
}

TEST_CASE(
    "CLK-01 an earlier start told after the detention ended is another account of it", "[status]")
{
    const bool closed = GENERATE(false, true);
    StatusDesk desk;
    desk.status("s136", "03:40", "police log");
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged"})");
    if (closed)
        desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    desk.clock(u"2026-11-19T04:30"_s);

    desk.status("s136", "03:10", "ambulance log");

    const ClockFact clock = desk.only("s136");
    CHECK(clock.state == ClockState::Ended);
    CHECK(shown(clock.start) == shown(london("2026-11-19T03:10")));
    CHECK(shown(clock.due) == shown(london("2026-11-20T03:10")));
    CHECK(shown(clock.endedAt) == shown(london("2026-11-19T03:55")));
    CHECK(clock.evidence == u"ambulance log"_s);
    REQUIRE(clock.otherStarts.size() == 1);
    CHECK(clock.otherStarts[0].evidence == u"police log"_s);
    REQUIRE(desk.record("A").statuses.size() == 1);
    CHECK(desk.record("A").statuses[0].evidence == u"ambulance log"_s);
    CHECK(desk.record("A").statuses[0].ended == london("2026-11-19T03:55"));
}

TEST_CASE(
    "CLK-01 what would have run out before the known start is a detention of its own", "[status]")
{
    const auto [start, clocks] = GENERATE(
        table<const char*, std::size_t>({{"2026-11-18T03:40", 1U}, {"2026-11-18T03:39", 2U}}));
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged"})");

    desk.status("s136", start);

    CAPTURE(start);
    CHECK(desk.record("A").clocks.size() == clocks);
}

TEST_CASE("CLK-16 what is told late of a closed case starts no clock that runs on", "[status]")
{
    const char* told = GENERATE(R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund",
        "form": "A4", "at": "03:50"})",
        R"({"do": "case.status", "case": "$A", "status": "pace", "start": "03:40"})",
        R"({"do": "case.amhp_saw", "case": "$A", "at": "03:50"})",
        R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "date": "2026-11-18"})",
        R"({"do": "case.amhp_saw", "case": "$A", "date": "2026-11-18"})",
        R"({"do": "case.application", "case": "$A", "form": "A10", "signed_at": "03:40",
            "signed_by_name": "Ada Long"})",
        R"({"do": "case.s136", "case": "$A", "ambulance_asked": "03:40"})",
        R"({"do": "case.child_protection", "case": "$A", "cause": "03:40"})");
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    desk.clock(u"2026-11-19T04:30"_s);

    desk.must("grace", told);

    const Case record = desk.record("A");
    CHECK_FALSE(record.clocks.empty());
    for (const ClockFact& clock : record.clocks) {
        CHECK(clock.state == ClockState::Ended);
        CHECK(clock.outcome == u"case closed"_s);
        CHECK(clock.endedAt == *record.closedAt);
    }
    CHECK_FALSE(record.currentStatus());
    CHECK(record.outOfStep.empty());
}

TEST_CASE("HO-3.6a on a closed case a fact is judged by its own time", "[status]")
{
    const auto [command, told, field] = GENERATE(table<const char*, const char*, const char*>({
        {"case.admitted", R"("time": "03:50")", nullptr},
        {"case.admitted", R"("time": "04:10")", "time"},
        {"case.admitted", R"("hospital": "Ash Ward")", "at"},
        {"case.application", R"("form": "A2", "signed_at": "03:50", "signed_by_name": "Ada Long")",
            nullptr},
        {"case.application", R"("form": "A2", "signed_at": "04:10")", "signed_at"},
        {"case.application", R"("form": "A2", "signed_at": "03:50", "planned": true)", "at"},
        {"case.exam", R"("date": "2026-11-18")", nullptr},
        {"case.exam", R"("date": "2026-11-19")", "at"},
        {"case.s136", R"("police_came": "03:50", "police_left": "04:10")", "police_left"},
        {"case.child_protection", R"("enquiry": true)", "at"},
    }));
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    desk.clock(u"2026-11-19T04:30"_s);

    const Reply reply = desk.does("grace",
        u"{\"do\": \"%1\", \"case\": \"$A\", %2}"_s
            .arg(QString::fromLatin1(command), QString::fromLatin1(told))
            .toUtf8()
            .constData());

    CAPTURE(command, told);
    CHECK(reply.done() == !field);
    if (field) {
        REQUIRE(reply.decision.refusals.size() == 1);
        CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-23 leave runs until it was granted, and who overstays it is absent", "[status]")
{
    StatusDesk desk;
    desk.status("s3", "2026-11-01T10:00", "A6");
    const Reply bare = desk.status("s17_leave", "2026-11-18T10:00", "RC");
    CHECK(HandoverDesk::owed(bare).contains(u"CLK-23"_s));
    CHECK(HandoverDesk::refused(desk.does("grace", R"({"do": "case.status", "case": "$A",
        "status": "s136", "start": "03:00", "until": "2026-11-20T09:00"})"))
        == QStringList{u"CLK-23"_s});

    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s17_leave",
        "start": "2026-11-18T10:00", "until": "2026-11-19T20:00", "evidence": "leave form"})");
    CHECK(shown(desk.only("s17_leave").due) == shown(london("2026-11-19T20:00")));

    desk.clock(u"2026-11-19T21:00"_s);
    desk.status("awol", "2026-11-19T20:00", "ward");
    CHECK(desk.only("s17_leave").state == ClockState::Ended);
    CHECK(desk.only("awol").state == ClockState::Running);
    CHECK(desk.only("s3").state == ClockState::Running);
}

TEST_CASE("CLK-24 back after more than 28 days the week for form H6 runs", "[status]")
{
    const auto [back, owed] = GENERATE(table<const char*, bool>({
        {"2026-12-16T23:00", false},
        {"2026-12-17T00:30", true},
    }));
    StatusDesk desk;
    desk.status("s3", "2026-11-01T10:00", "A6");
    desk.status("awol", "03:40", "ward");
    desk.clock(QString::fromLatin1(back));

    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "status": "awol",
        "outcome": "brought back by the police"})");

    CAPTURE(back);
    if (owed)
        CHECK(shown(desk.only("awol_examination").due) == shown(london("2026-12-24T00:00")));
    else
        for (const ClockFact& clock : desk.record("A").clocks)
            CHECK(clock.kind != u"awol_examination"_s);
}

TEST_CASE(
    "CLK-01, CLK-12 and CLK-60 a later detention has a clock, though the one before was ended "
    "later still",
    "[status]")
{
    const char* status = GENERATE("s136", "s5_2", "s5_4", "pace");
    HandoverDesk desk;
    desk.clock(u"2026-11-19T02:00"_s);
    desk.opens("grace", "A");
    const auto tell = [&](const char* command, const QByteArray& fields) {
        return desk.must("grace",
            QByteArray(R"({"do": "COMMAND", "case": "$A", "status": "STATUS", )")
                .replace("COMMAND", command)
                .replace("STATUS", status)
                .append(fields)
                .append('}'));
    };
    tell("case.status", R"("start": "01:30", "evidence": "police log")");
    desk.clock(u"2026-11-19T08:00"_s);
    tell("case.status_end", R"("outcome": "discharged by the doctor at six")");

    const Reply again = tell("case.status", R"("start": "07:30", "evidence": "new detention")");

    const Case record = desk.record("A");
    REQUIRE(record.currentStatus());
    CHECK(shown(record.currentStatus()->start) == shown(london("2026-11-19T07:30")));
    CHECK(std::any_of(record.clocks.begin(), record.clocks.end(), [](const ClockFact& each) {
        return each.state == ClockState::Running && each.start == london("2026-11-19T07:30");
    }));
    CHECK(again.decision.notes.join(u' ').contains(u"If it is the same one, end this too"_s));
}

TEST_CASE("CLK-01 CLK-10 CLK-13 each status ends with the one that followed, in whichever order "
          "they are told",
    "[status]")
{
    struct Row {
        std::vector<const char*> statuses; ///< from 20 Nov 2026 10:00, each a day after the last
        const char* kind;
        const char* ended;
        const char* outcome;
    };
    const auto row = GENERATE(values<Row>({
        {{"s136", "s4", "s3"}, "s136", "2026-11-21T10:00", "followed by s4"},
        {{"s5_4", "s5_2", "s2"}, "s5_4", "2026-11-21T10:00", "followed by s5(2)"},
        {{"s4", "s2", "s3"}, "s4", "2026-11-21T10:00", "followed by s2"},
        {{"s4", "s2", "s3"}, "tribunal", "2026-11-22T10:00", "followed by s3"},
    }));
    std::vector<std::size_t> order{0, 1, 2};
    for (int turns = GENERATE(range(0, 6)); turns > 0; --turns)
        std::next_permutation(order.begin(), order.end());
    StatusDesk desk("2026-11-30T12:00");
    for (const std::size_t at : order)
        desk.status(row.statuses[at],
            u"2026-11-%1T10:00"_s.arg(20 + static_cast<int>(at)).toUtf8().constData(), "H3");

    CAPTURE(row.kind, order[0], order[1], order[2]);
    const ClockFact clock = desk.only(row.kind);
    CHECK(clock.state == ClockState::Ended);
    CHECK(shown(clock.endedAt) == shown(london(row.ended)));
    CHECK(clock.outcome == QString::fromLatin1(row.outcome));
    const Case record = desk.record("A");
    for (const StatusEpisode& each : record.statuses)
        if (each.clock == clock.id) {
            REQUIRE(each.ended);
            CHECK(shown(*each.ended) == shown(clock.endedAt));
        }
    CHECK(record.outOfStep.empty());
}
