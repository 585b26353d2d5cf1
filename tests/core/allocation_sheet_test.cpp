#include <catch2/catch.hpp>

#include "core/paper/allocation_sheet.h"
#include "core/paper/paper_parts.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("HO-3.2a the sheet names the AMHP Lead as said, else by the rota, else by the profile",
    "[duty]")
{
    struct Row {
        const char* planned; ///< by the coordinator's role on the rota
        const char* started; ///< who is named as the duty begins
        const char* lead;
    };
    const char* const planned = R"({"do": "shift.plan", "role": "amhp_lead", "who": "priya",
        "from": "2026-11-19 09:00", "to": "2026-11-19 17:00"})";
    const auto row = GENERATE_COPY(values<Row>({
        {nullptr, nullptr, "AMHP Lead, daytime"},
        {nullptr, R"({"do": "duty.start"})", "AMHP Lead, daytime"},
        {nullptr, R"({"do": "duty.start", "manager": "Helen Brandt"})", "Helen Brandt"},
        {planned, nullptr, "Priya Nair"},
        {planned, R"({"do": "duty.start"})", "Priya Nair"},
        {planned, R"({"do": "duty.start", "manager": "Helen Brandt"})", "Helen Brandt"},
    }));
    HandoverDesk desk;
    if (row.planned)
        desk.must("priya", row.planned);
    desk.clock(u"2026-11-19T09:30"_s);
    if (row.started)
        desk.must("priya", row.started);

    const auto sheet
        = allocationSheet(u"amhp-day"_s, QDate(2026, 11, 19), desk.now, desk, desk.calendar());
    REQUIRE(sheet);
    CHECK(sheet->lead == QString::fromLatin1(row.lead));
}

TEST_CASE("REC-2.7 each legal status that holds is on the sheet, soonest expiry first", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-20T10:00"_s);
    desk.opens("helen", "A");
    desk.must("helen", R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "09:30"})");
    desk.must("helen", R"({"do": "case.status", "case": "$A", "status": "police_protection",
        "start": "09:50"})");

    const auto sheet
        = allocationSheet(u"amhp-day"_s, QDate(2026, 11, 20), desk.now, desk, desk.calendar());

    REQUIRE(sheet);
    REQUIRE(sheet->rows.size() == 1);
    const auto& statuses = sheet->rows.front().statuses;
    REQUIRE(statuses.size() == 2);
    CHECK(statuses[0].status == u"s136"_s);
    CHECK(shown(*statuses[0].expires) == shown(london("2026-11-21T09:30")));
    CHECK(statuses[1].status == u"police protection"_s);
    CHECK(*statuses[1].expires > *statuses[0].expires);
    CHECK(statusText(desk.record("A")).contains(u"s136 since"_s));
    CHECK(statusText(desk.record("A")).contains(u"police protection since"_s));
}

TEST_CASE("REC-2.7 the sheet of a past day has nothing of the night after it", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T15:00"_s);
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.allocate", "case": "$A", "to": "helen"})");
    desk.must("helen", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Day", "form": "A4",
        "at": "14:30", "late_reason": "busy"})");
    desk.clock(u"2026-11-18T16:50"_s);
    REQUIRE(desk.proposes("priya", "A").done());
    desk.must("tom", R"({"do": "handover.read_back", "case": "$A", "clock": "5 days",
        "next_action": "Second doctor", "if_then": "If none, ring"})");
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Ours"})");
    REQUIRE(desk.owner("A") == u"edt"_s);
    desk.clock(u"2026-11-19T03:00"_s);
    desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Night", "form": "A4"})");
    desk.must("grace", R"({"do": "case.bed", "case": "$A", "result": "offered",
        "hospital": "Ash House"})");
    desk.clock(u"2026-11-19T10:00"_s);

    const auto sheet
        = allocationSheetAt(u"amhp-day"_s, QDate(2026, 11, 18), desk.now, desk, desk.calendar());

    REQUIRE(sheet);
    REQUIRE(sheet->rows.size() == 1);
    const AllocationRow& row = sheet->rows.front();
    CHECK(row.doctors == QStringList{u"Dr Day"_s});
    CHECK(row.bed.isEmpty());
    CHECK(row.allocatedTo == u"Helen Brandt"_s);
    CHECK(row.responsible == u"edt"_s);
}
