#include "core/sitrep/counting.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Told {
    const char* at;
    const char* request;
};

struct Row {
    const char* name;
    std::vector<Told> told;
    int before; ///< in the period to Thu 19 Nov 2026 09:30
    int night; ///< in the next, to Fri 20 Nov
    int after; ///< in the one to Sat 21 Nov
};

constexpr auto assessed = R"({"do": "case.assessment", "case": "$A", "started": "2026-11-19T08:30",
    "ended": "2026-11-19T09:00", "outcome": "died", "late_reason": "At the ward"})";
constexpr auto closed = R"({"do": "case.close", "case": "$A", "outcome": "died"})";
constexpr auto closedEarlier = R"({"do": "case.close", "case": "$A", "outcome": "died",
    "at": "2026-11-19T09:10", "late_reason": "At the ward"})";
constexpr auto reopened = R"({"do": "case.reopen", "case": "$A", "reason": "It was another"})";

const Row rows[] = {
    {"told as it happened", {{"2026-11-19T09:29", assessed}}, 1, 0, 0},
    {"told on the cut-off", {{"2026-11-19T09:30", assessed}}, 0, 1, 0},
    {"of an assessment, told on the night", {{"2026-11-19T22:00", assessed}}, 0, 1, 0},
    {"at a closing of before, told on the night", {{"2026-11-19T22:00", closedEarlier}}, 0, 1, 0},
    {"at a closing of before, told a day later", {{"2026-11-20T22:00", closedEarlier}}, 0, 0, 1},
    {"told at the assessment and again at closing",
        {{"2026-11-19T22:00", assessed}, {"2026-11-20T10:00", closed}}, 0, 1, 0},
    {"taken back, and told of again",
        {{"2026-11-19T22:00", closed}, {"2026-11-19T23:00", reopened},
            {"2026-11-20T10:00", closed}},
        0, 0, 1},
    {"taken back", {{"2026-11-19T22:00", closed}, {"2026-11-20T10:00", reopened}}, 0, 0, 0},
    {"never told", {}, 0, 0, 0},
};

int deathsTo(const HandoverDesk& desk, const char* cutOff)
{
    const Instant to = london(cutOff);
    return countDeaths(sitrepScope(to - std::chrono::hours(24), to, desk, desk.calendar())).count;
}

}

TEST_CASE(
    "HO-3.10 ESC-3.5 a death counts once, in the period in which it was first told", "[sitrep]")
{
    for (const Row& row : rows) {
        CAPTURE(row.name);
        HandoverDesk desk;
        desk.clock(u"2026-11-19T08:00"_s);
        desk.opens("priya", "A");
        for (const Told& each : row.told) {
            desk.clock(QString::fromLatin1(each.at));
            desk.must("priya", each.request);
        }

        CHECK(deathsTo(desk, "2026-11-19T09:30") == row.before);
        CHECK(deathsTo(desk, "2026-11-20T09:30") == row.night);
        CHECK(deathsTo(desk, "2026-11-21T09:30") == row.after);
    }
}
