#include "core/handover/prepared_list.h"
#include "core/paper/acceptances.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "HO-3 S2 an s136 clock goes over the morning handover and back unmoved", "[handover][scenario]")
{
    const Instant due = london("2026-11-20T03:40");
    HandoverDesk desk;
    desk.clock(u"2026-11-19T03:55"_s);
    desk.opens("kofi", "L");
    desk.must("kofi", R"({"do": "case.status", "case": "$L", "status": "s136", "start": "03:40",
        "evidence": "police log"})");
    desk.must("kofi", R"({"do": "case.place", "case": "$L", "kind": "ed"})");
    desk.clock(u"2026-11-19T05:30"_s);
    desk.must("kofi", R"({"do": "case.place", "case": "$L", "kind": "s136_suite"})");
    desk.clock(u"2026-11-19T07:30"_s);
    desk.must("kofi", R"({"do": "case.doctor_call", "case": "$L", "name": "Dr Lund",
        "result": "available", "available_from": "10:00"})");

    desk.clock(u"2026-11-19T08:46"_s);
    desk.must("kofi", R"({"do": "handover.discuss", "cases": ["$L"], "with": "Tom Ashdown",
        "role": "on_call_manager"})");
    CHECK(desk.proposes("kofi", "L").made(u"transfer"_s) == u"T-2026-11-19-AM-01"_s);
    REQUIRE(desk.item("L").clocks.size() == 1);
    CHECK(desk.item("L").clocks.front().due == due);
    CHECK(durationText(due - desk.now) == u"18 h 54 min"_s);
    const auto morning = desk.calendar().windowsOn(day("2026-11-19")).front();
    CHECK(preparedList(morning, desk, desk.calendar().profile()).size() == 1);
    CHECK(desk.record("L").doctorCalls.size() == 1);

    desk.clock(u"2026-11-19T08:53"_s);
    desk.must("priya", R"({"do": "handover.read_back", "case": "$L",
        "clock": "s136 ends Fri 03:40", "next_action": "Dr Lund at 10:00"})");
    desk.must("priya", R"({"do": "handover.accept", "case": "$L"})");
    CHECK(desk.ownerAt("L", "2026-11-19T08:52:59") == u"edt"_s);
    CHECK(desk.ownerAt("L", "2026-11-19T08:53") == u"amhp-day"_s);

    desk.clock(u"2026-11-19T16:50"_s);
    desk.proposes("priya", "L");
    CHECK(desk.item("L").clocks.front().due == due);
    desk.must("tom", R"({"do": "handover.read_back", "case": "$L",
        "clock": "s136 ends Fri 03:40", "next_action": "Bed, then Helen signs"})");
    desk.must("tom", R"({"do": "handover.accept", "case": "$L"})");

    const Case record = desk.record("L");
    QStringList owners;
    for (const auto& entry : record.responsible.entries())
        owners.append(entry.value);
    CHECK(owners == QStringList{u"edt"_s, u"amhp-day"_s, u"edt"_s});
    CHECK(acceptancesOn(desk.record("L")).size() == 2);
}
