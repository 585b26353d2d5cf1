#include "core/paper/oncall_record.h"
#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "HO-1.4c REC-2.6 what is told for information stands in both books with its words", "[duty]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("priya", R"({"do": "handover.inform", "case": "$A", "words": "May ring tonight"})");
    const auto night = nextDutyPeriod(desk.calendar(), u"edt"_s, desk.now);
    const auto day = dutyPeriodAt(desk.calendar(), u"amhp-day"_s, desk.now);
    REQUIRE(night);
    REQUIRE(day);

    for (const DutyPeriod& period : {*night, *day}) {
        CAPTURE(period.service.toStdString());
        const auto lines = acceptancesIn(period, desk, desk.calendar());
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().words == u"May ring tonight"_s);
        const Duty duty = dutyOfBook(period, desk, desk.calendar().profile());
        const OncallRecord record = oncallRecord(duty, desk, desk.calendar());
        const auto line = std::find_if(record.lines.begin(), record.lines.end(),
            [](const OncallLine& each) { return each.kind == OncallKind::Handover; });
        REQUIRE(line != record.lines.end());
        CHECK(line->told == u"May ring tonight"_s);
        CHECK(line->decision.isEmpty()); // so books before the fifth edition read as signed
    }
}
