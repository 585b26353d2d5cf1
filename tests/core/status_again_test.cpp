#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<ClockFact> clocksOfKind(const Case& record, const char* kind)
{
    std::vector<ClockFact> found;
    for (const ClockFact& each : record.clocks)
        if (each.kind == QLatin1StringView(kind))
            found.push_back(each);
    std::sort(found.begin(), found.end(),
        [](const ClockFact& one, const ClockFact& other) { return one.start < other.start; });
    return found;
}

}

TEST_CASE("CLK-01 CLK-12 a detention that another followed is one of its own, whenever it is told",
    "[status]")
{
    const char* kind = GENERATE("s136", "s5_2");
    struct Told {
        const char* status;
        const char* start;
    };
    const std::vector<Told> told{
        {kind, "2026-11-10T10:00"}, {"informal", "2026-11-11T05:00"}, {kind, "2026-11-25T10:00"}};
    std::vector<std::size_t> order{0, 1, 2};
    for (int turns = GENERATE(range(0, 6)); turns > 0; --turns)
        std::next_permutation(order.begin(), order.end());
    StatusDesk desk("2026-11-25T12:00");
    for (const std::size_t at : order)
        desk.status(told[at].status, told[at].start);

    CAPTURE(kind, order[0], order[1], order[2]);
    const Case record = desk.record("A");
    const auto clocks = clocksOfKind(record, kind);
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].state == ClockState::Ended);
    CHECK(shown(clocks[0].endedAt) == shown(london("2026-11-11T05:00")));
    CHECK(clocks[1].state == ClockState::Running);
    CHECK(shown(clocks[1].start) == shown(london("2026-11-25T10:00")));
    CHECK(record.statuses.size() == 3);
    CHECK(record.currentStatus()->clock == clocks[1].id);
    CHECK(record.outOfStep.empty());
}

TEST_CASE(
    "CLK-01 a detention that began after the last had run out does not hide behind it", "[status]")
{
    const bool lastFirst = GENERATE(false, true);
    StatusDesk desk("2026-11-25T12:00");
    desk.status("s136", lastFirst ? "2026-11-25T10:00" : "2026-11-23T10:00");
    desk.status("s136", lastFirst ? "2026-11-23T10:00" : "2026-11-25T10:00");

    CAPTURE(lastFirst);
    const auto clocks = clocksOfKind(desk.record("A"), "s136");
    REQUIRE(clocks.size() == 2);
    CHECK(shown(clocks[0].due) == shown(london("2026-11-24T10:00")));
    CHECK(shown(clocks[1].due) == shown(london("2026-11-26T10:00")));

    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "status": "s136",
        "outcome": "discharged", "at": "2026-11-24T09:00"})");
    const auto after = clocksOfKind(desk.record("A"), "s136");
    CHECK(after[0].state == ClockState::Ended);
    CHECK(after[1].state == ClockState::Running);
}

TEST_CASE("CLK-01 a start within the time that ran is another account of it", "[status]")
{
    const auto [start, clocks] = GENERATE(table<const char*, std::size_t>({
        {"2026-11-24T12:00", 1},
        {"2026-11-24T12:01", 2},
    }));
    StatusDesk desk("2026-11-25T12:00");
    desk.status("s136", "2026-11-23T12:00");
    desk.status("s136", start);
    CAPTURE(start);
    CHECK(clocksOfKind(desk.record("A"), "s136").size() == clocks);
}

TEST_CASE("A status without a clock that another followed is recorded beside the next", "[status]")
{
    StatusDesk desk("2026-11-25T12:00");
    desk.status("informal", "2026-11-20T12:00");
    desk.status("s5_2", "2026-11-19T12:00");

    desk.status("informal", "2026-11-18T10:00");

    const auto statuses = desk.record("A").statuses;
    REQUIRE(statuses.size() == 3);
    REQUIRE(statuses[0].ended);
    CHECK(shown(*statuses[0].ended) == shown(london("2026-11-19T12:00")));
    CHECK_FALSE(statuses[2].ended);
}

TEST_CASE("CLK-24 CLK-25 the time to retake begins when the section beneath is told after the "
          "absence",
    "[status]")
{
    const auto [told, kind, due] = GENERATE(table<const char*, const char*, const char*>({
        {R"("do": "case.status", "status": "s2", "start": "2026-11-10T10:00")", "awol",
            "2026-12-08T00:00"},
        {R"("do": "case.application", "form": "A2", "signed_at": "2026-11-19T01:00",
            "signed_by_name": "Ada Long")",
            "absconded", "2026-12-17T00:00"},
    }));
    StatusDesk desk;
    desk.status("awol", "03:40", "ward");
    REQUIRE(desk.record("A").clocks.empty());

    desk.must(
        "grace", (QByteArray(R"({"case": "$A", "evidence": "form", )") + told + "}").constData());

    CAPTURE(kind);
    CHECK(shown(desk.only(kind).due) == shown(london(due)));
    CHECK(shown(desk.only(kind).start) == shown(london("2026-11-19T03:40")));
}

TEST_CASE("CLK-01 CLK-13 how a status ended is told after what followed on it", "[status]")
{
    const auto [at, told] = GENERATE(table<const char*, bool>({
        {"03:00", true},
        {"03:30", true},
        {"03:31", false},
    }));
    StatusDesk desk;
    desk.status("s5_4", "02:00");
    desk.status("s5_2", "03:30");

    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.status_end", "case": "$A", "status": "s5_4",
            "outcome": "the doctor came", "at": "AT"})")
            .replace("AT", at)
            .constData());

    CAPTURE(at);
    CHECK(reply.done() == told);
    const ClockFact nurse = desk.only("s5_4");
    CHECK(shown(nurse.endedAt)
        == shown(london(told ? (QByteArray("2026-11-19T") + at).constData() : "2026-11-19T03:30")));
    CHECK(nurse.outcome == (told ? u"the doctor came"_s : u"followed by s5(2)"_s));
    CHECK(desk.only("s5_2").state == ClockState::Running);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-05 a second warrant with another end stands beside the first", "[status]")
{
    const bool validFirst = GENERATE(false, true);
    StatusDesk desk;
    const auto warrant = [&desk](const char* due) {
        desk.must("grace",
            QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "s135_warrant",
                "start": "2026-11-10T10:00", "due": "DUE"})")
                .replace("DUE", due)
                .constData());
    };
    warrant(validFirst ? "2026-12-08T10:00" : "2026-11-18T10:00");
    warrant(validFirst ? "2026-11-18T10:00" : "2026-12-08T10:00");
    warrant("2026-12-08T10:00");

    const Reply entry = desk.status("s135_1", "03:40");

    CAPTURE(validFirst);
    CHECK(HandoverDesk::flagged(entry).isEmpty());
    CHECK(clocksOfKind(desk.record("A"), "s135_warrant").size() == 2);
}
