#include "core/handover/handover_deadlines.h"
#include "core/handover/item_rules.h"
#include "core/paper/reconciliation.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

#include <algorithm>

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

TEST_CASE("HO-3.6c an acceptance of the minute of the withdrawal, or after it, is to be cleared up",
    "[handover]")
{
    const auto [at, due] = GENERATE(table<const char*, const char*>({
        {"16:40", "2026-11-18T16:40"},
        {"16:45", "2026-11-18T16:45"},
    }));
    CAPTURE(at);
    LateDesk desk;
    desk.withdraws();

    CHECK_FALSE(
        desk.does("tom", R"({"do": "handover.accept", "case": "$A", "words": "Now"})").done());
    const Reply reply = desk.must("tom", recordAt(at).data());

    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.6c"_s));
    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.record("A").responsible.entries().size() == 1);
    REQUIRE(desk.item("A").theirRecord);
    CHECK(desk.item("A").theirRecord->at == london(("2026-11-18T" + QByteArray(at)).data()));
    CHECK_FALSE(
        lineOf(desk.open().front(), desk.now).contains(u"accepted by telephone"_s)); // he typed it
    const auto clocks = handoverDeadlines(desk.record("A"), desk.calendar().profile());
    REQUIRE(clocks.size() == 1);
    CHECK(clocks.front().state == ClockState::Running);
    CHECK(clocks.front().due == london(due));
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

TEST_CASE("HO-3.6c what was said of a handover that is answered is noted and changes no owner",
    "[handover]")
{
    struct Row {
        const char* answers;
        const char* answer;
        const char* tells;
        const char* told;
        const char* at;
        bool flagged;
    };
    static constexpr auto accepting = R"({"do": "handover.accept", "case": "$A", "words": "Yes")";
    static constexpr auto declining = R"({"do": "handover.decline", "case": "$A", "reason": "No")";
    static constexpr auto withdrawing
        = R"({"do": "handover.withdraw", "case": "$A", "reason": "Not needed")";
    const Row row = GENERATE(values<Row>({
        {"priya", withdrawing, "tom", declining, "16:35", false},
        {"priya", withdrawing, "tom", declining, "16:45", false},
        {"tom", declining, "grace", declining, "16:35", false},
        {"tom", declining, "priya", withdrawing, "16:35", false},
        {"tom", accepting, "grace", declining, "16:35", false},
        {"tom", accepting, "grace", declining, "16:40", true},
        {"tom", accepting, "grace", declining, "16:45", true},
        {"tom", accepting, "priya", withdrawing, "16:45", true},
    }));
    CAPTURE(row.answer, row.told, row.at);
    LateDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    desk.must(row.answers, (QByteArray(row.answer) + "}").data());
    const HandoverItem before = desk.item("A");
    const auto owners = desk.record("A").responsible.entries();
    desk.clock(u"2026-11-18T16:50"_s);

    const Reply now = desk.does(row.tells, (QByteArray(row.told) + "}").data());
    const QByteArray late
        = QByteArray(row.told) + R"(, "late_reason": "Busy", "at": ")" + row.at + "\"}";
    const Reply reply = desk.must(row.tells, late.data());

    REQUIRE(HandoverDesk::refused(now) == QStringList{u"HO-3.6b"_s});
    CHECK(now.decision.refusals.front().mend.contains(u"its time in at"_s));
    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.6c"_s) == row.flagged);
    CHECK(reply.decision.notes.filter(u"noted beside it"_s).size() == 1);
    CHECK(desk.item("A").state == before.state);
    CHECK(desk.item("A").answeredAt == before.answeredAt);
    CHECK(desk.record("A").responsible.entries() == owners);
    const Case record = desk.record("A");
    CHECK(std::count_if(record.entries.begin(), record.entries.end(), [&](const Note& note) {
        return note.words.startsWith(before.transferNumber)
            && note.occurred == london(("2026-11-18T" + QByteArray(row.at)).data());
    }) == 1);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "HO-3.6c an acceptance told after a colleague's decline is to be cleared up", "[handover]")
{
    const char* at = GENERATE("16:35", "16:40", "16:45");
    CAPTURE(at);
    LateDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    desk.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "No"})");
    desk.clock(u"2026-11-18T16:50"_s);

    CHECK(HandoverDesk::refused(desk.does("grace", R"({"do": "handover.accept", "case": "$A"})"))
        == QStringList{u"HO-3.6b"_s});
    const Reply reply = desk.must("grace", recordAt(at).data());

    REQUIRE(HandoverDesk::flagged(reply) == QStringList{u"HO-3.6c"_s});
    CHECK(reply.decision.flags.front().text.contains(u"was declined by Tom Ashdown"_s));
    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.record("A").responsible.entries().size() == 1);
    CHECK(desk.item("A").state == ItemState::Declined);
    REQUIRE(desk.item("A").theirRecord);
    CHECK(desk.item("A").theirRecord->accepter == u"Grace Oyelaran"_s);
    CHECK(desk.open().size() == 1);
    const auto clocks = handoverDeadlines(desk.record("A"), desk.calendar().profile());
    REQUIRE(clocks.size() == 1);
    CHECK(clocks.front().state == ClockState::Running);
    CHECK(clocks.front().title.contains(u"declined: to be cleared up"_s));

    desk.must("priya", R"({"do": "handover.reconcile", "case": "$A", "words": "It stays here"})");

    CHECK(desk.open().empty());
    CHECK(handoverDeadlines(desk.record("A"), desk.calendar().profile()).empty());
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.6c what is told of an earlier handover says who has the case now", "[handover]")
{
    struct Row {
        const char* name;
        bool proposed;
        bool accepted;
        QString said;
    };
    const Row row = GENERATE(values<Row>({
        {"nothing since", false, false, u"is responsible from then on"_s},
        {"proposed again", true, false, u"awaits its answer"_s},
        {"accepted since", true, true, u"Emergency Duty Team is responsible now"_s},
    }));
    CAPTURE(row.name);
    LateDesk desk;
    desk.withdraws();
    if (row.proposed)
        desk.proposes("priya", "A");
    if (row.accepted)
        desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    const QString owner = row.proposed ? desk.owner("A") : u"edt"_s;

    const Reply reply = desk.must("grace", recordAt("16:35").data());

    REQUIRE(HandoverDesk::flagged(reply) == QStringList{u"HO-3.6c"_s});
    CHECK(reply.decision.flags.front().text.contains(row.said));
    CHECK(desk.owner("A") == owner);
}

TEST_CASE(
    "HO-3.7 joint work that was agreed before the case went over is taken afterwards", "[handover]")
{
    struct Row {
        const char* user;
        const char* partner;
        const char* at;
        QStringList refused;
    };
    const Row row = GENERATE(values<Row>({
        {"priya", "edt", "16:35", {}},
        {"priya", "day-team", "16:39", {}},
        {"priya", "day-team", "16:40", {u"HO-3.6a"_s}},
        {"priya", "day-team", "16:45", {u"HO-3.6a"_s}},
        {"tom", "day-team", "16:35", {u"HO-3.6a"_s}},
        {"tom", "day-team", "16:45", {}},
    }));
    CAPTURE(row.user, row.partner, row.at);
    LateDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desk.clock(u"2026-11-18T16:50"_s);

    const Reply reply = desk.does(row.user,
        (QByteArray(R"({"do": "handover.joint", "case": "$A", "role": "helps", "partner": ")")
            + row.partner + R"(", "late_reason": "Busy", "at": ")" + row.at + "\"}")
            .data());

    CHECK(HandoverDesk::refused(reply) == row.refused);
    CHECK(desk.owner("A") == u"edt"_s);
    const auto partners = desk.record("A").jointPartners;
    REQUIRE(partners.empty() != row.refused.isEmpty());
    if (!partners.empty())
        CHECK(partners.front().since == london(("2026-11-18T" + QByteArray(row.at)).data()));
    CHECK(desk.record("A").outOfStep.empty());
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
