#include "core/duty/rail_clocks.h"
#include "core/paper/clocks_paper.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<Deadline> onRail(const HandoverDesk& desk, const char* kind)
{
    std::vector<Deadline> found = railClocks(u"edt"_s, desk.now, desk, desk.calendar());
    std::erase_if(
        found, [kind](const Deadline& each) { return each.kind != QString::fromLatin1(kind); });
    return found;
}

QByteArray with(const char* request, const char* kind)
{
    return QByteArray(request).replace("KIND", kind);
}

constexpr const char* closes = R"({"do": "case.close", "case": "$A", "outcome": "completed"})";

}

TEST_CASE("CLK-40 CLK-51 CLK-61 a clock outlives its case until its outcome is told", "[rail]")
{
    const char* kind = GENERATE("strategy_discussion", "child_decision", "cp_conference",
        "appropriate_adult", "pace_bed", "ed_12h", "ed_arrival_4h", "nr_request", "conveyance",
        "crht_early_discharge", "station_check", "pace_review", "tribunal");
    CAPTURE(kind);
    StatusDesk desk;
    desk.must("grace", with(R"({"do": "case.clock_start", "case": "$A", "kind": "KIND"})", kind));
    const QString title = desk.only(kind).title;

    const Reply reply = desk.must("grace", closes);

    CHECK(reply.decision.notes.filter(u"“%1”, due "_s.arg(title)).size() == 1);
    CHECK(onRail(desk, kind).size() == 1);
    desk.clock(u"2026-12-24T09:30"_s);
    REQUIRE(onRail(desk, kind).size() == 1);
    CHECK(alarmAt(onRail(desk, kind).front(), desk.now) == Alarm::Expired);
    PaperFrame frame;
    frame.printedAt = desk.now;
    CHECK(toText(clocksPaper(u"edt"_s, desk, desk.calendar(), frame)).contains(title));

    desk.must("grace",
        with(R"({"do": "case.clock_end", "case": "$A", "kind": "KIND", "outcome": "told"})", kind));
    CHECK(onRail(desk, kind).empty());
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("INV-4 what ended a clock of any kind is told with the closing", "[clock]")
{
    StatusDesk desk;
    desk.must(
        "grace", R"({"do": "case.clock_start", "case": "$A", "kind": "strategy_discussion"})");

    const Reply reply = desk.must("grace",
        R"({"do": "case.close", "case": "$A", "outcome": "completed", "clock_outcomes":
            [{"kind": "strategy_discussion", "outcome": "held with the police"}]})");

    CHECK(desk.only("strategy_discussion").outcome == u"held with the police"_s);
    CHECK(reply.decision.notes.filter(u"runs on"_s).isEmpty());
    CHECK(onRail(desk, "strategy_discussion").empty());
}

TEST_CASE("CLK-42 CLK-43 CLK-44 with the closing ends a wait whose detention is over", "[clock]")
{
    const char* kind = GENERATE("s136_ambulance", "s136_police_handover", "s136_attend");
    const bool over = GENERATE(true, false);
    CAPTURE(kind, over);
    StatusDesk desk;
    if (over) {
        desk.status("s136", "03:40");
        desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged",
            "at": "03:50"})");
    }
    desk.must("grace", with(R"({"do": "case.clock_start", "case": "$A", "kind": "KIND"})", kind));

    desk.must("grace", closes);

    CHECK((desk.only(kind).state == ClockState::Ended) == over);
    CHECK(onRail(desk, kind).empty() == over);
    if (over)
        CHECK(desk.only(kind).outcome == u"discharged"_s);
}

TEST_CASE("CLK-51 a clock that outlived its case goes on with it when it is reopened", "[clock]")
{
    StatusDesk desk;
    desk.must(
        "grace", R"({"do": "case.clock_start", "case": "$A", "kind": "strategy_discussion"})");
    desk.must("grace", closes);

    desk.must("grace", R"({"do": "case.reopen", "case": "$A", "reason": "Not over"})");

    CHECK(desk.only("strategy_discussion").state == ClockState::Running);
    CHECK(onRail(desk, "strategy_discussion").size() == 1);
}

TEST_CASE("HO-3.7 the review of a high risk discussion outlives its case", "[rail]")
{
    StatusDesk desk;
    desk.must("grace", R"({"do": "case.high_risk_discussion", "case": "$A",
        "attendees": "Police, trust, EDT", "outcomes": "One plan", "contingency": "If seen, ring",
        "shared_with": "All of them", "review": "2026-11-25T10:00"})");

    const Reply reply = desk.must("grace", closes);

    CHECK(reply.decision.notes.filter(u"high risk discussion"_s).size() == 1);
    CHECK(onRail(desk, "high_risk_review").size() == 1);
    desk.must("grace", R"({"do": "case.high_risk_review", "case": "$A", "words": "Plan goes on"})");
    CHECK(onRail(desk, "high_risk_review").empty());
}
