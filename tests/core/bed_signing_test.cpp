#include "core/casework/assessment/assessment_bed_delay.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/case_checks.h"
#include "core/time/london.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto s2 = R"({"do": "case.assessment", "case": "$A", "outcome": "s2"})";
constexpr auto offer
    = R"({"do": "case.bed", "case": "$A", "result": "offered", "hospital": "Ash Ward"})";

struct BedDesk : HandoverDesk {
    BedDesk()
    {
        clock(u"2026-11-19T18:00"_s);
        must("helen", R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa", "as": "A",
            "new_person": {"name": "Aaron Lisle", "born": "1999-05-04"}})");
        must("helen", R"({"do": "case.assessment", "case": "$A", "started": "17:30"})");
    }
    void at(const char* local) { clock(u"2026-11-19T%1"_s.arg(QString::fromLatin1(local))); }
    void available(const char* until)
    {
        must("helen",
            QByteArray(R"({"do": "case.availability", "case": "$A", "available": true,
                "number": "07700 900111", "until": "UNTIL"})")
                .replace("UNTIL", until));
    }
    /// The open tasks of that clause, each with its time.
    QStringList open(const char* clause) const
    {
        QStringList found;
        for (const Task& task : record("A").tasks)
            if (!task.doneAt && task.clause == QString::fromLatin1(clause))
                found.append(timeText(task.due));
        return found;
    }
};

}

TEST_CASE("HO-3.9c both leads are asked whatever comes last of bed, outcome and availability",
    "[assessment]")
{
    constexpr auto away = R"({"do": "case.availability", "case": "$A", "available": false})";
    const auto order = GENERATE_COPY(values<std::vector<const char*>>(
        {{away, offer, s2}, {offer, away, s2}, {s2, offer, away}, {away, s2, offer}}));
    BedDesk desk;

    for (const char* step : order)
        desk.must("helen", step);

    CHECK(desk.open("HO-3.9c") == QStringList{u"18:30"_s, u"18:30"_s});
}

TEST_CASE(
    "HO-3.9c an outcome after the offer asks nobody while availability is not told", "[assessment]")
{
    BedDesk desk;

    desk.must("helen", offer);
    desk.must("helen", s2);

    CHECK(desk.open("HO-3.9c").isEmpty());
}

TEST_CASE("HO-3.9b a bed on offer is signed for while the AMHP can be rung", "[assessment]")
{
    BedDesk desk;
    desk.must("helen", s2);
    desk.available("22:00");
    CHECK(desk.open("HO-3.9b").isEmpty());
    desk.at("21:00");
    desk.must("kofi", offer);
    REQUIRE(desk.open("HO-3.9b") == QStringList{u"22:00"_s});

    SECTION("the AMHP can be rung for longer")
    {
        desk.available("23:30");
        CHECK(desk.open("HO-3.9b") == QStringList{u"23:30"_s});
    }
    SECTION("the AMHP cannot be rung any more")
    {
        desk.must("helen", R"({"do": "case.availability", "case": "$A", "available": false})");
        CHECK(desk.open("HO-3.9b").isEmpty());
        CHECK(desk.open("HO-3.9c").size() == 2);
    }
    SECTION("the hospital takes its offer back")
    {
        desk.must("kofi",
            R"({"do": "case.bed", "case": "$A", "result": "declined", "hospital": "Ash Ward"})");
        CHECK(desk.open("HO-3.9b").isEmpty());
    }
    SECTION("the application is signed")
    {
        desk.must("helen", R"({"do": "case.application", "case": "$A", "form": "A2",
            "hospital": "Ash Ward"})");
        CHECK(desk.open("HO-3.9b").isEmpty());
    }
    SECTION("nobody signs")
    {
        desk.at("23:00");
        CHECK(desk.open("HO-3.9b") == QStringList{u"22:00"_s});
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.9c nobody is asked any more once the application stands or the person is admitted",
    "[assessment]")
{
    const auto [admits, signs] = GENERATE(table<bool, bool>({{false, true}, {true, false}}));
    BedDesk desk;
    desk.must("helen", s2);
    desk.available("20:00");
    desk.at("20:30");
    desk.must("kofi", offer);
    REQUIRE(desk.open("HO-3.9c").size() == 2);

    if (signs)
        desk.must("helen", R"({"do": "case.application", "case": "$A", "form": "A2",
            "hospital": "Ash Ward"})");
    if (admits)
        desk.must("helen", R"({"do": "case.admitted", "case": "$A"})");

    CHECK(desk.open("HO-3.9c").isEmpty());
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.9c what was said and offered before another AMHP assessed again alarms nobody",
    "[assessment]")
{
    const bool byAnother = GENERATE(true, false);
    constexpr auto away = R"({"do": "case.availability", "case": "$A", "available": false})";
    const char* assessor = byAnother ? "kofi" : "helen";
    BedDesk desk;
    desk.must("helen", s2);
    desk.must("helen", away);
    desk.must("helen", offer);
    REQUIRE(desk.open("HO-3.9c").size() == 2);
    desk.at("22:00");
    desk.must(assessor, R"({"do": "case.assessment", "case": "$A", "again": true,
        "started": "21:00", "ended": "22:00", "outcome": "s2"})");

    CHECK(desk.open("HO-3.9c").size() == (byAnother ? 0 : 2));
    CHECK((availabilityTold(desk.record("A")) == nullptr) == byAnother);
    desk.must(assessor, away);
    CHECK(desk.open("HO-3.9c").size() == (byAnother ? 0 : 2));
    desk.must(assessor, offer);
    CHECK(desk.open("HO-3.9c").size() == 2);
}

TEST_CASE("HO-3.9d a re-assessment that is only planned ends no check and no task", "[assessment]")
{
    struct Row {
        const char* told;
        int leads;
        int checks;
        bool waits;
    };
    const auto row = GENERATE(values<Row>({
        {R"("again": true, "planned": "tomorrow 10:00")", 2, 1, true},
        {R"("again": true, "started": "20:00")", 0, 1, true},
        {R"("again": true, "outcome": "not_detained_crht")", 0, 0, false},
    }));
    const bool plannedBefore = GENERATE(false, true);
    CAPTURE(row.told, plannedBefore);
    BedDesk desk;
    desk.must("helen", s2);
    desk.must("helen", R"({"do": "case.availability", "case": "$A", "available": false})");
    desk.must("kofi", offer);
    desk.at("20:00");
    if (plannedBefore)
        desk.must("kofi", R"({"do": "case.assessment", "case": "$A", "again": true,
            "planned": "tomorrow 10:00"})");
    REQUIRE(desk.open("HO-3.9").size() == 1);
    REQUIRE(desk.open("HO-3.9c").size() == 2);

    QByteArray told = row.told;
    if (plannedBefore)
        told.replace("\"again\": true, ", "");
    desk.must("kofi", R"({"do": "case.assessment", "case": "$A", )" + told + '}');

    CHECK(desk.open("HO-3.9").size() == row.checks);
    CHECK(desk.open("HO-3.9c").size() == row.leads);
    CHECK(awaitsBed(desk.record("A")) == row.waits);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "HO-3.9b whoever assesses again after the availability ran out says it anew", "[assessment]")
{
    const auto [until, times, told] = GENERATE(table<const char*, const char*, bool>({
        {"19:59", R"("started": "20:00")", false},
        {"20:00", R"("started": "20:00")", false},
        {"20:01", R"("started": "20:00")", true},
        {"20:30", R"("started": "20:00", "ended": "21:00")", false},
        {"21:01", R"("started": "20:00", "ended": "21:00")", true},
        {"21:30", R"("reasons": "Worse")", false},
        {"23:00", R"("reasons": "Worse")", true},
    }));
    CAPTURE(until, times);
    BedDesk desk;
    desk.must("helen", s2);
    desk.must("helen", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A4",
        "at": "17:40"})");
    desk.available(until);
    const auto exam = bedDelay(desk.record("A"), desk.now).admitBy;
    const auto owes = [&desk] {
        const auto owed = owedOf(desk.record("A"));
        return std::any_of(owed.begin(), owed.end(),
            [](const Owed& each) { return each.field == u"availability"_s; });
    };
    REQUIRE_FALSE(owes());
    desk.at("22:00");

    desk.must("helen",
        QByteArray(R"({"do": "case.assessment", "case": "$A", "again": true, "outcome": "s2", )")
            .append(times)
            .append('}'));

    CHECK((availabilityTold(desk.record("A")) != nullptr) == told);
    CHECK(owes() != told);
    REQUIRE(exam);
    CHECK(bedDelay(desk.record("A"), desk.now).admitBy == exam);
    desk.available("23:30");
    CHECK_FALSE(owes());
    CHECK(bedDelay(desk.record("A"), desk.now).route == BedRoute::AssessingAmhp);
}

TEST_CASE("HO-3.9c whoever assessed and logs the bed has not to be reached", "[assessment]")
{
    const auto [logs, tasks] = GENERATE(table<const char*, int>({{"helen", 0}, {"kofi", 2}}));
    BedDesk desk;
    desk.must("helen", s2);

    desk.must(logs, offer);

    CHECK(desk.open("HO-3.9c").size() == tasks);
}

TEST_CASE(
    "HO-3.9 whoever is let go waits for no bed, until one is decided on again", "[assessment]")
{
    const auto [outcome, again, waits] = GENERATE(table<const char*, const char*, bool>({
        {"not_detained_crht", "true", false},
        {"not_detained_nfa", "false", false},
        {"discharged_from_s136", "false", false},
        {"informal_admission", "true", true},
        {"not_completed_no_bed", "true", true},
    }));
    CAPTURE(outcome, again);
    BedDesk desk;
    desk.must("helen", s2);
    desk.must("helen", R"({"do": "case.decision_to_admit", "case": "$A"})");
    desk.must("helen", R"({"do": "case.availability", "case": "$A", "available": false})");
    desk.must("kofi", offer);
    REQUIRE(desk.open("HO-3.9").size() == 1);
    REQUIRE(desk.open("HO-3.9c").size() == 2);
    desk.at("20:00");

    desk.must("helen",
        QByteArray(R"({"do": "case.assessment", "case": "$A", "again": AGAIN, "outcome": "OUT"})")
            .replace("AGAIN", again)
            .replace("OUT", outcome));

    CHECK(awaitsBed(desk.record("A")) == waits);
    CHECK(desk.open("HO-3.9").size() == (waits ? 1 : 0));
    CHECK(desk.open("HO-3.9c").size() == (waits ? 2 : 0));
    desk.at("21:00");
    desk.must("helen", R"({"do": "case.decision_to_admit", "case": "$A"})");
    CHECK(awaitsBed(desk.record("A")));
    CHECK(desk.open("HO-3.9").size() == 1);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "HO-3.9a CLK-15 an application by an AMHP who did not assess ends neither the leads' tasks "
    "nor the 14 days of who saw the person",
    "[assessment]")
{
    constexpr auto wrong = R"({"do": "case.application", "case": "$A", "form": "A2",
        "signed_at": "21:00", "signed_by": "kofi", "hospital": "Ash Ward"})";
    constexpr auto right = R"({"do": "case.application", "case": "$A", "form": "A2",
        "signed_at": "20:50", "signed_by": "helen", "hospital": "Ash Ward"})";
    constexpr auto relative = R"({"do": "case.application", "case": "$A", "form": "A1",
        "signed_at": "20:50", "signed_by_name": "Jan Lisle", "hospital": "Ash Ward"})";
    constexpr auto assessedToo = R"({"do": "case.assessment", "case": "$A", "again": true,
        "started": "20:30", "ended": "20:55", "outcome": "s2", "amhp": "kofi"})";
    constexpr auto assessedAfter = R"({"do": "case.assessment", "case": "$A", "again": true,
        "started": "21:10", "amhp": "kofi"})";
    constexpr auto saw = R"({"do": "case.amhp_saw", "case": "$A", "at": "20:30",
        "amhp": "Kofi Mensah"})";
    struct Row {
        std::vector<const char*> told;
        bool waits;
        bool counts;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {{wrong}, true, true},
        {{wrong, right}, false, false},
        {{right, wrong}, false, false},
        {{relative}, false, false},
        {{wrong, assessedToo}, false, false},
        {{assessedToo, wrong}, false, false},
        {{wrong, assessedAfter}, true, true},
        {{wrong, saw}, true, false},
        {{saw, wrong}, true, false},
    }));
    BedDesk desk;
    desk.must("helen", s2);
    desk.available("20:00");
    desk.at("20:30");
    desk.must("grace", offer);
    REQUIRE(desk.open("HO-3.9c").size() == 2);
    desk.at("21:30");

    for (const char* each : row.told)
        desk.must("helen", each);

    CAPTURE(row.told.front(), row.told.back());
    const Case record = desk.record("A");
    CHECK(awaitsBed(record) == row.waits);
    CHECK(std::any_of(record.clocks.begin(), record.clocks.end(), [](const ClockFact& each) {
        return each.kind == u"amhp_seen_14d"_s && each.stands();
    }) == row.counts);
    if (row.told.back() != assessedAfter)
        CHECK(desk.open("HO-3.9c").size() == (row.waits ? 2 : 0));
    CHECK(record.outOfStep.empty());
}

TEST_CASE("HO-3.9b an application by another AMHP leaves the task to sign as it is", "[assessment]")
{
    const auto [signer, open] = GENERATE(table<const char*, int>({{"kofi", 1}, {"helen", 0}}));
    BedDesk desk;
    desk.must("helen", s2);
    desk.available("22:00");
    desk.must("grace", offer);
    REQUIRE(desk.open("HO-3.9b").size() == 1);

    desk.must("helen",
        QByteArray(R"({"do": "case.application", "case": "$A", "form": "A2",
            "signed_by": "SIGNER", "hospital": "Ash Ward"})")
            .replace("SIGNER", signer));

    CHECK(desk.open("HO-3.9b").size() == open);
}
