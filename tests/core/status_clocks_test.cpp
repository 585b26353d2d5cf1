#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("CLK-10 the 28 days of s2 count from the s4 admission, in whichever order they are told",
    "[status]")
{
    const auto [second, due] = GENERATE(table<const char*, const char*>({
        {"2026-11-20T09:00", "2026-12-16T00:00"}, {"2026-11-21T22:10", "2026-12-16T00:00"},
        {"2026-11-21T22:11", "2026-12-19T00:00"}, // the 72 hours had run out
    }));
    const bool emergencyFirst = GENERATE(true, false);
    StatusDesk desk("2026-11-22T09:00");
    if (emergencyFirst)
        desk.status("s4", "2026-11-18T22:10", "H3");
    desk.status("s2", second, "A4 of Dr Adair");
    if (!emergencyFirst)
        desk.status("s4", "2026-11-18T22:10", "H3");

    CAPTURE(second, emergencyFirst);
    CHECK(shown(desk.only("s2").due) == shown(london(due)));
    CHECK(desk.only("s4").state == ClockState::Ended);
    CHECK(shown(desk.only("s4").endedAt) == shown(london(second)));
    REQUIRE(desk.record("A").statuses.size() == 2);
    CHECK(shown(desk.record("A").statuses.back().start) == shown(london(second)));
}

TEST_CASE("CLK-60 the first review is due 6 hours after the detention, each later one after 9",
    "[status]")
{
    StatusDesk desk;
    desk.status("pace", "03:40", "custody log");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T09:40")));
    desk.status("pace", "03:10", "arrest record");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T09:10")));

    desk.clock(u"2026-11-19T09:00"_s);
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "pace_review",
        "evidence": "Insp Vale"})");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T18:00")));
    desk.status("pace", "03:05", "arrest record, mended");
    CHECK(shown(desk.only("pace_review").due) == shown(london("2026-11-19T18:00")));

    const bool byStatus = GENERATE(true, false);
    desk.must("grace",
        byStatus ? R"({"do": "case.status_end", "case": "$A", "outcome": "released"})"
                 : R"({"do": "case.clock_end", "case": "$A", "kind": "pace",
                       "outcome": "released"})");
    CHECK(desk.only("pace").state == ClockState::Ended);
    CHECK(desk.only("pace_review").state == ClockState::Ended);
}

TEST_CASE("CLK-24 and CLK-25 how long somebody absent may be retaken", "[status]")
{
    struct Row {
        const char* status; ///< beneath, from 18 Nov 2026 22:10
        const char* until;
    };
    const auto row = GENERATE(Row{"s2", "2026-12-16T00:00"}, Row{"s3", "2027-05-19T00:00"},
        Row{"s4", "2026-11-21T22:10"}, Row{"s5_2", "2026-11-21T22:10"},
        Row{"s5_4", "2026-11-19T04:10"}, Row{"informal", nullptr});
    StatusDesk desk;
    desk.status(row.status, "2026-11-18T22:10");

    const Reply reply = desk.status("awol", "03:40", "ward");

    CAPTURE(row.status);
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-24"_s) == !row.until);
    if (row.until)
        CHECK(shown(desk.only("awol").due) == shown(london(row.until)));
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "status": "awol",
        "outcome": "returned"})");
    for (const ClockFact& clock : desk.record("A").clocks)
        if (clock.kind == u"awol"_s)
            CHECK(clock.state == ClockState::Ended);
}

TEST_CASE("CLK-25 who absconds with the application made may be retaken by its section", "[status]")
{
    const auto [form, until] = GENERATE(table<const char*, const char*>({
        {"A2", "2026-12-17T00:00"},
        {"A6", "2027-05-19T00:00"},
        {"A10", "2026-11-22T03:40"},
    }));
    StatusDesk desk;
    const QString request = u"{\"do\": \"case.application\", \"case\": \"$A\", \"form\": \"%1\", "
                            "\"signed_at\": \"03:20\", \"signed_by_name\": \"Helen Brandt\"}"_s;
    desk.must("grace", request.arg(QString::fromLatin1(form)).toUtf8().data());

    desk.status("awol", "03:40", "police");

    CHECK(shown(desk.only("absconded").due) == shown(london(until)));
}
