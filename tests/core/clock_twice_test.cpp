#include "core/conflict/claims.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* sixHours = R"({"do": "case.extend_s136", "case": "$A", "hours": 6,
    "reason": "sedation", "doctor": "Dr Amara Shah"})";

/// Both desks write down the detention of one person, at 22:40 and at `other`.
struct ToldTwice : TwoDesks {
    explicit ToldTwice(const char* other)
    {
        clock("2026-11-19T23:00");
        a.opens("grace", "A");
        meet();
        tell(a, "grace", "22:40");
        tell(b, "kofi", other);
        meet();
    }
    static void tell(HandoverDesk& desk, const char* user, const char* start)
    {
        desk.must(user,
            QByteArray(R"({"do": "case.status", "case": "$A", "status": "s136", "start": "START",
                "evidence": "police log"})")
                .replace("START", start));
    }
    std::vector<ClockFact> detentions() const
    {
        std::vector<ClockFact> found;
        for (const ClockFact& each : a.record("A").clocks)
            if (each.kind == u"s136"_s)
                found.push_back(each);
        return found;
    }
};

}

TEST_CASE("CLK-02 and INV-10 the start that was settled on is extended, not the silent one",
    "[clock][conflict]")
{
    ToldTwice desks("22:10");
    const std::vector<Conflict> conflicts = desks.a.record("A").conflicts;
    const auto conflict = std::find_if(conflicts.begin(), conflicts.end(),
        [](const Conflict& each) { return each.field.startsWith(u"clock "); });
    REQUIRE(conflict != conflicts.end());
    const auto earlier = std::min_element(conflict->sides.begin(), conflict->sides.end(),
        [](const ConflictSide& x, const ConflictSide& y) { return x.occurred < y.occurred; });
    REQUIRE(settle(desks.a, "grace", "A", conflict->field, earlier->value).done());

    desks.a.must("grace", sixHours);

    for (const ClockFact& each : desks.detentions()) {
        const bool counts = each.state == ClockState::Running;
        CHECK(counts == (each.start == london("2026-11-19T22:10")));
        CHECK(each.extendedHours == (counts ? 6 : 0));
    }
}

TEST_CASE("CLK-02 and INV-4 a detention that two desks wrote down is extended and ended whole",
    "[clock][conflict]")
{
    ToldTwice desks("22:40");
    REQUIRE(desks.detentions().size() == 2);

    desks.a.must("grace", sixHours);
    for (const ClockFact& each : desks.detentions())
        CHECK(shown(each.due) == shown(london("2026-11-21T04:40")));

    desks.a.must("grace",
        R"({"do": "case.status_end", "case": "$A", "status": "s136", "outcome": "discharged"})");
    CHECK_FALSE(desks.a.record("A").currentStatus());
    for (const ClockFact& each : desks.detentions())
        CHECK(each.state == ClockState::Ended);
}
