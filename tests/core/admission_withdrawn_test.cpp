#include "core/casework/status/status_ends.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Reply putsRight(StatusDesk& desk, const char* start)
{
    return asks(desk,
        QByteArray(R"("do": "case.status", "status": "s2", "start": "START", "evidence": "H3",
            "correction": "Misread")")
            .replace("START", start)
            .constData());
}

}

TEST_CASE("CLK-01 INV-4 a section of an admission that is withdrawn goes with it, though its start "
          "was put right",
    "[status]")
{
    const char* start = GENERATE("03:20", "03:40");
    CAPTURE(start);
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A3",
        "at": "02:00"})");
    desk.must("grace", R"({"do": "case.application", "case": "$A", "form": "A2",
        "signed_at": "02:10", "signed_by_name": "Helen Brandt", "hospital": "Ash Ward"})");
    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "hospital": "Ash Ward",
        "time": "03:30"})");
    REQUIRE(putsRight(desk, start).done());

    REQUIRE(
        asks(desk, R"("do": "case.admitted", "correction": "That was another patient")").done());

    const Case record = desk.record("A");
    REQUIRE(record.statuses.size() == 1);
    CHECK(record.statuses.front().status == LegalStatus::S136);
    CHECK_FALSE(record.statuses.front().ended);
    for (const ClockFact& each : record.clocks)
        if (each.kind == u"s2"_s || each.kind == u"tribunal"_s
            || each.kind == u"s15_rectification"_s)
            CHECK(hasNeverBegun(each));
    CHECK(record.outOfStep.empty());
}

TEST_CASE(
    "INV-4 a section that was told by itself is asked about, whenever its start is put", "[status]")
{
    const char* start = GENERATE("03:20", "03:40");
    CAPTURE(start);
    StatusDesk desk;
    desk.status("s2", "03:30", "H3");
    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "hospital": "Ash Ward",
        "time": "03:30"})");
    REQUIRE(putsRight(desk, start).done());

    const Reply reply
        = asks(desk, R"("do": "case.admitted", "correction": "That was another patient")");

    REQUIRE(reply.done());
    CHECK(desk.record("A").statuses.size() == 1);
    const auto& owed = reply.decision.owed;
    CHECK(std::any_of(
        owed.begin(), owed.end(), [](const Owed& each) { return each.field == u"status"_s; }));
}
