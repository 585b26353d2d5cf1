#include "core/duty/duty_deadlines.h"
#include "core/paper/oncall_record.h"
#include "tests/support/ladder_desk.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Cases A and B, and no ladder yet.
struct GoingOnDesk : LadderDesk {
    GoingOnDesk() { opens("grace", "B"); }
    Reply rings(const char* fields)
    {
        return must("grace",
            (QByteArray(R"({"do": "duty.rang_manager", "result": "no_answer")") + fields + '}')
                .constData());
    }
    Reply startsWith(const char* fields)
    {
        return must(
            "grace", (QByteArray(R"({"do": "duty.ladder_start")") + fields + '}').constData());
    }
    CaseId idOf(const char* name) const { return name ? record(name).id : CaseId{}; }
};

}

TEST_CASE("ESC-6.1f a ladder started for what a call began one for goes on with it", "[ladder]")
{
    struct Row {
        const char* call;
        const char* start;
        std::size_t ladders;
        const char* of; ///< the case that the newest is about; none: no case
        const char* about;
    };
    const Row row = GENERATE(values<Row>({
        {R"(, "about": "A bed")", R"(, "about": "A bed")", 1, nullptr, "A bed"},
        {R"(, "about": "A bed")", "", 1, nullptr, "A bed"},
        {"", R"(, "case": "$A", "about": "A bed")", 1, "A", "A bed"},
        {R"(, "case": "$A", "about": "A bed")", R"(, "case": "$A")", 1, "A", "A bed"},
        {R"(, "case": "$A", "about": "A bed")", "", 1, "A", "A bed"},
        {R"(, "case": "$A", "about": "A bed")", R"(, "about": "A bed")", 1, "A", "A bed"},
        {R"(, "case": "$A", "about": "A bed")", R"(, "about": "The police")", 2, nullptr,
            "The police"},
        {R"(, "case": "$A")", R"(, "case": "$B", "about": "A bed")", 2, "B", "A bed"},
        {R"(, "about": "A bed")", R"(, "about": "A bed", "another": true)", 2, nullptr, "A bed"},
    }));
    CAPTURE(row.call, row.start);
    GoingOnDesk desk;
    desk.rings(row.call);
    const PartId first = desk.ladder().id;
    desk.clock(u"2026-11-18T22:01"_s);

    const Reply reply = desk.startsWith(row.start);

    CHECK(desk.night().ladders.size() == row.ladders);
    CHECK(desk.ladder().caseId == desk.idOf(row.of));
    CHECK(desk.ladder().about == QString::fromUtf8(row.about));
    CHECK(desk.night().ladders.front().tries.size() == 1);
    CHECK(reply.made(u"id"_s) == desk.ladder().id.text());
    CHECK((reply.made(u"id"_s) == first.text()) == (row.ladders == 1));
    CHECK(reply.made(u"next"_s) == (row.ladders == 1 ? u"wait_for_call_back"_s : u"ring"_s));
    const QString said = reply.decision.notes.join(u' ');
    CHECK(said.contains(u"goes on with the ladder begun at 22:00"_s) == (row.ladders == 1));
    CHECK(said.contains(u"runs beside this one"_s) == (row.ladders == 2));
    CHECK(desk.night().outOfStep.empty());
}

TEST_CASE("ESC-6.1f of several ladders the case's own goes on, and it alone", "[ladder]")
{
    GoingOnDesk desk;
    desk.startsWith(R"(, "case": "$A", "about": "A bed")");
    const PartId first = desk.ladder().id;
    desk.startsWith(R"(, "case": "$B", "about": "The police")");
    desk.startsWith(R"(, "about": "A man at the station", "another": true)");
    REQUIRE(desk.night().ladders.size() == 3);

    const Reply reply = desk.startsWith(R"(, "case": "$A")");

    CHECK(desk.night().ladders.size() == 3);
    CHECK(reply.made(u"id"_s) == first.text());
    CHECK(desk.ladder().about == u"A man at the station"_s);
}

TEST_CASE("ESC-6.1f INV-11 the calls before a ladder is started count for the climb", "[ladder]")
{
    GoingOnDesk desk;
    for (int call = 0; call < 3; ++call)
        desk.rings(R"(, "about": "A bed")");

    const Reply reply = desk.startsWith(R"(, "about": "A bed")");

    CHECK(reply.made(u"next"_s) == u"climb"_s);
    desk.must("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(desk.ladder().rung == 1);
}

TEST_CASE("ESC-6.1f a ladder that a call began ends with the one that goes on", "[ladder]")
{
    GoingOnDesk desk;
    desk.rings(R"(, "about": "A bed")");
    desk.startsWith(R"(, "case": "$A", "about": "A bed")");

    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Wait for the day", "direction": "Ring the ward"})");
    desk.must("grace", R"({"do": "duty.ladder_close"})");

    const auto clocks = deadlinesOf(desk.night());
    CHECK(std::none_of(clocks.begin(), clocks.end(),
        [](const Deadline& each) { return each.state != ClockState::Ended; }));
}

TEST_CASE("ESC-6.1d a ladder that goes on becomes urgent where it is started so", "[ladder]")
{
    const auto [start, urgent, danger]
        = GENERATE(table<const char*, bool, bool>({{"", false, false},
            {R"(, "urgent": true)", true, false}, {R"(, "danger": true)", true, true}}));
    CAPTURE(start);
    GoingOnDesk desk;
    desk.rings(R"(, "about": "A bed")");

    const Reply reply = desk.startsWith(start);

    CHECK(desk.night().ladders.size() == 1);
    CHECK(desk.ladder().urgent == urgent);
    CHECK(desk.ladder().danger == danger);
    CHECK(reply.made(u"next"_s) == (urgent ? u"ring_again"_s : u"wait_for_call_back"_s));
}

TEST_CASE("ESC-6.1f a start told late begins nothing beside a ladder decided since", "[ladder]")
{
    const auto [at, ladders]
        = GENERATE(table<const char*, std::size_t>({{"22:01", 1}, {"22:10", 2}, {"22:20", 2}}));
    CAPTURE(at);
    GoingOnDesk desk;
    desk.rings(R"(, "about": "A bed")");
    desk.clock(u"2026-11-18T22:10"_s);
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "answered", "about": "A bed",
        "decision": "Wait for the day", "direction": "Ring the ward"})");
    desk.must("grace", R"({"do": "duty.ladder_close"})");
    desk.clock(u"2026-11-18T22:20"_s);

    desk.startsWith(
        (QByteArray(R"(, "about": "A bed", "at": "2026-11-18T)") + at + '"').constData());

    CHECK(desk.night().ladders.size() == ladders);
    CHECK(desk.night().outOfStep.empty());
}

TEST_CASE("ESC-6.2 what a ladder that goes on is about is a line of the record", "[ladder]")
{
    const auto [call, start, line] = GENERATE(table<const char*, const char*, const char*>({
        {"", R"(, "about": "A bed")",
            "The ladder begun at 22:00 is about what was not told before: A bed"},
        {R"(, "about": "A bed")", R"(, "case": "$A", "about": "No bed for A")",
            "The ladder begun at 22:00 is about a case that was not named before: No bed for A"},
    }));
    CAPTURE(call, start);
    GoingOnDesk desk;
    desk.rings(call);

    desk.startsWith(start);

    QStringList lines;
    for (const OncallLine& each : oncallRecord(desk.night(), desk, desk.calendar()).lines)
        lines.append(each.text);
    CHECK(lines.filter(QString::fromUtf8(line)).size() == 1);
}

TEST_CASE("ESC-6.1c a call of no case counts on the only ladder that runs", "[ladder]")
{
    const auto [call, ladders] = GENERATE(table<const char*, std::size_t>(
        {{"", 1}, {R"(, "about": "A bed")", 1}, {R"(, "about": "The police")", 2}}));
    CAPTURE(call);
    GoingOnDesk desk;
    desk.startsWith(R"(, "case": "$A", "about": "A bed")");

    const Reply reply = desk.rings(call);

    CHECK(reply.decision.notes.filter(u"runs beside this one"_s).size()
        == static_cast<qsizetype>(ladders - 1));
    CHECK(desk.night().ladders.size() == ladders);
    CHECK(desk.night().ladders.front().tries.size() == (ladders == 1 ? 1 : 0));
}
