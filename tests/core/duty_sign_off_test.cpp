#include "core/duty/duty.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("HO-3.6c who signs off without naming a duty signs the one that is over", "[duty]")
{
    struct Row {
        const char* at;
        bool nextStarted;
        const char* signedShift; ///< its beginning
    };
    const auto row = GENERATE(values<Row>({
        {"2026-11-18T19:55", false, "2026-11-18T08:00"}, // not over yet
        {"2026-11-18T20:10", false, "2026-11-18T08:00"},
        {"2026-11-18T20:10", true, "2026-11-18T08:00"},
        {"2026-11-19T07:29", true, "2026-11-18T08:00"},
        {"2026-11-19T07:30", true, "2026-11-18T20:00"}, // the next is about to end itself
    }));
    CAPTURE(row.at, row.nextStarted);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "duty.start"})");
    desk.clock(u"2026-11-18T20:00"_s);
    if (row.nextStarted)
        desk.must("ada", R"({"do": "duty.start"})");
    desk.clock(QString::fromLatin1(row.at));

    const Reply reply = desk.must(row.nextStarted ? "ada" : "olu", R"({"do": "duty.sign_off"})");

    const auto duty = desk.duty({QUuid::fromString(reply.made(u"duty"_s))});
    CHECK(shown(duty->from) == shown(london(row.signedShift)));
    CHECK(duty->signedOffAt);
    CHECK(reply.decision.notes.filter(u"is signed"_s).size() == 1);
}

TEST_CASE(
    "HO-3.6c the night is signed off also after it is over, by whoever is not on it", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");
    desk.clock(u"2026-11-19T09:10"_s);

    desk.must("tom", R"({"do": "duty.sign_off"})");

    CHECK(desk.duty({QUuid::fromString(started.made(u"duty"_s))})->signOffs.size() == 1);
}
