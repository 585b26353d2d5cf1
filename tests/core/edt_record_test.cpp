#include "core/casework/case_deadlines.h"
#include "core/handover/edt_record.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct RecordDesk : HandoverDesk {
    Reply sends(const char* user, const char* fields = R"("manager": "Una Reyes")")
    {
        const QByteArray request = QByteArray(R"({"do": "handover.edt_record", "title": "R",
            "worker": "Sam Okafor", "team": "Adults north", "why": "Visit tonight", "as": "R", )")
            + fields + "}";
        return does(user, request.data());
    }
};

}

TEST_CASE("HO-4.1a a day team's handover needs its manager's agreement", "[edt-record]")
{
    RecordDesk desk;

    const Reply own = desk.sends("sam", R"("summary": "Lives alone")");
    CHECK(HandoverDesk::refused(own) == QStringList{u"HO-4.1a"_s});

    const Reply arrived = desk.sends("grace", R"("summary": "Lives alone")");
    CHECK(HandoverDesk::owed(arrived).contains(u"HO-4.1a"_s));
    CHECK_FALSE(HandoverDesk::owed(desk.sends("sam")).contains(u"HO-4.1a"_s));
}

TEST_CASE(
    "HO-4.1b, HO-4.2a a record that was only e-mailed stays with the team as not yet telephoned",
    "[edt-record]")
{
    RecordDesk desk;

    const Reply reply = desk.sends("sam");

    CHECK(HandoverDesk::owed(reply).contains(u"HO-4.2a"_s));
    CHECK(desk.owner("R") == u"day-team"_s);
    CHECK(desk.record("R").edtRecords[0].worker == u"Sam Okafor"_s);
    CHECK(shown(desk.record("R").edtRecords[0].receivedAt) == shown(london("2026-11-18T16:00")));
    CHECK_FALSE(desk.record("R").edtRecords[0].telephonedAt);
    const Reply accepted = desk.does("grace", R"({"do": "handover.accept", "case": "$R"})");
    CHECK(HandoverDesk::refused(accepted) == QStringList{u"HO-4.2b"_s});
}

TEST_CASE("HO-1.4a, HO-4.2b and HO-4.3a the telephone call with an officer is the transfer",
    "[edt-record]")
{
    RecordDesk desk;
    desk.sends("sam");
    desk.clock(u"2026-11-18T17:05"_s);

    CHECK_FALSE(desk.does("sam", R"({"do": "handover.telephoned", "case": "$R"})").done());
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
        "clarification": "The key is with the neighbour"})");

    CHECK(desk.ownerAt("R", "2026-11-18T17:04") == u"day-team"_s);
    CHECK(desk.owner("R") == u"edt"_s);
    CHECK(desk.record("R").edtRecords[0].officer == u"Grace Oyelaran"_s);
    CHECK(desk.record("R").edtRecords[0].clarification == u"The key is with the neighbour"_s);
}

TEST_CASE("HO-4.2b and INV-3 a record declined in the call stays with the team", "[edt-record]")
{
    RecordDesk desk;
    desk.sends("sam");

    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
        "declined": "It can wait until tomorrow"})");

    CHECK(desk.owner("R") == u"day-team"_s);
    CHECK(desk.item("R").state == ItemState::Declined);
}

TEST_CASE("HO-4.3b what is expected tonight becomes a timed task", "[edt-record]")
{
    RecordDesk desk;

    const Reply reply = desk.sends("sam", R"("manager": "Una Reyes",
        "expected": [{"what": "Welfare call", "due": "22:00"}])");

    CHECK(HandoverDesk::owed(reply).contains(u"HO-4.3b"_s));
    const auto clocks = deadlinesOf(desk.record("R"), desk.calendar().profile());
    const auto call = std::find_if(clocks.begin(), clocks.end(),
        [](const Deadline& clock) { return clock.kind == u"anticipated_action"_s; });
    REQUIRE(call != clocks.end());
    CHECK(shown(call->due) == shown(london("2026-11-18T22:00")));
    CHECK_FALSE(call->warnings.empty());
}

TEST_CASE(
    "HO-4.4c an officer asks the on-call manager to facilitate the verbal handover", "[edt-record]")
{
    RecordDesk desk;
    desk.opens("grace", "A");

    desk.must("grace", R"({"do": "handover.ask_manager", "case": "$A",
        "what": "With the ward's AMHP, she is still in an assessment"})");

    REQUIRE(desk.record("A").tasks.size() == 1);
    CHECK(desk.record("A").tasks[0].clause == u"HO-4.4c"_s);
    CHECK(desk.record("A").tasks[0].who == u"On-call manager"_s);
}

TEST_CASE(
    "HO-2.1c work that is better managed in hours is proposed for the next morning", "[edt-record]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T08:46"_s);
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
        "role": "on_call_manager"})");

    desk.must("grace", R"({"do": "handover.propose", "case": "$A", "reason": "better_in_hours",
        "why": "Not an emergency"})");

    CHECK(desk.item("A").windowName == u"2026-11-19-AM"_s);
    CHECK(desk.item("A").reason == HandoverReason::BetterInHours);
}

TEST_CASE("HO-1.4b and HO-1.4c a handover between EDT and the AMHP service is accepted, "
          "information is not",
    "[edt-record]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T16:50"_s);
    desk.opens("priya", "A");
    desk.opens("priya", "B");

    desk.proposes("priya", "A");
    desk.must("priya", R"({"do": "handover.inform", "case": "$B", "words": "Knows of the visit"})");

    CHECK(desk.item("A").state == ItemState::Proposed);
    CHECK(desk.item("B").state == ItemState::Informed);
    CHECK_FALSE(desk.does("tom", R"({"do": "handover.accept", "case": "$B"})").done());
    CHECK(desk.owner("B") == u"amhp-day"_s);
}
