#include "core/handover/item_rules.h"
#include "core/paper/acceptances.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto accept = R"({"do": "handover.accept", "case": "$A"})";

std::vector<AcceptanceLine> bookOf(const HandoverDesk& desk, const QString& service)
{
    const auto line = acceptancesOn(desk.record("A")).at(0);
    const auto period = bookPeriod(line, service, desk.calendar());
    return acceptancesIn(period.value(), desk, desk.calendar());
}

void waitsForSecondDoctor(HandoverDesk& desk)
{
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "A4_second",
        "state": "to_follow", "follows_by": "19:00", "owner": "Dr Lund"})");
}

}

TEST_CASE(
    "HO-3.6b a clock that began after the proposal is read back before acceptance", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:47"_s);
    const auto readBack = R"({"do": "handover.read_back", "case": "$A",
        "clock": "s5(2) Saturday 16:47", "next_action": "Second doctor"})";

    SECTION("nothing was read back")
    {
        desk.must("priya", R"({"do": "case.status", "case": "$A", "status": "s5_2",
            "evidence": "H1"})");
    }
    SECTION("the read-back is older than the clock")
    {
        desk.must("tom", R"({"do": "handover.read_back", "case": "$A"})");
        desk.clock(u"2026-11-18T16:49"_s);
        desk.must("priya", R"({"do": "case.status", "case": "$A", "status": "s5_2",
            "evidence": "H1"})");
    }
    CHECK(HandoverDesk::refused(desk.does("tom", accept)) == QStringList{u"HO-3.6b"_s});
    CHECK(HandoverDesk::refused(desk.does("tom", R"({"do": "handover.read_back", "case": "$A"})"))
        == QStringList{u"HO-3.6b"_s});
    desk.must("tom", readBack);
    CHECK(desk.does("tom", accept).done());
}

TEST_CASE(
    "HO-3.6b CLK-01 CLK-12 what a legal clock has contradicted is read back anew", "[handover]")
{
    const auto [before, after, owed] = GENERATE(table<const char*, const char*, bool>({
        {R"("case.status", "status": "s136", "start": "15:00")",
            R"("case.status", "status": "s136", "start": "11:00")", true},
        {R"("case.note", "words": "No clock")",
            R"("case.status", "status": "s5_2", "start": "15:00")", true},
        {R"("case.status", "status": "s136", "start": "15:00")",
            R"("case.status", "status": "s136", "start": "15:30")", false},
        {R"("case.status", "status": "s136", "start": "15:00")",
            R"("case.task", "what": "Ring the ward", "due": "18:00")", false},
        {R"("case.status", "status": "s136", "start": "15:00")",
            R"("case.extend_s136", "hours": 6, "reason": "sedation", "doctor": "Dr Shah")", true},
        {R"("case.status", "status": "pace", "start": "15:00")",
            R"("case.clock_extend", "kind": "pace", "until": "2026-11-20T03:00", "by": "Supt Hale")",
            true},
    }));
    CAPTURE(before, after);
    HandoverDesk desk;
    const auto tells = [&desk](const char* what) {
        desk.must("priya",
            QByteArray(R"({"case": "$A", "evidence": "police log", "do": )")
                .append(what)
                .append("}"));
    };
    const auto readBack = R"({"do": "handover.read_back", "case": "$A",
        "clock": "s136 Thursday 15:00", "next_action": "Assess"})";
    desk.opens("priya", "A");
    tells(before);
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("tom", readBack);
    desk.clock(u"2026-11-18T16:51"_s);
    tells(after);
    CHECK(desk.item("A").readBackAt == london("2026-11-18T16:50"));

    const Reply reply = desk.does("tom", accept);

    CHECK(HandoverDesk::refused(reply) == (owed ? QStringList{u"HO-3.6b"_s} : QStringList()));
    if (!owed)
        return;
    CHECK(reply.decision.refusals.front().text.contains(u"since the read-back of 16:50"_s));
    desk.must("tom", readBack);
    CHECK(desk.does("tom", accept).done());
}

TEST_CASE(
    "CLK-01 a s136 that another status took the place of is not read back any more", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "15:30", "evidence": "police log"})");
    desk.proposes("priya", "A");
    const Profile& profile = desk.calendar().profile();
    REQUIRE(clocksToReadBack(desk.record("A"), desk.item("A"), profile).size() == 1);

    desk.must("priya", R"({"do": "case.status", "case": "$A", "status": "informal",
        "evidence": "Dr Adair"})");

    CHECK(clocksToReadBack(desk.record("A"), desk.item("A"), profile).empty());
    CHECK(desk.does("tom", accept).done());
}

TEST_CASE(
    "HO-3.6b only a user of the receiving service with an accepting role accepts", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    const auto who = GENERATE("priya", "helen", "sam", "ruth");
    CHECK(HandoverDesk::refused(desk.does(who, accept)).contains(u"HO-3.6b"_s));
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE("HO-3.6b the owner changes at the moment of acceptance", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T17:40"_s);

    desk.must("grace", R"({"do": "handover.accept", "case": "$A", "at": "16:52",
        "words": "Taken.", "late_reason": "On the telephone"})");

    CHECK(desk.ownerAt("A", "2026-11-18T16:51:59") == u"amhp-day"_s);
    CHECK(desk.ownerAt("A", "2026-11-18T16:52:00") == u"edt"_s);
    CHECK(
        desk.record("A").responsible.asKnown(london("2026-11-18T17:00"), london("2026-11-18T17:30"))
        == u"amhp-day"_s);
    CHECK(desk.item("A").answeredBy == u"Grace Oyelaran"_s);
}

TEST_CASE("HO-3.3 an item without a senior discussion is not accepted", "[handover]")
{
    HandoverDesk desk;
    desk.opens("helen", "A");
    desk.proposes("helen", "A");

    const Reply before = desk.does("tom", accept);
    CHECK(HandoverDesk::refused(before) == QStringList{u"HO-3.3"_s});

    desk.must("helen", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Priya Nair",
        "role": "amhp_lead"})");
    CHECK(desk.does("tom", accept).done());
}

TEST_CASE("HO-3.3 a discussion that was held before it could be typed counts", "[handover]")
{
    const bool back = GENERATE(false, true);
    CAPTURE(back);
    HandoverDesk desk;
    desk.opens(back ? "priya" : "helen", "A");
    desk.proposes(back ? "priya" : "helen", "A");
    desk.clock(u"2026-11-18T16:50"_s);
    if (back) {
        desk.must("grace", accept);
        desk.clock(u"2026-11-19T08:50"_s);
        desk.proposes("grace", "A");
    }
    const char* taker = back ? "helen" : "tom";
    CHECK(HandoverDesk::refused(desk.does(taker, accept)) == QStringList{u"HO-3.3"_s});

    desk.must(back ? "grace" : "helen",
        QByteArray(R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
            "role": "on_call_manager", "at": "TIME", "late_reason": "At a visit"})")
            .replace("TIME", back ? "2026-11-18T17:10" : "2026-11-18T15:50"));

    CHECK(seniorDiscussionMet(desk.record("A"), desk.item("A")));
    CHECK(desk.does(taker, accept).done());
}

TEST_CASE("HO-3.3 a discussion of an earlier handover does not count for the next", "[handover]")
{
    HandoverDesk desk;
    desk.opens("helen", "A");
    desk.must("helen", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Priya Nair",
        "role": "amhp_lead"})");
    desk.proposes("helen", "A");
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("grace", accept);

    desk.clock(u"2026-11-19T08:50"_s);
    desk.proposes("grace", "A");

    CHECK(HandoverDesk::refused(desk.does("helen", accept)) == QStringList{u"HO-3.3"_s});
}

TEST_CASE("HO-3.3 a discussion typed late counts by its own time for the way back", "[handover]")
{
    const auto [at, counts] = GENERATE(table<const char*, bool>(
        {{"2026-11-18T16:10", false}, {"2026-11-18T16:49", false}, {"2026-11-18T16:50", true}}));
    CAPTURE(at);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("grace", accept);
    desk.clock(u"2026-11-18T17:00"_s);
    desk.must("priya",
        QByteArray(R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
            "role": "on_call_manager", "at": "TIME", "late_reason": "At a visit"})")
            .replace("TIME", at));
    desk.clock(u"2026-11-19T08:50"_s);
    desk.proposes("grace", "A");

    CHECK(seniorDiscussionMet(desk.record("A"), desk.item("A")) == counts);
}

TEST_CASE("HO-3.6b with a running clock the receiver reads back clock and next action first",
    "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    waitsForSecondDoctor(desk);
    desk.proposes("priya", "A");

    CHECK(HandoverDesk::refused(desk.does("tom", accept)) == QStringList{u"HO-3.6b"_s});
    const auto empty = GENERATE(R"({"do": "handover.read_back", "case": "$A"})",
        R"({"do": "handover.read_back", "case": "$A", "clock": "19:00"})",
        R"({"do": "handover.read_back", "case": "$A", "next_action": "Ring Dr Lund"})");
    CHECK(HandoverDesk::refused(desk.does("tom", empty)) == QStringList{u"HO-3.6b"_s});

    const auto whole = R"({"do": "handover.read_back", "case": "$A", "clock": "Second A4 by 19:00",
        "next_action": "Ring Dr Lund at 18:30", "if_then": "If not, ring the lead"})";
    CHECK(HandoverDesk::refused(desk.does("priya", whole)) == QStringList{u"HO-3.6b"_s});
    desk.must("tom", whole);
    CHECK(desk.item("A").readBack
        == u"Second A4 by 19:00 · Ring Dr Lund at 18:30 · If not, ring the lead"_s);
    CHECK(desk.does("tom", accept).done());
}

TEST_CASE("HO-3.6b without a running clock the read-back is one key", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    desk.must("tom", R"({"do": "handover.read_back", "case": "$A"})");

    CHECK(desk.item("A").state == ItemState::ReadBack);
    CHECK(desk.does("tom", accept).done());
}

TEST_CASE("HO-3.6a declined leaves the owner, with the reason", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    CHECK_FALSE(desk.does("tom", R"({"do": "handover.decline", "case": "$A"})").done());
    CHECK(HandoverDesk::refused(
              desk.does("helen", R"({"do": "handover.decline", "case": "$A", "reason": "No."})"))
        == QStringList{u"HO-3.6b"_s});
    desk.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not an emergency."})");

    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.item("A").state == ItemState::Declined);
    CHECK(desk.item("A").answerWords == u"Not an emergency."_s);
    CHECK(HandoverDesk::refused(desk.does("tom", accept)) == QStringList{u"HO-3.6b"_s});
}

TEST_CASE("HO-3.6a only the giver withdraws, and the owner stays", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    const auto withdraw = R"({"do": "handover.withdraw", "case": "$A", "reason": "Admitted."})";
    CHECK(HandoverDesk::refused(desk.does("tom", withdraw)) == QStringList{u"HO-3.6b"_s});
    desk.must("helen", withdraw);

    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.item("A").state == ItemState::Withdrawn);
    CHECK_FALSE(desk.does("tom", accept).done());
}

TEST_CASE("HO-3.6c an acceptance is the same line in both books", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:52"_s);
    desk.must("tom", accept);

    const auto given = bookOf(desk, u"amhp-day"_s);
    const auto taken = bookOf(desk, u"edt"_s);

    REQUIRE(given.size() == 1);
    CHECK(given == taken);
    CHECK(mismatches(given, taken).empty());
    CHECK(given.front().by == u"Tom Ashdown"_s);
    CHECK(given.front().at == london("2026-11-18T16:52"));
}

TEST_CASE("HO-3.4 accepted in part: what stays is said, agreed actions become tasks", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    desk.must("tom", R"({"do": "handover.accept", "case": "$A",
        "stays": "Priya rings the daughter before 18:00.",
        "agreed_actions": [{"what": "Ring Dr Lund", "who": "Grace Oyelaran", "due": "18:30"}]})");

    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.item("A").stays == u"Priya rings the daughter before 18:00."_s);
    REQUIRE(desk.record("A").tasks.size() == 1);
    CHECK(desk.record("A").tasks.front().due == london("2026-11-18T18:30"));
}

TEST_CASE("HO-3.6a the person of the old service no longer has the case", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.allocate", "case": "$A", "to": "helen"})");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:52"_s);
    desk.must("tom", accept);

    CHECK(desk.record("A").allocated.at(london("2026-11-18T16:51")).name == u"Helen Brandt"_s);
    CHECK(desk.record("A").allocated.current() == Allocation{});
}

TEST_CASE("DESK-2 HO-3.6b a desk whose clock is behind the giver's still answers, and then owns",
    "[handover]")
{
    const auto [ours, told] = GENERATE(table<const char*, bool>({
        {"2026-11-18T16:49", false},
        {"2026-11-18T14:00", true},
        {"2026-11-18T16:50", false},
    }));
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);
    desk.proposes("priya", "A");
    desk.clock(QString::fromLatin1(ours));

    const Reply reply = desk.must("grace", R"({"do": "handover.accept", "case": "$A"})");

    CAPTURE(ours);
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(shown(*desk.item("A").answeredAt) == shown(london("2026-11-18T16:50")));
    CHECK(reply.decision.notes.join(u' ').contains(u"clock that is ahead"_s) == told);
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s5_2",
        "start": "13:50", "evidence": "H1"})");
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "informal"})");
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    CHECK_FALSE(desk.record("A").open());
}
