#include "core/handover/handover_deadlines.h"
#include "core/handover/item_rules.h"
#include "core/paper/reconciliation.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto withdrawal = R"({"do": "handover.withdraw", "case": "$A", "reason": "Not needed"})";
constexpr auto confirmation = R"({"do": "handover.confirm", "case": "$A", "reference": "e-mail"})";

/// Proposed at 16:30.
struct LateDesk : HandoverDesk {
    LateDesk()
    {
        clock(u"2026-11-18T16:30"_s);
        opens("priya", "A");
        proposes("priya", "A");
    }
    void withdraws()
    {
        clock(u"2026-11-18T16:40"_s);
        must("priya", withdrawal);
        clock(u"2026-11-18T16:50"_s);
    }
    std::vector<Reconciliation> open() const
    {
        return stillOpen(reconciliationsOf(record("A"), Minutes(5)));
    }
};

QByteArray noteAt(const char* at)
{
    return R"({"do": "handover.accept_by_telephone", "case": "$A", "accepter": "Tom Ashdown",
        "role": "on-call manager", "words": "Yes", "late_reason": "Busy", "at": ")"
        + QByteArray(at) + "\"}";
}

QByteArray recordAt(const char* at)
{
    return R"({"do": "handover.accept", "case": "$A", "words": "Yes", "late_reason": "Busy",
        "at": ")"
        + QByteArray(at) + "\"}";
}

}

TEST_CASE("HO-3.6c the giver's note of an acceptance before the withdrawal is taken", "[handover]")
{
    LateDesk desk;
    desk.withdraws();

    CHECK(HandoverDesk::refused(desk.does("priya", noteAt("16:45").data()))
        == QStringList{u"HO-3.6b"_s});
    const Reply noted = desk.must("priya", noteAt("16:35").data());
    const Reply filed = desk.must("tom", confirmation);

    CHECK(HandoverDesk::flagged(noted).contains(u"HO-3.6c"_s));
    CHECK(HandoverDesk::flagged(filed).contains(u"HO-3.6c"_s));
    CHECK(desk.item("A").state == ItemState::Withdrawn);
    REQUIRE(desk.item("A").byTelephone);
    CHECK(desk.item("A").byTelephone->at == london("2026-11-18T16:35"));
    CHECK(desk.item("A").email == u"e-mail"_s);
    CHECK(desk.record("A").responsible.entries().size() == 1);
    CHECK(desk.open().size() == 1);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.6c the receiver's acceptance before the withdrawal is taken and to be cleared up",
    "[handover]")
{
    LateDesk desk;
    desk.withdraws();

    CHECK_FALSE(
        desk.does("tom", R"({"do": "handover.accept", "case": "$A", "words": "Now"})").done());
    const Reply reply = desk.must("tom", recordAt("16:35").data());

    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.6c"_s));
    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.record("A").responsible.entries().size() == 1);
    REQUIRE(desk.item("A").theirRecord);
    CHECK(desk.item("A").theirRecord->at == london("2026-11-18T16:35"));
    const auto clocks = handoverDeadlines(desk.record("A"), desk.calendar().profile());
    REQUIRE(clocks.size() == 1);
    CHECK(clocks.front().state == ClockState::Running);
    CHECK(clocks.front().due == london("2026-11-18T16:40"));
    CHECK(desk.open().size() == 1);
    CHECK_FALSE(desk.does("tom", recordAt("16:36").data()).done());

    desk.must("priya", R"({"do": "handover.reconcile", "case": "$A", "words": "It stays here"})");

    CHECK(desk.open().empty());
    CHECK(handoverDeadlines(desk.record("A"), desk.calendar().profile()).empty());
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.6c what was told of the first proposal is not of the second", "[handover]")
{
    LateDesk desk;
    desk.withdraws();
    desk.proposes("priya", "A");

    desk.must("priya", noteAt("16:35").data());
    desk.must("tom", recordAt("16:35").data());

    const Case record = desk.record("A");
    REQUIRE(record.handovers.size() == 2);
    CHECK(record.handovers[0].byTelephone);
    CHECK(record.handovers[0].theirRecord);
    CHECK(record.handovers[1].state == ItemState::Proposed);
    CHECK(record.responsible.entries().size() == 1);
}

TEST_CASE("HO-3.6b a read-back is taken also when the answer is here already", "[handover]")
{
    LateDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    const auto answer = GENERATE(as<const char*>(), "accept", "decline", "withdraw");
    CAPTURE(answer);
    const QByteArray request = R"({"do": "handover.)" + QByteArray(answer) + R"(", "case": "$A")"
        + (qstrcmp(answer, "accept") == 0 ? QByteArray() : QByteArray(R"(, "reason": "No")")) + "}";
    desk.must(qstrcmp(answer, "withdraw") == 0 ? "priya" : "tom", request.data());
    const ItemState state = desk.item("A").state;
    desk.clock(u"2026-11-18T16:50"_s);

    CHECK_FALSE(desk.does("tom", R"({"do": "handover.read_back", "case": "$A",
        "next_action": "visit"})")
                    .done());
    desk.must("tom", R"({"do": "handover.read_back", "case": "$A", "next_action": "visit",
        "at": "16:35", "late_reason": "Busy"})");

    CHECK(desk.item("A").state == state);
    CHECK(desk.item("A").readBackAt == london("2026-11-18T16:35"));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.6c their record of what an e-mail has confirmed is taken beside it", "[handover]")
{
    LateDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    desk.must("priya", noteAt("16:35").data());
    desk.must("priya", confirmation);
    const auto owners = desk.record("A").responsible.entries();

    desk.must("grace", recordAt("16:36").data());

    REQUIRE(desk.item("A").theirRecord);
    CHECK(desk.item("A").theirRecord->accepter == u"Grace Oyelaran"_s);
    CHECK(desk.record("A").responsible.entries() == owners);
    CHECK(desk.open().size() == 1);
    CHECK_FALSE(desk.does("grace", recordAt("16:36").data()).done());
}

TEST_CASE("HO-3.3 told without its time it is of the handover that its service gave", "[handover]")
{
    const auto [user, proposed, counts] = GENERATE(table<const char*, bool, bool>({
        {"priya", false, false},
        {"priya", true, true},
        {"grace", false, true},
    }));
    CAPTURE(user, proposed);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("grace", R"({"do": "handover.accept", "case": "$A"})");
    desk.clock(u"2026-11-18T17:00"_s);
    if (proposed)
        desk.proposes("grace", "A");

    const Reply told
        = desk.must(user, R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
        "role": "on_call_manager"})");
    desk.clock(u"2026-11-19T08:50"_s);
    if (!proposed)
        desk.proposes("grace", "A");

    CHECK(seniorDiscussionMet(desk.record("A"), desk.item("A")) == counts);
    CHECK(told.decision.notes.join(u' ').contains(u"HO-3.3"_s) == !counts);
    CHECK((desk.record("A").discussions.back().at < london("2026-11-18T16:50")) == !counts);
}
