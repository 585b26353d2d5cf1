#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "CLK-12 CLK-13 a holding power that follows at once on another like it is flagged", "[status]")
{
    const auto [status, clause]
        = GENERATE(table<const char*, const char*>({{"s5_2", "CLK-12"}, {"s5_4", "CLK-13"}}));
    const auto [start, flagged] = GENERATE(table<const char*, bool>({
        {"2026-11-19T02:00", true},
        {"2026-11-19T02:30", true},
        {"2026-11-19T02:31", false},
    }));
    StatusDesk desk;
    desk.status(status, "2026-11-18T22:10", "H1");
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "informal",
        "at": "2026-11-19T02:00"})");

    const Reply reply = desk.status(status, start, "another form");

    CAPTURE(status, start);
    CHECK(HandoverDesk::flagged(reply)
        == (flagged ? QStringList{QString::fromLatin1(clause)} : QStringList{}));
    CHECK(desk.record("A").clocks.size() == 2);
}

TEST_CASE("CLK-08 a second s2 on the day on which the first ended is flagged", "[status]")
{
    struct Row {
        const char* ended; ///< none: it lapsed on 18 Nov at 24:00
        const char* start;
        bool flagged;
    };
    const auto row = GENERATE(values<Row>({
        {nullptr, "2026-11-19T00:01", true},
        {nullptr, "2026-11-19T23:59", true},
        {nullptr, "2026-11-20T00:00", false},
        {"2026-11-18T14:00", "2026-11-18T23:59", true},
        {"2026-11-18T14:00", "2026-11-19T00:00", false},
        {"2026-11-18T23:50", "2026-11-19T00:20", true},
        {"2026-11-18T23:50", "2026-11-19T00:21", false},
    }));
    const bool secondFirst = GENERATE(false, true) && !row.ended;
    CAPTURE(row.ended, row.start, secondFirst);
    StatusDesk desk("2026-11-20T09:00");
    if (secondFirst)
        desk.status("s2", row.start, "second H3");
    Reply reply = desk.status("s2", "2026-10-22T10:00", "H3");
    if (row.ended)
        REQUIRE(asks(desk,
            QByteArray(R"("do": "case.status_end", "status": "s2", "outcome": "discharged",
                "at": "AT")")
                .replace("AT", row.ended)
                .constData())
                    .done());
    if (!secondFirst)
        reply = desk.status("s2", row.start, "second H3");

    CHECK(HandoverDesk::flagged(reply) == (row.flagged ? QStringList{u"CLK-08"_s} : QStringList{}));
}

TEST_CASE("CLK-12 CLK-13 whoever was held between the nurse's 6 hours and s5(2) is flagged as such",
    "[status]")
{
    const auto [informal, doctor, flagged] = GENERATE(table<const char*, const char*, bool>({
        {nullptr, "2026-11-19T03:30", false}, {nullptr, "2026-11-19T03:31", true},
        {nullptr, "2026-11-19T04:01", true}, {nullptr, "2026-11-19T09:00", true},
        {"2026-11-19T02:00", "2026-11-19T09:00", false},
        {"2026-11-19T03:45", "2026-11-19T09:00", false}, // there of their own will since
    }));
    StatusDesk desk("2026-11-19T09:30");
    desk.status("s5_4", "2026-11-18T21:30", "H2");
    if (informal)
        desk.status("informal", informal, "ward");

    const Reply reply = desk.status("s5_2", doctor, "H1");

    CAPTURE(informal, doctor);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-12"_s} : QStringList{}));
    CHECK(desk.record("A").flags.size() == (flagged ? 1 : 0));
}

TEST_CASE("CLK-12 s5(2) on somebody who is no in-patient is flagged", "[status]")
{
    const auto [place, flagged] = GENERATE(table<const char*, bool>(
        {{"ed", true}, {"home", true}, {"ward", false}, {"not_known", false}}));
    StatusDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "case.place", "case": "$A", "kind": "PLACE", "at": "03:00"})")
            .replace("PLACE", place));

    const Reply reply = desk.status("s5_2", "03:40", "H1");

    CAPTURE(place);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-12"_s} : QStringList{}));
    CHECK(desk.only("s5_2").state == ClockState::Running);
}

TEST_CASE("CLK-12 s5(2) is flagged once the place where it began is learned", "[status]")
{
    const auto [kind, at, flagged] = GENERATE(table<const char*, const char*, bool>({
        {"ed", "03:00", true},
        {"ed", "03:40", true},
        {"ed", "03:41", false}, // they went there afterwards
        {"ward", "03:00", false},
    }));
    StatusDesk desk;
    REQUIRE(HandoverDesk::flagged(desk.status("s5_2", "03:40", "H1")).isEmpty());
    const QByteArray place = QByteArray(R"({"do": "case.place", "case": "$A", "kind": "KIND",
        "at": "AT"})")
                                 .replace("KIND", kind)
                                 .replace("AT", at);

    CAPTURE(kind, at);
    const Reply reply = desk.must("grace", place);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-12"_s} : QStringList{}));
    CHECK(HandoverDesk::flagged(desk.must("grace", place)).isEmpty());
    CHECK(desk.record("A").flags.size() == (flagged ? 1 : 0));
}

TEST_CASE("CLK-10 s2 after the 72 hours of s4 without a new application is flagged", "[status]")
{
    const auto [second, flagged] = GENERATE(table<const char*, bool>({
        {"2026-11-21T22:10", false},
        {"2026-11-21T22:11", true},
    }));
    const bool emergencyFirst = GENERATE(true, false);
    const bool applied = GENERATE(false, true);
    StatusDesk desk("2026-11-22T09:00");
    if (applied)
        desk.must("grace", R"({"do": "case.application", "case": "$A", "form": "A2",
            "signed_at": "2026-11-21T20:00", "signed_by_name": "Helen Brandt"})");
    if (emergencyFirst)
        desk.status("s4", "2026-11-18T22:10", "H3");
    Reply reply = desk.status("s2", second, "A4 of Dr Adair");
    if (!emergencyFirst)
        reply = desk.status("s4", "2026-11-18T22:10", "H3");

    CAPTURE(second, emergencyFirst, applied);
    CHECK(HandoverDesk::flagged(reply)
        == (flagged && !applied ? QStringList{u"CLK-10"_s} : QStringList{}));
}

TEST_CASE("CLK-05 an entry on a warrant that had run out, or was spent, is flagged", "[status]")
{
    const auto [due, flagged] = GENERATE(table<const char*, bool>({
        {"2026-11-19T03:40", false},
        {"2026-11-19T03:39", true},
    }));
    StatusDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "s135_warrant",
            "start": "2026-11-12T10:00", "due": "DUE", "evidence": "the warrant"})")
            .replace("DUE", due));

    const Reply reply = desk.status("s135_1", "03:40", "constable entered");
    CAPTURE(due);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-05"_s} : QStringList{}));

    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "not found"})");
    desk.clock(u"2026-11-19T08:00"_s);
    CHECK(HandoverDesk::flagged(desk.status("s135_1", "07:50", "constable entered again"))
        == QStringList{u"CLK-05"_s});
}

TEST_CASE("CLK-05 an entry of which no warrant is on the record is no fault of its own", "[status]")
{
    StatusDesk desk;

    CHECK(HandoverDesk::flagged(desk.status("s135_1", "03:40", "constable entered")).isEmpty());
}

TEST_CASE(
    "CLK-25 CLK-26 CLK-60 the admission ends what held the person, or sought them", "[status]")
{
    StatusDesk desk;
    desk.status("pace", "03:10", "custody log");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "appropriate_adult",
        "start": "03:20"})");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "cto_recall",
        "start": "03:20"})");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "absconded",
        "start": "03:20", "due": "2026-12-10T00:00"})");
    desk.clock(u"2026-11-19T05:00"_s);
    desk.status("s136", "04:50");

    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "time": "04:30",
        "hospital": "Ash Ward"})");

    for (const char* kind :
        {"pace", "pace_review", "appropriate_adult", "cto_recall", "absconded"}) {
        CAPTURE(kind);
        CHECK(desk.only(kind).state == ClockState::Ended);
        CHECK(desk.only(kind).outcome == u"admitted"_s);
    }
    CHECK(desk.only("s136").state == ClockState::Running); // began after
    const Case record = desk.record("A");
    CHECK(record.statuses.front().endReason == u"admitted"_s);
    CHECK(record.place.current().kind == PlaceKind::Ward);
    CHECK(record.place.current().detail == u"Ash Ward"_s);
    CHECK(record.outOfStep.empty());
}

TEST_CASE("Whoever was admitted is on the ward until another place is told of later", "[status]")
{
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "home", "at": "03:50"})");

    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "time": "03:30",
        "hospital": "Ash Ward"})");

    const Case record = desk.record("A");
    CHECK(record.place.at(london("2026-11-19T03:40")).kind == PlaceKind::Ward);
    CHECK(record.place.current().kind == PlaceKind::Home);
}

TEST_CASE("CLK-53 police protection of an adult is recorded and flagged", "[status]")
{
    const auto [born, flagged] = GENERATE(
        table<const char*, bool>({{"1969-05-01", true}, {"2010-05-01", false}, {"", false}}));
    StatusDesk desk;
    if (*born) {
        desk.must("grace",
            QByteArray(R"({"do": "person.add", "as": "P", "name": "Sam Reed", "born": "BORN"})")
                .replace("BORN", born));
        desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$P"})");
    }

    const Reply reply = desk.status("police_protection", "03:40");

    CAPTURE(born);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-53"_s} : QStringList{}));
    CHECK(desk.only("police_protection").state == ClockState::Running);
}

TEST_CASE("CLK-05 a warrant told after the entry is spent with it, and judged", "[status]")
{
    const auto [start, due, spent, flagged] = GENERATE(table<const char*, const char*, bool, bool>({
        {"2026-11-12T10:00", "2026-11-19T03:40", true, false},
        {"2026-11-12T10:00", "2026-11-19T03:39", true, true},
        {"2026-11-19T03:41", "2026-12-18T23:59", false, false}, // issued after it
    }));
    StatusDesk desk;
    desk.status("s135_1", "03:40", "constable entered");
    const QByteArray warrant = QByteArray(R"({"do": "case.clock_start", "case": "$A",
        "kind": "s135_warrant", "start": "START", "due": "DUE", "evidence": "the warrant"})")
                                   .replace("START", start)
                                   .replace("DUE", due);

    const Reply reply = desk.must("grace", warrant);

    CAPTURE(start, due);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-05"_s} : QStringList{}));
    CHECK((desk.only("s135_warrant").state == ClockState::Ended) == spent);
    if (spent)
        CHECK(shown(desk.only("s135_warrant").endedAt) == shown(london("2026-11-19T03:40")));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-05 a valid warrant that turns up takes the ground from the flag", "[status]")
{
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "s135_warrant",
        "start": "2026-11-12T10:00", "due": "2026-11-19T03:39"})");
    REQUIRE(HandoverDesk::flagged(desk.status("s135_1", "03:40")) == QStringList{u"CLK-05"_s});

    const Reply reply = desk.must("grace", R"({"do": "case.clock_start", "case": "$A",
        "kind": "s135_warrant", "start": "2026-11-18T10:00", "due": "2026-12-18T23:59"})");

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(reply.decision.notes.join(u' ').contains(u"no longer holds"_s));
    CHECK(desk.record("A").clocks.back().state == ClockState::Ended);
    CHECK(desk.record("A").flags.empty());
    CHECK(desk.record("A").entries.back().words.contains(u"no longer holds"_s));
}

TEST_CASE("CLK-12 s5(2) is judged again when its start or its place is put right", "[status]")
{
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ed", "at": "02:00"})");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ward", "at": "03:15"})");
    REQUIRE(HandoverDesk::flagged(desk.status("s5_2", "03:40", "H1")).isEmpty());

    CHECK(HandoverDesk::flagged(desk.status("s5_2", "03:20", "H1, other")).isEmpty());
    const Reply earlier = desk.status("s5_2", "03:10", "H1, a third");
    CHECK(HandoverDesk::flagged(earlier) == QStringList{u"CLK-12"_s});
    CHECK(shown(desk.only("s5_2").start) == shown(london("2026-11-19T03:10")));

    const Reply ward = desk.must(
        "grace", R"({"do": "case.place", "case": "$A", "kind": "ward", "at": "03:05"})");
    CHECK(HandoverDesk::flagged(ward).isEmpty());
    CHECK(ward.decision.notes.join(u' ').contains(u"CLK-12"_s));
    CHECK(desk.record("A").flags.empty());
}
