#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct AbsentDesk : StatusDesk {
    Reply asks(const char* fields)
    {
        return does("grace",
            (QByteArray(R"({"case": "$A", "late_reason": "told late", )") + fields + "}")
                .constData());
    }
    /// The last clock that began of that kind; none: nothing.
    std::optional<ClockFact> last(const char* kind) const
    {
        std::optional<ClockFact> found;
        for (const ClockFact& each : record("A").clocks)
            if (each.kind == QString::fromLatin1(kind))
                found = each;
        return found;
    }
};

}

TEST_CASE("CLK-24 until when somebody may be retaken follows the section beneath", "[status]")
{
    const auto [told, due] = GENERATE(table<const char*, const char*>({
        {R"("do": "case.status", "status": "s2", "start": "2026-11-05T10:00",
            "correction": "Form H3")",
            "2026-12-03T00:00"},
        {R"("do": "case.status", "status": "s2", "start": "2026-11-01T10:00",
            "correction": "Form H3")",
            "2026-11-29T00:00"},
        {R"("do": "case.status", "status": "s2", "start": "2026-11-01T10:00")", "2026-11-29T00:00"},
        {R"("do": "case.status", "status": "informal", "start": "2026-11-19T03:00")", nullptr},
        {R"("do": "case.status_end", "status": "s2", "outcome": "discharged", "at": "03:50")",
            nullptr},
        {R"("do": "case.clock_end", "kind": "s2", "outcome": "discharged", "at": "03:50")",
            nullptr},
        {R"("do": "case.status_end", "status": "s2", "outcome": "never began",
            "correction": "Another patient")",
            nullptr},
    }));
    CAPTURE(told);
    AbsentDesk desk;
    desk.status("s2", "2026-11-03T10:00");
    desk.status("awol", "03:40", "ward");
    REQUIRE(shown(desk.only("awol").due) == shown(london("2026-12-01T00:00")));

    REQUIRE(desk.asks(told).done());

    CHECK((desk.only("awol").state == ClockState::Running) == (due != nullptr));
    if (due)
        CHECK(shown(desk.only("awol").due) == shown(london(due)));
    CHECK(shown(desk.only("awol").start) == shown(london("2026-11-19T03:40")));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-24 a section that had not ended lets retake again", "[status]")
{
    AbsentDesk desk;
    desk.status("s2", "2026-11-03T10:00");
    desk.status("awol", "03:40", "ward");
    REQUIRE(desk.asks(R"("do": "case.status_end", "status": "s2", "outcome": "discharged",
        "at": "03:50")")
                .done());
    REQUIRE(desk.last("awol")->state == ClockState::Ended);

    REQUIRE(
        desk.asks(R"("do": "case.status_end", "status": "s2", "correction": "It had not")").done());

    CHECK(desk.last("awol")->state == ClockState::Running);
    CHECK(shown(desk.last("awol")->due) == shown(london("2026-12-01T00:00")));
}

TEST_CASE("CLK-24 an end that was given otherwise stays as it was given", "[status]")
{
    AbsentDesk desk;
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "awol",
        "start": "2026-11-19T03:40", "due": "2026-12-24T00:00"})");
    desk.status("awol", "03:40", "ward");
    desk.status("s2", "2026-11-03T10:00");

    REQUIRE(desk.asks(R"("do": "case.status", "status": "s2", "start": "2026-11-05T10:00",
        "correction": "Form H3")")
                .done());

    CHECK(shown(desk.last("awol")->due) == shown(london("2026-12-24T00:00")));
}
