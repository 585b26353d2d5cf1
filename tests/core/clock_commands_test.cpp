#include "core/casework/case_deadlines.h"
#include "core/clock/catalogue.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <set>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct CaseDesk : HandoverDesk {
    CaseDesk()
    {
        clock(u"2026-11-19T16:00"_s);
        opens("grace", "A");
    }
};

Instant due(const char* kind, const char* start)
{
    const ClockKind* known = clockKind(QString::fromLatin1(kind));
    REQUIRE(known);
    return dueOf(*known, london(start), shippedCalendar("anyshire")).due;
}

}

TEST_CASE("Every kind of clock has its own key, a clause and a source", "[clock]")
{
    std::set<QString> keys;
    for (const ClockKind& kind : clockKinds()) {
        CAPTURE(kind.key);
        CHECK(keys.insert(kind.key).second);
        CHECK_FALSE(kind.title.isEmpty());
        CHECK_FALSE(kind.starts.isEmpty());
        CHECK_FALSE(kind.ends.isEmpty());
        CHECK_FALSE(kind.clause.isEmpty());
        CHECK_FALSE(kind.law.isEmpty());
        CHECK((kind.span == Span::Given || kind.span == Span::SameDay || kind.length > 0));
        CHECK((!kind.statutory || !kind.lawVersion.isEmpty()));
        CHECK(std::is_sorted(kind.warnings.rbegin(), kind.warnings.rend()));
    }
}

TEST_CASE("INV-4 a clock counts what passes, also over a clock change", "[clock]")
{
    const auto [clause, kind, start, end]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"CLK-01", "s136", "2026-11-19T03:40", "2026-11-20T03:40"},
            {"CLK-01", "s136", "2026-10-24T20:00", "2026-10-25T19:00"},
            {"CLK-01", "s136", "2027-03-27T20:00", "2027-03-28T21:00"},
            {"CLK-12", "s5_2", "2026-10-23T09:00", "2026-10-26T08:00"},
            {"CLK-12", "s5_2", "2027-03-26T09:00", "2027-03-29T10:00"},
            {"CLK-13", "s5_4", "2026-10-25T00:30", "2026-10-25T05:30"},
            {"CLK-40", "ed_12h", "2026-10-24T22:15", "2026-10-25T09:15"},
            {"CLK-08", "s2", "2026-11-22T14:00", "2026-12-20T00:00"},
            {"CLK-16", "conveyance_14d", "2026-11-20T12:10", "2026-12-04T00:00"},
            {"CLK-15", "amhp_seen_14d", "2026-11-20T10:15", "2026-12-04T00:00"},
            {"CLK-14", "exam_gap_5d", "2026-12-01T10:00", "2026-12-08T00:00"},
            {"CLK-51", "strategy_discussion", "2026-12-06T01:30", "2026-12-07T00:00"},
            {"CLK-09", "s3", "2026-11-20T12:00", "2027-05-20T00:00"},
            {"ESC-2.3c", "escalation_response", "2026-11-20T18:10", "2026-12-01T17:00"},
        }));

    CAPTURE(clause, kind, start);
    CHECK(clockKind(QString::fromLatin1(kind))->clause == QString::fromLatin1(clause));
    CHECK(shown(due(kind, start)) == shown(london(end)));
}

TEST_CASE("A local length is the profile's, a statutory one is not", "[clock]")
{
    Profile profile = shippedProfile("anyshire");
    profile.durations[u"appropriate_adult"_s] = Minutes(90);
    profile.durations[u"s136"_s] = Minutes(90);
    const ServiceCalendar calendar(profile, shippedHolidays());
    const Instant start = london("2026-11-19T10:00");

    CHECK(shown(dueOf(*clockKind(u"appropriate_adult"_s), start, calendar).due)
        == shown(london("2026-11-19T11:30")));
    CHECK(shown(dueOf(*clockKind(u"s136"_s), start, calendar).due)
        == shown(london("2026-11-20T10:00")));
}

TEST_CASE("CLK-40 the 12 hours run from the decision to admit until it is told what ended them",
    "[clock]")
{
    CaseDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "case.clock_start", "case": "$A",
        "kind": "ed_12h", "start": "15:10", "evidence": "Dr Amara Shah"})");
    CHECK(readIso(reply.made(u"due"_s)) == london("2026-11-20T03:10"));
    const std::vector<Deadline> running = deadlinesOf(desk.record("A"), desk.calendar().profile());
    REQUIRE(running.size() == 1);
    CHECK(running[0].clause == u"CLK-40"_s);
    CHECK(running[0].who == u"Emergency Duty Team"_s);

    desk.clock(u"2026-11-20T04:00"_s);
    CHECK(alarmAt(running[0], desk.now) == Alarm::Expired);
    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "ed_12h",
        "outcome": "left ED for Ash Ward"})");
    CHECK(desk.record("A").clocks[0].state == ClockState::Ended);
    CHECK_FALSE(desk.does("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "ed_12h",
        "outcome": "x"})")
                    .done());
}

TEST_CASE("CLK-05 a warrant is valid until the date typed from it", "[clock]")
{
    CaseDesk desk;

    const Reply without = desk.does("grace", R"({"do": "case.clock_start", "case": "$A",
        "kind": "s135_warrant"})");
    CHECK(HandoverDesk::refused(without) == QStringList{u"CLK-05"_s});
    CHECK(without.decision.refusals.front().field == u"due"_s);

    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "s135_warrant",
        "start": "15:30", "due": "2026-12-19T15:30"})");
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-12-19T15:30")));
}

TEST_CASE("INV-4 nobody types the end of a clock whose length the law fixes", "[clock]")
{
    CaseDesk desk;

    const Reply reply = desk.does("grace", R"({"do": "case.clock_start", "case": "$A",
        "kind": "s5_2", "due": "2026-11-25T10:00"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"CLK-12"_s});
}

TEST_CASE("An unknown kind of clock is refused with those that exist", "[clock]")
{
    CaseDesk desk;

    const Reply reply
        = desk.does("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "egg"})");

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().field == u"kind"_s);
    CHECK(reply.decision.refusals.front().mend.contains(u"police_protection"_s));
}

TEST_CASE("CLK-61 and CLK-62 requests from custody have the profile's targets", "[clock]")
{
    CaseDesk desk;
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "appropriate_adult"})");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "pace_bed"})");

    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-19T18:00")));
    CHECK(shown(desk.record("A").clocks[1].due) == shown(london("2026-11-19T20:00")));
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
}

TEST_CASE("The clocks of a case stand by their weight, the legal ones first", "[clock]")
{
    CaseDesk desk;
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s5_2",
        "start": "15:00"})");
    desk.must("grace", R"({"do": "case.task", "case": "$A", "what": "Ring the ward",
        "due": "18:00"})");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "ed_12h"})");

    QStringList kinds;
    for (const Deadline& each : deadlinesOf(desk.record("A"), desk.calendar().profile()))
        kinds.append(each.kind);
    CHECK(kinds == QStringList{u"s5_2"_s, u"ed_12h"_s, u"task"_s});
}
