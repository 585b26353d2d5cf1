#include <catch2/catch.hpp>

#include "core/paper/allocation_sheet.h"
#include "tests/support/handover_desk.h"
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
