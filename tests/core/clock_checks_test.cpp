#include "core/paper/chronicle.h"
#include "core/rows/row.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* authorised = R"({"do": "case.place", "case": "$A", "kind": "police_station",
    "detail": "Midvale", "authority": "Insp Hale", "authority_rank": "inspector",
    "why_station": "Imminent risk; no suite free"})";

/// Max is held under s136 in a police station from Thu 19 Nov 2026 at 22:00.
struct StationDesk : StatusDesk {
    StationDesk() : StatusDesk("2026-11-19T22:00")
    {
        must("grace", R"({"do": "person.add", "name": "Max", "born": "1980-01-01", "as": "Max"})");
        must("grace", R"({"do": "case.describe", "case": "$A", "person": "$Max"})");
        status("s136", "22:00");
        must("grace", authorised);
    }
};

std::vector<ClockFact> runningOf(const Case& record, const char* kind)
{
    std::vector<ClockFact> running;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == QString::fromLatin1(kind) && clock.state == ClockState::Running)
            running.push_back(clock);
    return running;
}

QStringList linesWith(const HandoverDesk& desk, const QString& words)
{
    QStringList texts;
    for (const ChronicleLine& line : chronicleOf(desk.record("A"), desk.calendar().profile()))
        if (line.text.contains(words))
            texts.append(line.text);
    return texts;
}

/// A check of `kind` that `seen` tells, by the command that ends its clock or that starts it.
Reply checks(HandoverDesk& desk, bool byEnd, const char* kind, const char* seen, const char* at)
{
    const QString request = byEnd
        ? u"{\"do\": \"case.clock_end\", \"outcome\": \"%2\", \"case\": \"$A\", \"kind\": \"%1\", "
          "\"at\": \"%3\", \"late_reason\": \"Read from the custody record\"}"_s
        : u"{\"do\": \"case.clock_start\", \"evidence\": \"%2\", \"case\": \"$A\", "
          "\"kind\": \"%1\", \"at\": \"%3\", \"late_reason\": \"Read from the custody record\"}"_s;
    return desk.must("grace",
        request.arg(QString::fromLatin1(kind), QString::fromLatin1(seen), QString::fromLatin1(at))
            .toUtf8()
            .constData());
}

}

TEST_CASE("CLK-03 a check that is told after a later one has its line and moves nothing", "[clock]")
{
    const bool byEnd = GENERATE(true, false);
    const bool laterByEnd = GENERATE(true, false);
    StationDesk desk;
    desk.clock(u"2026-11-20T00:05"_s);
    checks(desk, laterByEnd, "station_check", "Nurse Bray: asleep", "2026-11-19T23:58");

    checks(desk, byEnd, "station_check", "Nurse Ames: calm", "2026-11-19T22:25");

    CAPTURE(byEnd, laterByEnd);
    const Case record = desk.record("A");
    const auto running = runningOf(record, "station_check");
    REQUIRE(running.size() == 1);
    CHECK(shown(running[0].due) == shown(london("2026-11-20T00:28")));
    REQUIRE(record.entries.size() == 1);
    CHECK(shown(record.entries[0].occurred) == shown(london("2026-11-19T22:25")));
    CHECK(record.entries[0].late);
    CHECK(record.entries[0].lateReason == u"Read from the custody record"_s);
    CHECK(linesWith(desk, u"Nurse Ames: calm"_s).size() == 1);
    CHECK(linesWith(desk, u"Nurse Bray: asleep"_s).size() == 1);
    CHECK(record.outOfStep.empty());

    checks(desk, byEnd, "station_check", "Nurse Ames: calm", "2026-11-19T22:25");
    CHECK(desk.record("A").entries.size() == 1);
}

TEST_CASE(
    "CLK-60 a review that is told after a later one has its line and moves nothing", "[clock]")
{
    const bool byEnd = GENERATE(true, false);
    StatusDesk desk;
    desk.status("pace", "03:40", "custody log");
    desk.clock(u"2026-11-19T09:30"_s);
    checks(desk, byEnd, "pace_review", "Insp Vale: goes on", "09:20");

    checks(desk, byEnd, "pace_review", "Insp Hale: goes on", "06:00");

    CAPTURE(byEnd);
    const auto running = runningOf(desk.record("A"), "pace_review");
    REQUIRE(running.size() == 1);
    CHECK(shown(running[0].due) == shown(london("2026-11-19T18:20")));
    CHECK(linesWith(desk, u"Insp Hale: goes on"_s).size() == 1);
    CHECK(linesWith(desk, u"Insp Vale: goes on"_s).size() == 1);
}

TEST_CASE("CLK-03 a check that is told once the person has left has its line, and no clock runs",
    "[clock]")
{
    const bool byEnd = GENERATE(true, false);
    StationDesk desk;
    desk.clock(u"2026-11-19T23:10"_s);
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "s136_suite",
        "at": "23:00"})");

    checks(desk, byEnd, "station_check", "Nurse Ames: calm", "22:40");

    CAPTURE(byEnd);
    CHECK(runningOf(desk.record("A"), "station_check").empty());
    CHECK(linesWith(desk, u"Nurse Ames: calm"_s).size() == 1);
}

TEST_CASE("CLK-03 each check that is told with its clock has a line", "[clock]")
{
    StationDesk desk;
    desk.clock(u"2026-11-19T22:26"_s);
    checks(desk, false, "station_check", "Nurse Ames: calm", "22:26");
    desk.clock(u"2026-11-19T22:51"_s);
    checks(desk, false, "station_check", "Nurse Bray: asleep", "22:51");

    CHECK(linesWith(desk, u"Health check in the police station: "_s)
        == QStringList{u"Health check in the police station: Nurse Ames: calm"_s,
            u"Health check in the police station: Nurse Bray: asleep"_s});
    const ClockFact clock = desk.only("station_check");
    CHECK(clock.renewals.size() == 2);
    CHECK(shown(clock.began.at) == shown(london("2026-11-19T22:00")));
    CHECK(shown(clock.due) == shown(london("2026-11-19T23:21")));
}

TEST_CASE("CLK-03 a check of which no place is told has a line too", "[clock]")
{
    StatusDesk desk;
    checks(desk, false, "station_check", "Nurse Ames: calm", "03:55");
    CHECK(linesWith(desk, u"Nurse Ames: calm"_s).size() == 1);

    desk.clock(u"2026-11-19T04:20"_s);
    checks(desk, false, "station_check", "Nurse Bray: asleep", "04:20");
    CHECK(linesWith(desk, u"Nurse Ames: calm"_s).size() == 1);
    CHECK(linesWith(desk, u"Nurse Bray: asleep"_s).size() == 1);
}

TEST_CASE("CLK-60 what a later account of the detention moves is no review", "[clock]")
{
    StatusDesk desk;
    desk.status("pace", "03:40", "custody log");
    desk.status("pace", "03:10", "arrest record");
    desk.clock(u"2026-11-19T09:00"_s);
    checks(desk, false, "pace_review", "Insp Vale: goes on", "09:00");
    desk.status("pace", "03:05", "arrest record, mended");

    CHECK(linesWith(desk, u"Review of the PACE detention: "_s).size() == 1);
}

TEST_CASE("CLK-03 what is given of the authority is not asked for again", "[clock]")
{
    const auto [given, note] = GENERATE(table<const char*, const char*>({
        {"", "the inspector's authority and the reason, and a health check"},
        {R"(, "authority": "Insp Hale", "authority_rank": "inspector")",
            "CLK-03: record the reason, and a health check"},
        {R"(, "why_station": "Imminent risk")",
            "CLK-03: record the inspector's authority, and a health check"},
        {R"(, "authority": "Insp Hale", "authority_rank": "inspector",
            "why_station": "Imminent risk")",
            "CLK-03: record a health check"},
    }));
    StatusDesk desk;
    desk.must("grace", R"({"do": "person.add", "name": "Max", "born": "1980-01-01", "as": "Max"})");
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$Max"})");
    desk.status("s136", "03:40");

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "case.place", "case": "$A", "kind": "police_station")")
            .append(given)
            .append('}'));

    const QStringList notes = reply.decision.notes.filter(u"a health check"_s);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].contains(QString::fromLatin1(note)));
}

TEST_CASE("CLK-03 a check ends each desk's account of the last one", "[clock][conflict]")
{
    const bool alike = GENERATE(true, false);
    enum class How { EndByKind, EndOfOne, Start };
    const How how = GENERATE(How::EndByKind, How::EndOfOne, How::Start);
    TwoDesks desks;
    desks.clock("2026-11-19T22:00");
    desks.a.opens("grace", "A");
    desks.a.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police log"})");
    desks.a.must("grace", authorised);
    desks.meet();
    desks.clock("2026-11-19T22:30");
    checks(desks.a, true, "station_check", "Nurse Ames: calm", "22:25");
    checks(desks.b, true, "station_check", "Nurse Ames, calm", alike ? "22:25" : "22:26");
    desks.meet();
    CAPTURE(alike, static_cast<int>(how));
    REQUIRE(runningOf(desks.a.record("A"), "station_check").size() == 2);

    desks.clock("2026-11-19T22:50");
    if (how == How::EndOfOne) {
        desks.a.names.insert_or_assign(
            u"one"_s, runningOf(desks.a.record("A"), "station_check")[1].id.value);
        desks.a.must("grace", R"({"do": "case.clock_end", "case": "$A", "clock": "$one",
            "outcome": "Nurse Bray: asleep"})");
    } else
        checks(desks.a, how == How::EndByKind, "station_check", "Nurse Bray: asleep", "22:50");
    desks.meet();
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto running = runningOf(desk->record("A"), "station_check");
        CHECK(running.size() == (how == How::Start ? 2 : 1));
        for (const ClockFact& each : running)
            CHECK(shown(each.due) == shown(london("2026-11-19T23:20")));
        CHECK(linesWith(*desk, u"Nurse Bray: asleep"_s).size() == 1);
    }
}

TEST_CASE(
    "CLK-61 an outcome told by its kind ends each account that is in conflict", "[clock][conflict]")
{
    const bool byKind = GENERATE(true, false);
    TwoDesks desks;
    desks.clock("2026-11-19T22:00");
    desks.a.opens("grace", "A");
    desks.meet();
    const auto asked = [](HandoverDesk& desk, const char* at) {
        desk.must("grace",
            QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "appropriate_adult",
                "start": "AT"})")
                .replace("AT", at));
    };
    asked(desks.a, "21:40");
    asked(desks.b, "21:50");
    desks.meet();
    REQUIRE(runningOf(desks.a.record("A"), "appropriate_adult").size() == 2);

    desks.a.names.insert_or_assign(
        u"one"_s, runningOf(desks.a.record("A"), "appropriate_adult")[0].id.value);
    desks.a.must("grace",
        byKind ? R"({"do": "case.clock_end", "case": "$A", "kind": "appropriate_adult",
                    "outcome": "Appropriate Adult came"})"
               : R"({"do": "case.clock_end", "case": "$A", "clock": "$one",
                    "outcome": "Appropriate Adult came"})");

    CHECK(runningOf(desks.a.record("A"), "appropriate_adult").size() == (byKind ? 0 : 1));
    CHECK(desks.a.record("A").outOfStep.empty());
}

TEST_CASE("CLK-05 of two desks' warrants that run out at other times one is executed",
    "[clock][conflict]")
{
    TwoDesks desks;
    desks.clock("2026-11-19T22:00");
    desks.a.opens("grace", "A");
    desks.meet();
    const auto issued = [](HandoverDesk& desk, const char* start, const char* due) {
        desk.must("grace",
            QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "s135_warrant",
                "start": "START", "due": "DUE"})")
                .replace("START", start)
                .replace("DUE", due));
    };
    issued(desks.a, "2026-11-19T15:00", "2026-12-18T23:59");
    issued(desks.b, "2026-11-19T16:00", "2026-12-19T23:59");
    desks.meet();

    desks.a.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "s135_warrant",
        "outcome": "executed"})");

    CHECK(runningOf(desks.a.record("A"), "s135_warrant").size() == 1);
}
