#include "core/casework/assessment/application_limits.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* began = R"("do": "case.assessment", "started": "10:15")";
constexpr const char* examined
    = R"("do": "case.exam", "form": "A4", "doctor": "Dr Lund", "at": "11:00")";

/// The day service's case A on Thu 19 Nov 2026 at 15:10; Helen tells its facts.
struct LimitsDesk : HandoverDesk {
    LimitsDesk()
    {
        clock(u"2026-11-19T09:30"_s);
        opens("helen", "A");
        clock(u"2026-11-19T15:10"_s);
    }
    void tells(const QByteArray& fact)
    {
        must("helen", QByteArray(R"({"case": "$A", )").append(fact).append('}').constData());
    }
    void tellsAll(const std::vector<QByteArray>& facts)
    {
        for (const QByteArray& fact : facts)
            tells(fact);
    }
    /// Of the limits that still run, when each began.
    std::map<QString, QString> running() const
    {
        std::map<QString, QString> found;
        for (const ClockFact& each : record("A").clocks)
            if (each.stands() && applicationLimits().contains(each.kind))
                found[each.kind] += shown(each.start);
        return found;
    }
};

QByteArray found(const char* outcome)
{
    return QByteArray(R"("do": "case.assessment", "ended": "12:00", "outcome": ")") + outcome + '"';
}

const std::vector<QByteArray> letGo{began, examined, found("not_detained_nfa")};

}

TEST_CASE("CLK-15 CLK-16 an outcome without an application leaves none of its limits running",
    "[assessment]")
{
    const auto [outcome, ends] = GENERATE(table<const char*, bool>({
        {"discharged_from_s136", true},
        {"not_detained_nfa", true},
        {"not_detained_crht", true},
        {"informal_admission", true},
        {"s2", false},
        {"s4", false},
        {"not_completed_no_bed", false},
    }));
    const QByteArray result = found(outcome);
    const QByteArray startedAtOnce = result + R"(, "started": "10:15")";
    const auto facts = GENERATE_COPY(std::vector<QByteArray>{began, examined, result},
        std::vector<QByteArray>{began, result, examined},
        std::vector<QByteArray>{examined, began, result},
        std::vector<QByteArray>{examined, startedAtOnce},
        std::vector<QByteArray>{startedAtOnce, examined});
    LimitsDesk desk;

    desk.tellsAll(facts);

    CAPTURE(outcome, facts.front(), facts.back());
    CHECK(desk.running().size() == (ends ? 0 : 3));
    CHECK(desk.record("A").sightings.size() == 1);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 CLK-16 what comes after such an outcome counts", "[assessment]")
{
    LimitsDesk desk;
    desk.tellsAll(letGo);

    desk.tells(R"("do": "case.exam", "form": "A4", "doctor": "Dr Adair", "at": "12:30")");
    desk.tells(R"("do": "case.amhp_saw", "at": "12:40")");

    const auto running = desk.running();
    CHECK(running.count(u"conveyance_14d"_s) == 1);
    CHECK(running.count(u"amhp_seen_14d"_s) == 1);
}

TEST_CASE("INV-6 an application that is made after all counts from the same facts", "[assessment]")
{
    struct Row {
        const char* story;
        QByteArray told;
        const char* seen; ///< from when the AMHP's limit runs; none: it does not
        bool counts;
    };
    const auto row = GENERATE(Row{"the outcome was another", found("s2"), "10:15", true},
        Row{"assessed again",
            R"("do": "case.assessment", "again": true, "started": "15:00", "outcome": "s2")",
            "15:00", true},
        Row{"signed",
            R"("do": "case.application", "form": "A2", "signed_at": "15:05", "signed_by": "helen",
               "hospital": "Ash Ward")",
            nullptr, true},
        Row{"only the reasons", R"("do": "case.assessment", "reasons": "Well")", nullptr, false});
    CAPTURE(row.story);
    LimitsDesk desk;
    desk.tellsAll(letGo);
    REQUIRE(desk.running().empty());

    desk.tells(row.told);

    auto running = desk.running();
    const QString exam = shown(london("2026-11-19T11:00"));
    CHECK(running[u"conveyance_14d"_s] == (row.counts ? exam : QString()));
    CHECK(running[u"exam_gap_5d"_s] == (row.counts ? exam : QString()));
    const QString seen
        = row.seen ? shown(london((QByteArray("2026-11-19T") + row.seen).constData())) : QString();
    CHECK(running[u"amhp_seen_14d"_s] == seen);
}

TEST_CASE(
    "CLK-14 the gap that a second examination closed meanwhile begins not again", "[assessment]")
{
    LimitsDesk desk;
    desk.tellsAll(letGo);
    desk.tells(R"("do": "case.exam", "form": "A4", "doctor": "Dr Adair", "at": "11:30")");
    REQUIRE(desk.running().empty());

    desk.tells(found("s2"));

    auto running = desk.running();
    CHECK(running.count(u"exam_gap_5d"_s) == 0);
    CHECK(running[u"conveyance_14d"_s] == shown(london("2026-11-19T11:30")));
}

TEST_CASE("INV-6 a limit that is over begins not again", "[assessment]")
{
    const auto [at, runs] = GENERATE(table<const char*, bool>({
        {"2026-12-02T23:59", true},
        {"2026-12-03T00:00", false},
    }));
    LimitsDesk desk;
    desk.tellsAll(letGo);
    desk.clock(QString::fromLatin1(at));

    desk.tells(R"("do": "case.assessment", "again": true, "outcome": "s2")");

    CHECK((desk.running().count(u"conveyance_14d"_s) == 1) == runs);
}

TEST_CASE("CLK-15 CLK-16 a bed decided on after all counts from the same facts", "[assessment]")
{
    LimitsDesk desk;
    desk.tellsAll(letGo);

    desk.tells(R"("do": "case.decision_to_admit", "time": "14:00")");

    auto running = desk.running();
    CHECK(running[u"conveyance_14d"_s] == shown(london("2026-11-19T11:00")));
    CHECK(running[u"amhp_seen_14d"_s] == shown(london("2026-11-19T10:15")));

    desk.tells(R"("do": "case.exam", "form": "A4", "doctor": "Dr Adair", "at": "11:30")");

    running = desk.running();
    CHECK(running[u"conveyance_14d"_s] == shown(london("2026-11-19T11:30")));
    CHECK(running.count(u"exam_gap_5d"_s) == 0);
}

TEST_CASE("INV-6 a signature that is told after the closing begins no limit", "[assessment]")
{
    LimitsDesk desk;
    desk.tellsAll(letGo);
    desk.tells(R"("do": "case.close", "outcome": "not_detained_nfa", "words": "Home")");

    desk.tells(R"("do": "case.application", "form": "A2", "signed_at": "14:00",
        "signed_by": "helen", "hospital": "Ash Ward")");

    CHECK(desk.running().empty());
}

TEST_CASE("CLK-16 HO-3.9d a re-assessment keeps the old recommendations in view", "[assessment]")
{
    LimitsDesk desk;
    desk.tellsAll(letGo);

    desk.tells(R"("do": "case.assessment", "again": true, "planned": "2026-11-20T10:00")");

    auto running = desk.running();
    CHECK(running[u"conveyance_14d"_s] == shown(london("2026-11-19T11:00")));
    CHECK(running.count(u"amhp_seen_14d"_s) == 0);
}
