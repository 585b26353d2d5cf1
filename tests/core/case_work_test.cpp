#include "core/casework/case_deadlines.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct CaseDesk : HandoverDesk {
    CaseDesk()
    {
        clock(u"2026-11-18T20:00"_s);
        opens("grace", "A");
    }
    std::vector<Deadline> deadlines() const
    {
        return deadlinesOf(record("A"), calendar().profile());
    }
};

}

TEST_CASE("REC-2.1 a case opened with its person owes no person", "[case]")
{
    HandoverDesk desk;
    const Reply with = desk.must("tom", R"({"do": "case.open", "title": "A",
        "new_person": {"name": "Ruth Kemp"}})");
    const Reply without = desk.must("tom", R"({"do": "case.open", "title": "B"})");
    const auto asks = [](const Reply& reply) {
        return std::any_of(reply.decision.owed.begin(), reply.decision.owed.end(),
            [](const Owed& owed) { return owed.field == u"person"_s; });
    };
    CHECK_FALSE(asks(with));
    CHECK(asks(without));
}

TEST_CASE("HO-4.3b what is expected tonight is a task with an alarm until it is done", "[case]")
{
    CaseDesk desk;

    const Reply task = desk.must("grace", R"({"do": "case.task", "case": "$A",
        "what": "Welfare call", "who": "Kofi", "due": "22:00", "kind": "anticipated_action"})");
    REQUIRE(desk.deadlines().size() == 1);
    const Deadline deadline = desk.deadlines().front();
    CHECK(deadline.title == u"Welfare call"_s);
    CHECK(deadline.who == u"Kofi"_s);
    CHECK(deadline.service == u"edt"_s);
    CHECK(alarmAt(deadline, london("2026-11-18T22:00")) == Alarm::Expired);

    const QString done = u"{\"do\": \"case.task_done\", \"case\": \"$A\", \"task\": \"%1\", "
                         "\"result\": \"answered, well\"}"_s;
    desk.clock(u"2026-11-18T22:04"_s);
    desk.must("kofi", done.arg(task.made(u"id"_s)).toUtf8().data());
    CHECK(desk.deadlines().empty());
    CHECK(desk.record("A").tasks[0].doneBy == u"Kofi Mensah"_s);

    CHECK_FALSE(desk.does("kofi", done.arg(task.made(u"id"_s)).toUtf8().data()).done());
}

TEST_CASE("COOP-2.7 who leads is a history", "[case]")
{
    CaseDesk desk;
    desk.must("grace", R"({"do": "case.lead", "case": "$A", "name": "Grace Oyelaran",
        "role": "AMHP"})");
    desk.clock(u"2026-11-18T23:00"_s);
    desk.must("grace", R"({"do": "case.lead", "case": "$A", "name": "Kofi Mensah"})");

    const Case record = desk.record("A");
    CHECK(record.lead.current().name == u"Kofi Mensah"_s);
    CHECK(record.lead.current().service == u"edt"_s);
    CHECK(record.lead.at(london("2026-11-18T22:00")).name == u"Grace Oyelaran"_s);
}

TEST_CASE("HO-3.6 allocation stays inside the responsible service and does not move it", "[case]")
{
    CaseDesk desk;

    desk.must("tom", R"({"do": "case.allocate", "case": "$A", "to": "kofi"})");
    CHECK(desk.record("A").allocated.current().name == u"Kofi Mensah"_s);
    CHECK(desk.owner("A") == u"edt"_s);

    const Reply outside
        = desk.does("tom", R"({"do": "case.allocate", "case": "$A", "to": "helen"})");
    CHECK(HandoverDesk::refused(outside) == QStringList{u"HO-3.6a"_s});
    CHECK(outside.decision.refusals.front().field == u"to"_s);
}

TEST_CASE("A stage is a history; closed is reached by closing alone", "[case]")
{
    CaseDesk desk;
    desk.must("grace", R"({"do": "case.stage", "case": "$A", "stage": "planned"})");

    CHECK(desk.record("A").stage.current() == Stage::Planned);
    CHECK_FALSE(
        desk.does("grace", R"({"do": "case.stage", "case": "$A", "stage": "closed"})").done());
}

TEST_CASE("A case closes with its outcome and what is open is named", "[case]")
{
    CaseDesk desk;
    desk.must(
        "grace", R"({"do": "case.task", "case": "$A", "what": "Write to the GP", "due": "23:00"})");

    const Reply reply
        = desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})");

    CHECK(desk.record("A").outcome == Outcome::NotDetainedGp);
    CHECK(desk.record("A").stage.current() == Stage::Closed);
    CHECK(reply.decision.notes.join(u' ').contains(u"Write to the GP"_s));
    CHECK(HandoverDesk::owed(reply).contains(u"COOP-2.7"_s));
}

TEST_CASE("CLK-01 a case does not close while a legal clock has no outcome", "[case]")
{
    CaseDesk desk;
    desk.must(
        "grace", R"({"do": "case.status", "case": "$A", "status": "s136", "start": "19:40"})");

    const Reply refused
        = desk.does("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    CHECK(HandoverDesk::refused(refused) == QStringList{u"CLK-01"_s});
    CHECK(refused.decision.refusals.front().field == u"clock_outcomes"_s);
    CHECK(refused.decision.refusals.front().text.contains(u"s136 detention"_s));

    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "discharged_from_s136",
        "clock_outcomes": [{"kind": "s136", "outcome": "discharged, no mental disorder"}]})");
    CHECK(desk.record("A").clocks[0].state == ClockState::Ended);
    CHECK(desk.record("A").clocks[0].outcome == u"discharged, no mental disorder"_s);
    CHECK(desk.record("A").closedAt);
}

TEST_CASE("HO-3.6 only the responsible service closes a case", "[case]")
{
    CaseDesk desk;

    const Reply reply
        = desk.does("helen", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"HO-3.6a"_s});
}

TEST_CASE("A closed case takes late facts, and goes on only when it is reopened", "[case]")
{
    CaseDesk desk;
    desk.must("grace", R"({"do": "case.stage", "case": "$A", "stage": "planned"})");
    desk.clock(u"2026-11-18T21:00"_s);
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    desk.clock(u"2026-11-18T22:00"_s);

    CHECK_FALSE(
        desk.does("grace", R"({"do": "case.stage", "case": "$A", "stage": "triage"})").done());
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ward", "at": "20:30"})");
    desk.must("grace", R"({"do": "case.note", "case": "$A", "words": "the mother rang"})");

    desk.must("grace", R"({"do": "case.reopen", "case": "$A", "reason": "back in ED"})");
    CHECK(desk.record("A").open());
    CHECK(desk.record("A").stage.current() == Stage::Planned);
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK_FALSE(desk.record("A").outcome);
    CHECK_FALSE(desk.does("grace", R"({"do": "case.reopen", "case": "$A", "reason": "x"})").done());
}

TEST_CASE("COOP-2.8 a disagreement moves no owner and stops no work", "[case]")
{
    CaseDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "case.dispute", "case": "$A",
        "about": "who arranges the second doctor"})");
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(reply.decision.notes.join(u' ').contains(u"care continues under Emergency Duty Team"_s));
    desk.must("grace", R"({"do": "case.stage", "case": "$A", "stage": "in_progress"})");

    desk.must("tom", R"({"do": "case.settle", "case": "$A",
        "settlement": "EDT arranges; agreed with Priya Nair"})");
    REQUIRE(desk.record("A").disputes.size() == 1);
    CHECK(desk.record("A").disputes[0].settledAt);
    CHECK_FALSE(
        desk.does("tom", R"({"do": "case.settle", "case": "$A", "settlement": "x"})").done());
}

TEST_CASE("A task is of a known kind, never of a clock's", "[case]")
{
    CaseDesk desk;
    const auto wrong = GENERATE("s136", "document_to_follow", "Task", "chore");
    const QByteArray line = QByteArray(R"({"do": "case.task", "case": "$A", "what": "Ring",
        "due": "23:00", "kind": ")")
        + wrong + R"("})";
    const Reply reply = desk.does("grace", line.constData());
    REQUIRE(reply.decision.refused());
    CHECK(reply.decision.refusals.front().field == u"kind"_s);
    CHECK(reply.decision.refusals.front().mend.contains(u"anticipated_action"_s));
    CHECK(desk.record("A").tasks.empty());
}

TEST_CASE("A task that is still to be done outlives its case until it is", "[case]")
{
    HandoverDesk desk;
    desk.opens("grace", "A", "general");
    desk.must("grace", R"({"do": "case.task", "case": "$A", "what": "Write", "due": "18:00",
        "id": "11111111-2222-4333-8444-555555555555"})");
    CHECK(desk.closedCasesWithClocks().empty());

    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");

    REQUIRE(desk.closedCasesWithClocks().size() == 1);
    const auto clocks = deadlinesOf(desk.record("A"), desk.calendar().profile());
    REQUIRE(clocks.size() == 1);
    CHECK(clocks[0].state == ClockState::Running);
    desk.must("grace", R"({"do": "case.task_done", "case": "$A",
        "task": "11111111-2222-4333-8444-555555555555"})");
    CHECK(desk.closedCasesWithClocks().empty());
}

TEST_CASE("INV-1 a case is not closed before it was opened or last handed over", "[case]")
{
    struct Row {
        const char* at;
        bool closed;
    };
    const auto opened = GENERATE(Row{"16:39", false}, Row{"16:40", true}, Row{"16:41", true});
    const auto closes = [](HandoverDesk& desk, const char* user, const char* at) {
        const QByteArray request
            = QByteArray(R"({"do": "case.close", "case": "$A", "outcome": "completed", "at": ")")
            + at + R"("})";
        return desk.does(user, request.data());
    };
    HandoverDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);

    const Reply first = closes(desk, "priya", opened.at);
    CHECK(first.done() == opened.closed);
    if (opened.closed)
        return;
    CHECK(HandoverDesk::refused(first) == QStringList{u"INV-1"_s});
    CHECK(first.decision.refusals.front().field == u"at"_s);

    const auto after = GENERATE(Row{"16:54", false}, Row{"16:55", true}, Row{"16:56", true});
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:55"_s);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");
    desk.clock(u"2026-11-18T17:10"_s);
    const Reply second = closes(desk, "tom", after.at);
    CHECK(second.done() == after.closed);
    CHECK((after.closed || HandoverDesk::refused(second) == QStringList{u"INV-1"_s}));
}
