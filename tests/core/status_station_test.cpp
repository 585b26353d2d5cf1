#include "core/casework/extension/police_rank.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A case of a person born on `born`, or of unknown age, on Sun 6 Dec 2026 at 00:30.
struct StationDesk : HandoverDesk {
    explicit StationDesk(const char* born)
    {
        clock(u"2026-12-06T00:30"_s);
        opens("grace", "A");
        if (!born)
            return;
        must("grace",
            QByteArray(R"({"do": "person.add", "name": "Mia", "born": "BORN", "as": "mia"})")
                .replace("BORN", born)
                .constData());
        must("grace", R"({"do": "case.describe", "case": "$A", "person": "$mia"})");
    }
    Reply place(const char* kind, const char* detail, const char* more = "")
    {
        return does("grace",
            QByteArray(R"({"do": "case.place", "case": "$A", "kind": "KIND", "detail": "WHERE")")
                .replace("KIND", kind)
                .replace("WHERE", detail)
                .append(more)
                .append('}')
                .constData());
    }
    bool hasClock(const char* kind) const
    {
        const auto clocks = record("A").clocks;
        return std::any_of(clocks.begin(), clocks.end(),
            [kind](const ClockFact& each) { return each.kind == QLatin1StringView(kind); });
    }
};

constexpr const char* held = R"({"do": "case.status", "case": "$A", "status": "s136",
    "start": "2026-12-05T23:30", "evidence": "police"})";

}

TEST_CASE("CLK-04 words name a police station where somebody is in one", "[status]")
{
    const auto [words, station] = GENERATE(table<const char*, bool>({
        {"Luton police station", true},
        {"Luton Police Station, cell 4", true},
        {"police cell", true},
        {"Midvale custody", true},
        {"in police custody", true},
        {"Police station front desk", true},
        {"Brought by police to Luton police station", true},
        {"Left ED for police custody", true},
        {"Near Luton, in police custody", true},
        {"Luton police stn", true},
        {"Police stn, cell 2", true},
        {"Luton nick", true},
        {"the nick", true},
        {"nick", true},
        {"Taken from home to Luton nick, cell 4", true},
        {"Transferred from Luton police station to Dunstable police station", true},
        {"Taken from police station", false},
        {"Brought from Luton nick to ED", false},
        {"Released from custody", false},
        {"Outside Luton nick", false},
        {"2 miles from the police station", false},
        {"Nick's flat", false},
        {"with her brother Nick", false},
        {"12 Police Stn Road", false},
        {"Waiting outside the police station", false},
        {"Bus stop opposite Luton police station", false},
        {"car park next to the police station", false},
        {"Left the police station", false},
        {"12 Police Station Road", false},
        {"in custody of her aunt", false},
        {"Luton town centre", false},
        {"", false},
    }));
    CAPTURE(words);
    CHECK(namesStation(QString::fromLatin1(words)) == station);
}

TEST_CASE(
    "CLK-60 CLK-03 words name the rank of whoever authorised, not of who was away", "[status]")
{
    const auto [words, rank] = GENERATE(table<const char*, PoliceRank>({
        {"Chief Supt Hale", PoliceRank::Superintendent},
        {"Insp Low rang: Supt Hale authorised it", PoliceRank::Superintendent},
        {"Supt Hale off duty authorised it by telephone", PoliceRank::Superintendent},
        {"Supt Low on leave, Supt Hale", PoliceRank::Superintendent},
        {"A/Supt Hale", PoliceRank::Superintendent},
        {"Ch Insp Low acting Supt", PoliceRank::Superintendent},
        {"Insp acting up, Supt on leave", PoliceRank::Inspector},
        {"Insp Low (Supt Hale is away)", PoliceRank::Inspector},
        {"Insp Low, acting Supt", PoliceRank::Inspector},
        {"Insp Low acting up as superintendent", PoliceRank::Inspector},
        {"Inspector Low on behalf of Supt Hale", PoliceRank::Inspector},
        {"Insp Low authorised, Supt informed", PoliceRank::Inspector},
        {"the custody sergeant for Supt Hale", PoliceRank::BelowInspector},
        {"Supt on leave", PoliceRank::NotSaid},
        {"Jane Smith", PoliceRank::NotSaid},
    }));
    CAPTURE(words);
    const QString text = QString::fromLatin1(words);
    CHECK(rankIn(text) == rank);
    const bool asksAgain = text == u"Supt on leave"_s;
    CHECK(deniesApproval(text) == asksAgain);
    CHECK(mayApproveExtension(text)
        == (rank == PoliceRank::Superintendent || text == u"Jane Smith"_s));
}

TEST_CASE("CLK-03 CLK-04 COOP-3.9a a police station by words is one", "[status]")
{
    const char* kind = GENERATE("other", "not_known", "public", "home");
    const bool station = qstrcmp(kind, "home") != 0;
    StationDesk desk("2012-01-01");
    desk.must("grace", held);

    CAPTURE(kind);
    const char* where = "Luton police station, cell 4";
    const Reply planned = desk.place(kind, where, R"(, "planned": true)");
    CHECK(HandoverDesk::refused(planned) == (station ? QStringList{u"CLK-04"_s} : QStringList{}));

    const Reply fact = desk.place(kind, where);
    REQUIRE(fact.done());
    CHECK((desk.record("A").place.current().kind == PlaceKind::PoliceStation) == station);
    CHECK(HandoverDesk::flagged(fact).contains(u"CLK-04"_s) == station);
    CHECK(desk.hasClock("station_check") == station);
    CHECK(desk.record("A").place.current().detail == QString::fromLatin1(where));

    CHECK(desk.place("public", "Outside the police station").done());
    CHECK(desk.record("A").place.current().kind == PlaceKind::Public);
}

TEST_CASE("CLK-04 COOP-3.9a no assessment of a child is planned into a police station", "[status]")
{
    struct Row {
        const char* born;
        const char* fields;
        bool refused;
        const char* before = nullptr; ///< a line that is told first
    };
    const Row row = GENERATE(
        Row{"2011-01-01", R"("planned": "02:00", "place": "Luton police station")", true},
        Row{"2011-01-01", R"("place": "Luton police station")", true},
        Row{nullptr, R"("planned": "02:00", "place": "Luton police station")", true},
        Row{"1990-01-01", R"("planned": "02:00", "place": "Luton police station")", false},
        Row{"2011-01-01", R"("planned": "02:00", "place": "North Anyshire Hospital")", false},
        Row{"2011-01-01", R"("started": "00:10", "place": "Luton police station")", false},
        Row{"2011-01-01", R"("planned": "02:00", "place": "Luton police station")", false,
            R"({"do": "case.place", "case": "$A", "kind": "police_station"})"},
        Row{"2011-01-01", R"("planned": "02:00", "place": "Luton police station")", false,
            R"({"do": "case.status", "case": "$A", "status": "pace", "evidence": "custody"})"});
    StationDesk desk(row.born);
    if (row.before)
        desk.must("grace", row.before);

    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.assessment", "case": "$A", FIELDS})")
            .replace("FIELDS", row.fields)
            .constData());

    CAPTURE(row.born, row.fields);
    CHECK(HandoverDesk::refused(reply) == (row.refused ? QStringList{u"CLK-04"_s} : QStringList{}));
}

TEST_CASE("A planned place is no fact: the person is where the person was", "[status]")
{
    StationDesk desk("1999-01-01");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ed"})");

    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "s136_suite",
        "planned": true})");
    CHECK(desk.record("A").place.current().kind == PlaceKind::Ed);
    CHECK(desk.record("A").plannedPlace->kind == PlaceKind::Suite136);

    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "s136_suite"})");
    CHECK(desk.record("A").place.current().kind == PlaceKind::Suite136);
    CHECK_FALSE(desk.record("A").plannedPlace);
}
