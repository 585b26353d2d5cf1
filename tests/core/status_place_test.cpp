#include "core/casework/case_checks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A case of a person born on `born`, or of unknown age, on Sun 6 Dec 2026.
struct PlaceDesk : HandoverDesk {
    explicit PlaceDesk(const char* born)
    {
        clock(u"2026-12-06T00:30"_s);
        opens("grace", "A");
        if (!born)
            return;
        const QString person = u"{\"do\": \"person.add\", \"name\": \"Mia\", \"born\": \"%1\", "
                               "\"as\": \"mia\"}"_s;
        must("grace", person.arg(QString::fromLatin1(born)).toUtf8().data());
        must("grace", R"({"do": "case.describe", "case": "$A", "person": "$mia"})");
    }
};

constexpr const char* plan = R"({"do": "case.place", "case": "$A", "kind": "police_station",
    "planned": true})";
constexpr const char* fact = R"({"do": "case.place", "case": "$A", "kind": "police_station",
    "detail": "Midvale custody"})";
constexpr const char* held = R"({"do": "case.status", "case": "$A", "status": "s136",
    "start": "2026-12-05T23:30", "evidence": "police"})";

}

TEST_CASE("CLK-04 an age learned after the place was recorded flags the case once", "[status]")
{
    PlaceDesk desk(nullptr);
    desk.must("grace", fact);
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police"})");
    REQUIRE(desk.record("A").flags.empty());

    SECTION("the person is linked later")
    {
        desk.must("grace", R"({"do": "person.add", "name": "Mia", "estimated_age": 15,
            "as": "mia"})");
        desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$mia"})");
    }
    SECTION("the date of birth is told later")
    {
        desk.must("grace", R"({"do": "person.add", "name": "Mia", "as": "mia"})");
        desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$mia"})");
        REQUIRE(desk.record("A").flags.empty());
        desk.must("grace", R"({"do": "person.update", "person": "$mia", "born": "2011-05-01"})");
    }
    REQUIRE(desk.record("A").flags.size() == 1);
    CHECK(desk.record("A").flags.front().clause == u"CLK-04"_s);
    desk.must("grace", R"({"do": "person.update", "person": "$mia", "born": "2011-05-02"})");
    CHECK(desk.record("A").flags.size() == 1);
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ed"})");
    CHECK(desk.record("A").flags.size() == 1);
}

TEST_CASE("CLK-04 an adult's age learned later flags nothing", "[status]")
{
    PlaceDesk desk(nullptr);
    desk.must("grace", fact);
    desk.must("grace", R"({"do": "person.add", "name": "Ann", "born": "2008-12-06", "as": "ann"})");
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$ann"})");
    CHECK(desk.record("A").flags.empty());
}

TEST_CASE("CLK-04 a request from custody does not make s136 in a police station lawful", "[status]")
{
    PlaceDesk desk("2011-05-01");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "appropriate_adult",
        "evidence": "custody"})");
    desk.must("grace", fact);
    CHECK(desk.record("A").flags.empty());

    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police"})");
    REQUIRE(desk.record("A").flags.size() == 1);
    CHECK(desk.record("A").flags.front().clause == u"CLK-04"_s);
}

TEST_CASE("CLK-04 no plan of this desk puts a person under 18 in a police station", "[status]")
{
    const auto [born, field] = GENERATE(table<const char*, const char*>({
        {"2011-05-01", "kind"},
        {"2008-12-07", "kind"},
        {"2008-12-06", ""},
        {"1999-01-01", ""},
        {nullptr, "age"},
    }));
    PlaceDesk desk(born);

    const Reply reply = desk.does("grace", plan);

    CAPTURE(born);
    const bool refused = *field != '\0';
    CHECK(reply.done() != refused);
    if (refused) {
        CHECK(reply.decision.refusals.front().clause == u"CLK-04"_s);
        CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
    }
}

TEST_CASE("CLK-04 what others did is recorded and flagged, never refused", "[status]")
{
    const auto [born, flagged, owed] = GENERATE(table<const char*, bool, bool>({
        {"2011-05-01", true, false},
        {"2008-12-07", true, false},
        {"2008-12-06", false, false},
        {nullptr, false, true},
    }));
    PlaceDesk desk(born);
    desk.must("grace", held);

    const Reply reply = desk.must("grace", fact);

    CAPTURE(born);
    CHECK(desk.record("A").place.current().kind == PlaceKind::PoliceStation);
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-04"_s) == flagged);
    CHECK(desk.record("A").flags.size() == (flagged ? 1 : 0));
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-04"_s) == owed);
}

TEST_CASE("CLK-04 the age at the time told counts, to midnight in London", "[status]")
{
    const auto [at, flagged] = GENERATE(table<const char*, bool>({
        {"2026-12-05T23:59", true},
        {"2026-12-06T00:00", false},
    }));
    PlaceDesk desk("2008-12-06");
    desk.must("grace", held);

    const QString request = u"{\"do\": \"case.place\", \"case\": \"$A\", "
                            "\"kind\": \"police_station\", \"at\": \"%1\"}"_s;
    const Reply reply = desk.must("grace", request.arg(QString::fromLatin1(at)).toUtf8().data());

    CAPTURE(at);
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-04"_s) == flagged);
}

TEST_CASE("CLK-04 a child held under PACE is not flagged", "[status]")
{
    PlaceDesk desk("2011-05-01");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "appropriate_adult"})");
    if (GENERATE(false, true))
        desk.must("grace", R"({"do": "case.attendee", "case": "$A", "role": "appropriate_adult",
            "arrived": "00:30"})");

    const Reply reply = desk.must("grace", fact);

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK_FALSE(HandoverDesk::owed(reply).contains(u"CLK-04"_s));
}

TEST_CASE(
    "CLK-04 a child in a police station under nobody knows what power is asked about, not flagged",
    "[status]")
{
    PlaceDesk desk("2011-05-01");

    const Reply reply = desk.must("grace", fact);
    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-04"_s));

    SECTION("arrested, as it turns out")
    {
        desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "pace",
            "start": "00:10", "evidence": "custody record"})");
        CHECK(desk.record("A").flags.empty());
        CHECK(HandoverDesk::owed(desk.must("grace", fact)).count(u"CLK-04"_s) == 0);
    }
    SECTION("under s136 from before, or from later on")
    {
        const char* start = GENERATE("00:10", "00:40");
        desk.clock(u"2026-12-06T00:50"_s);
        const Reply told = desk.must("grace",
            QByteArray(R"({"do": "case.status", "case": "$A", "status": "s136", "start": "AT",
                "evidence": "police"})")
                .replace("AT", start));
        CHECK(HandoverDesk::flagged(told) == QStringList{u"CLK-04"_s});
        CHECK(desk.record("A").flags.size() == 1);
    }
}

TEST_CASE(
    "CLK-04 what a police station asks for stays owed on the case until it is told", "[status]")
{
    const auto owes = [](const PlaceDesk& desk) {
        const Case record = desk.record("A");
        QStringList fields;
        for (const Owed& each : owedOf(record, desk.person(record.person).get()))
            if (each.clause == u"CLK-04")
                fields.append(each.field);
        return fields;
    };

    SECTION("the power under which a child is there")
    {
        PlaceDesk desk("2011-05-01");
        desk.must("grace", fact);
        CHECK(owes(desk) == QStringList{u"status"_s});
        const Reply later = desk.must("grace", R"({"do": "case.describe", "case": "$A",
            "urgency": "E1"})");
        CHECK(HandoverDesk::owed(later).contains(u"CLK-04"_s));
        desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "pace",
            "start": "00:10", "evidence": "custody record"})");
        CHECK(owes(desk).isEmpty());
    }
    SECTION("the age")
    {
        PlaceDesk desk(nullptr);
        desk.must("grace", fact);
        CHECK(owes(desk) == QStringList{u"age"_s});
        desk.must("grace", R"({"do": "person.add", "name": "Ann", "born": "1990-01-01",
            "as": "ann"})");
        desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$ann"})");
        CHECK(owes(desk).isEmpty());
    }
    SECTION("no longer once the child has left")
    {
        PlaceDesk desk("2011-05-01");
        desk.must("grace", fact);
        desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "s136_suite"})");
        CHECK(owes(desk).isEmpty());
    }
}

TEST_CASE("CLK-04 s136 in the police station where a child already is, is flagged", "[status]")
{
    PlaceDesk desk(nullptr);
    desk.must("grace", fact);
    desk.must("grace", R"({"do": "person.add", "name": "Mia", "estimated_age": 15, "as": "mia"})");
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$mia"})");

    const Reply reply = desk.must(
        "grace", R"({"do": "case.status", "case": "$A", "status": "s136", "evidence": "police"})");

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"CLK-04"_s});
}

namespace {

/// What was told in a night of a police station, line by line; times are of 6 December.
struct StationNight {
    std::vector<const char*> told;
    const char* due; ///< of the check, the first if there are two
    const char* ended; ///< none: it goes on
};

ClockFact checkAfter(const StationNight& night)
{
    PlaceDesk desk("1980-01-01");
    desk.clock(u"2026-12-06T06:00"_s);
    for (const char* request : night.told)
        desk.must("grace",
            (QByteArray(R"({"case": "$A", "evidence": "police", )") + request + "}").data());
    for (const ClockFact& clock : desk.record("A").clocks)
        if (clock.kind == u"station_check"_s)
            return clock;
    return {};
}

constexpr const char* held0100 = R"("do": "case.status", "status": "s136", "start": "01:00")";
constexpr const char* station0200
    = R"("do": "case.place", "kind": "police_station", "at": "02:00")";

}

TEST_CASE(
    "CLK-03 the checks in a police station are right in whichever order facts are told", "[status]")
{
    const auto night = GENERATE(values<StationNight>({
        // the place before is told last
        {{held0100, station0200, R"("do": "case.place", "kind": "public", "at": "00:35")"},
            "2026-12-06T02:30", nullptr},
        // the place after is told first
        {{held0100, R"("do": "case.place", "kind": "ed", "at": "04:00")", station0200},
            "2026-12-06T02:30", "2026-12-06T04:00"},
        // the detention is told last, and began before the station or after
        {{station0200, held0100}, "2026-12-06T02:30", nullptr},
        {{station0200, R"("do": "case.status", "status": "s136", "start": "03:00")"},
            "2026-12-06T03:30", nullptr},
        // the arrival is told again, earlier
        {{held0100, station0200, R"("do": "case.place", "kind": "police_station", "at": "01:40")"},
            "2026-12-06T02:10", nullptr},
        {{held0100, station0200, R"("do": "case.place", "kind": "ed", "at": "03:10")"},
            "2026-12-06T02:30", "2026-12-06T03:10"},
        {{held0100, station0200,
             R"("do": "case.status_end", "outcome": "discharged", "at": "05:00")"},
            "2026-12-06T02:30", "2026-12-06T05:00"},
        {{held0100, station0200, R"("do": "case.status", "status": "informal", "start": "04:30")"},
            "2026-12-06T02:30", "2026-12-06T04:30"},
    }));

    const ClockFact check = checkAfter(night);

    CAPTURE(night.told.back());
    CHECK(shown(check.due) == shown(london(night.due)));
    CHECK((check.state == ClockState::Ended) == (night.ended != nullptr));
    if (night.ended)
        CHECK(shown(check.endedAt) == shown(london(night.ended)));
}

TEST_CASE("CLK-03 once checked, an earlier arrival does not move the next check", "[status]")
{
    const StationNight night{
        {held0100, station0200,
            R"("do": "case.clock_start", "kind": "station_check", "at": "02:25")",
            R"("do": "case.place", "kind": "police_station", "at": "01:40")"},
        "2026-12-06T02:55", nullptr};

    CHECK(shown(checkAfter(night).due) == shown(london(night.due)));
}

TEST_CASE("CLK-03 who authorised the police station is owed until it is told", "[status]")
{
    PlaceDesk desk("1980-01-01");
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police"})");

    const Reply bare = desk.must("grace", fact);
    CHECK(HandoverDesk::owed(bare).count(u"CLK-03"_s) == 3);
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station",
        "authority": "Insp Vale", "authority_rank": "inspector"})");
    const Reply rest = desk.must("grace", R"({"do": "case.place", "case": "$A",
        "kind": "police_station", "why_station": "Imminent risk of serious injury; no suite free"})");

    CHECK_FALSE(HandoverDesk::owed(rest).contains(u"CLK-03"_s));
    CHECK(desk.record("A").place.current().whyStation.startsWith(u"Imminent"));
}

TEST_CASE("CLK-03 an authority below inspector is recorded and flagged once", "[status]")
{
    const auto [rank, flagged] = GENERATE(table<const char*, bool>({
        {"custody sergeant", true},
        {"PC", true},
        {"Sgt", true},
        {"inspector", false},
        {"Ch Insp", false},
        {"Chief Superintendent", false},
        {"Chief Constable", false},
        {"duty officer", false},
    }));
    PlaceDesk desk("1980-01-01");
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police"})");

    const Reply told = desk.must("grace",
        QByteArray(R"({"do": "case.place", "case": "$A", "kind": "police_station",
            "authority": "Vale", "authority_rank": "RANK"})")
            .replace("RANK", rank));
    const Reply again = desk.must("grace", R"({"do": "case.place", "case": "$A",
        "kind": "police_station", "why_station": "No suite free"})");

    CAPTURE(rank);
    CHECK(HandoverDesk::flagged(told) == (flagged ? QStringList{u"CLK-03"_s} : QStringList{}));
    CHECK(HandoverDesk::flagged(again).isEmpty());
}

TEST_CASE("CLK-03 whether the station is still needed is reviewed every hour", "[status]")
{
    PlaceDesk desk("1980-01-01");
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "evidence": "police"})");
    desk.must("grace", fact);
    const auto reviews = [&desk] {
        std::vector<ClockFact> found;
        for (const ClockFact& clock : desk.record("A").clocks)
            if (clock.kind == u"station_review"_s)
                found.push_back(clock);
        return found;
    };
    REQUIRE(reviews().size() == 1);
    CHECK(reviews()[0].due == desk.now + std::chrono::hours(1));

    desk.now += std::chrono::minutes(50);
    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "station_review",
        "outcome": "Still needed, Insp Vale"})");
    REQUIRE(reviews().size() == 2);
    CHECK(reviews()[1].due == desk.now + std::chrono::hours(1));

    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "s136_suite"})");
    CHECK(reviews()[1].state == ClockState::Ended);
}
