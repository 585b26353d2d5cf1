#include "core/casework/case_checks.h"
#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList owedBy(const HandoverDesk& desk)
{
    QStringList fields;
    for (const Owed& each : owedOf(desk.record("A")))
        if (each.clause == u"COM-3.5a"_s)
            fields.append(each.field);
    return fields;
}

}

TEST_CASE(
    "COM-3.5a a brief assessment saves with the needs alone; risks and plan are owed", "[case]")
{
    const auto [more, owed] = GENERATE(table<const char*, QStringList>({
        {"", {u"risks"_s, u"plan"_s}},
        {R"(, "risks": "Falls")", {u"plan"_s}},
        {R"(, "plan": "Carer calls at 07:00")", {u"risks"_s}},
        {R"(, "risks": "Falls", "strengths": "Makes her own tea", "plan": "Carer at 07:00")", {}},
    }));
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.opens("grace", "A");

    desk.must("grace",
        (QByteArray(R"({"do": "case.immediate_needs", "case": "$A", "needs": "Cannot get up")")
            + more + '}')
            .data());

    CHECK(owedBy(desk) == owed);
    CHECK(desk.record("A").entries.back().kind == u"risk_and_care"_s);
    CHECK(desk.record("A").entries.back().words.startsWith(u"Immediate needs: Cannot get up"_s));
}

TEST_CASE("COM-3.4 the plan that holds until the day team has it is part of the entry", "[case]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.opens("grace", "A");

    desk.must("grace", R"({"do": "case.immediate_needs", "case": "$A", "needs": "No heating",
        "risks": "Cold", "plan": "Heater lent", "until": "2026-11-19T09:00"})");

    CHECK(desk.record("A").entries.back().words
        == u"Immediate needs: No heating\nRisks: Cold\nPlan: Heater lent\n"
           "Until: Thu 19 Nov 2026 09:00"_s);
}
