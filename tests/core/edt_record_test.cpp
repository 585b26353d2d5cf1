#include "core/casework/case_checks.h"
#include "core/casework/case_deadlines.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/handover/edt_record.h"
#include "core/handover/unconfirmed.h"
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

TEST_CASE("HO-4.2a what came without a call stands as unconfirmed until the call", "[edt-record]")
{
    RecordDesk desk;
    desk.sends("sam", R"("manager": "Una Reyes", "contingency": "Ring her son")");
    const auto waiting = [&desk](const char* service = "edt") {
        return unconfirmedFor(QString::fromLatin1(service), desk, desk.calendar().profile());
    };
    const auto state = [&desk] {
        const Case record = desk.record("R");
        return edtRecordState(record, record.edtRecords.front());
    };
    const auto owes = [&desk] {
        const auto owed = owedOf(desk.record("R"));
        return std::any_of(
            owed.begin(), owed.end(), [](const Owed& each) { return each.clause == u"HO-4.2a"_s; });
    };
    REQUIRE(waiting().size() == 1);
    CHECK(waiting("amhp-day").empty());
    CHECK(waiting().front().from == u"day-team"_s);
    CHECK(waiting().front().text().contains(u"Sam Okafor of Adults north"_s));
    CHECK(state() == EdtRecordState::Unconfirmed);
    CHECK(owes());
    desk.clock(u"2026-11-18T17:05"_s);
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");
    CHECK(HandoverDesk::owed(started).contains(u"HO-4.2a"_s));

    SECTION("the worker telephones")
    {
        desk.must("grace", R"({"do": "handover.telephoned", "case": "$R"})");
        CHECK(state() == EdtRecordState::Telephoned);
    }
    SECTION("it is declined in the call")
    {
        desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
            "declined": "It can wait"})");
        CHECK(state() == EdtRecordState::Declined);
    }
    SECTION("the team takes it back")
    {
        desk.must("sam", R"({"do": "handover.withdraw", "case": "$R", "reason": "Settled"})");
        CHECK(state() == EdtRecordState::Withdrawn);
    }
    CHECK(waiting().empty());
    CHECK_FALSE(owes());
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

TEST_CASE(
    "HO-4.2b the worker who was declined rings again, and the officer accepts", "[edt-record]")
{
    const char* enteredBy = GENERATE("sam", "grace");
    CAPTURE(enteredBy);
    RecordDesk desk;
    REQUIRE(desk.sends(enteredBy).done());
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "It can wait"})");
    desk.clock(u"2026-11-18T18:00"_s);
    const Reply early = desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
        "clarification": "She fell", "at": "2026-11-18T17:00"})");
    CHECK(HandoverDesk::flagged(early) == QStringList{u"HO-4.2b"_s});
    CHECK(desk.owner("R") == u"day-team"_s);
    CHECK_FALSE(desk.does("sam", R"({"do": "handover.telephoned", "case": "$R"})").done());

    const Reply again = desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
        "clarification": "She fell", "contingency": "If no answer, the police"})");

    CHECK(desk.owner("R") == u"edt"_s);
    CHECK(desk.ownerAt("R", "2026-11-18T17:59") == u"day-team"_s);
    const Case record = desk.record("R");
    CHECK(record.outOfStep.empty());
    REQUIRE(record.handovers.size() == 2);
    CHECK(record.handovers[0].state == ItemState::Declined);
    CHECK(record.handovers[1].state == ItemState::Accepted);
    CHECK(record.handovers[1].from == u"day-team"_s);
    CHECK(record.handovers[1].transferNumber == again.made(u"transfer"_s));
    REQUIRE(record.edtRecords.size() == 2);
    CHECK(record.edtRecords[0].declined == u"It can wait"_s);
    CHECK(record.edtRecords[1].worker == u"Sam Okafor"_s);
    CHECK(record.edtRecords[1].receivedAt == record.edtRecords[0].receivedAt);
    CHECK(record.edtRecords[1].clarification == u"She fell"_s);
    const auto anew = fold(SubjectKind::Case, desk.eventsOf(subjectOf(record.id)));
    CHECK(std::get<Case>(anew).responsible == record.responsible);
}

TEST_CASE("HO-4.2b a second call can be declined too, and a third be the transfer", "[edt-record]")
{
    RecordDesk desk;
    desk.sends("sam");
    for (const char* declined : {"It can wait", "It still can"})
        desk.must("grace",
            QByteArray(R"({"do": "handover.telephoned", "case": "$R", "declined": ")")
                .append(declined)
                .append(R"("})"));
    CHECK(desk.owner("R") == u"day-team"_s);

    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R"})");

    CHECK(desk.owner("R") == u"edt"_s);
    CHECK(desk.record("R").handovers.size() == 3);
}

TEST_CASE("HO-4.2b what the team has closed is taken up by no second call", "[edt-record]")
{
    RecordDesk desk;
    desk.sends("sam");
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "It can wait"})");
    desk.must("sam", R"({"do": "case.close", "case": "$R", "outcome": "completed"})");

    CHECK_FALSE(desk.does("grace", R"({"do": "handover.telephoned", "case": "$R"})").done());
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

TEST_CASE("HO-4.2b until the call the service of the worker's team is responsible", "[edt-record]")
{
    struct Row {
        const char* user;
        const char* fields;
        const char* owner;
    };
    const auto row
        = GENERATE(Row{"sam", R"("manager": "Una Reyes", "kind_of_work": "mhaa")", "day-team"},
            Row{"sam", R"("manager": "Una Reyes")", "day-team"},
            Row{"grace", R"("manager": "Una Reyes")", "day-team"},
            Row{"grace", R"("kind_of_work": "mhaa", "from": "day-team")", "day-team"},
            Row{"helen", R"("manager": "Una Reyes")", "amhp-day"});
    RecordDesk desk;

    REQUIRE(desk.sends(row.user, row.fields).done());

    CHECK(desk.owner("R") == QString::fromLatin1(row.owner));
    CHECK(desk.item("R").from == QString::fromLatin1(row.owner));
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "It can wait"})");
    CHECK(desk.owner("R") == QString::fromLatin1(row.owner));
}

TEST_CASE("HO-4.2b the team that kept its case closes it", "[edt-record]")
{
    RecordDesk desk;
    desk.sends("sam", R"("manager": "Una Reyes", "kind_of_work": "mhaa")");
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "It can wait"})");

    CHECK(desk.does("sam", R"({"do": "case.close", "case": "$R", "outcome": "completed"})").done());
}

TEST_CASE("HO-1.4b between the AMHP service and EDT a case goes by proposal", "[edt-record]")
{
    struct Row {
        const char* user;
        const char* fields;
        const char* clause;
    };
    const auto row
        = GENERATE(Row{"helen", R"("manager": "Una Reyes", "kind_of_work": "mhaa")", "HO-1.4b"},
            Row{"grace", R"("kind_of_work": "mhaa")", "HO-1.4b"},
            Row{"grace", R"("kind_of_work": "mhaa", "from": "amhp-day")", "HO-1.4b"},
            Row{"grace", R"("from": "edt")", "HO-4.2b"}, Row{"grace", R"("from": "mars")", "from"});
    RecordDesk desk;

    CHECK(HandoverDesk::refused(desk.sends(row.user, row.fields))
        == QStringList{QString::fromLatin1(row.clause)});
}

TEST_CASE(
    "HO-3.8 a warrant with an EDT Handover Record needs both names, or is flagged", "[edt-record]")
{
    RecordDesk desk;
    const char* agreed = R"("manager": "Una Reyes", "kind_of_work": "mhaa", "warrant_agreement":
        {"lead": "Priya Nair", "lead_at": "15:20", "manager": "Tom Ashdown", "manager_at": "15:25",
        "actions": "EDT attends with police at 19:00."})";
    const char* alone = R"("manager": "Una Reyes", "kind_of_work": "mhaa", "warrant": true)";

    CHECK(HandoverDesk::refused(desk.sends("sam", alone)) == QStringList{u"HO-3.8"_s});
    const Reply own = desk.sends("sam", agreed);
    CHECK(HandoverDesk::flagged(own) == QStringList{u"HO-3.8"_s});
    CHECK(desk.item("R").warrantManager == u"Tom Ashdown"_s);
    const Reply arrived
        = desk.sends("grace", R"("kind_of_work": "mhaa", "from": "day-team", "warrant": true)");
    CHECK(HandoverDesk::flagged(arrived) == QStringList{u"HO-3.8"_s});
    CHECK(desk.item("R").warrant);
}

TEST_CASE(
    "HO-3.8 a warrant that came to the record before the call is flagged in it", "[edt-record]")
{
    RecordDesk desk;
    desk.sends("sam", R"("manager": "Una Reyes", "kind_of_work": "mhaa")");
    desk.must("sam", R"({"do": "case.document", "case": "$R", "kind": "warrant",
        "state": "held_elsewhere", "location": "RiO"})");

    const Reply call = desk.must("grace", R"({"do": "handover.telephoned", "case": "$R"})");

    CHECK(HandoverDesk::flagged(call) == QStringList{u"HO-3.8"_s});
}

TEST_CASE(
    "HO-4.1a HO-4.3b what a record left open stands on the case until it is told", "[edt-record]")
{
    RecordDesk desk;
    desk.sends("grace", R"("summary": "Lives alone")");
    const auto lacks = [&] {
        QStringList clauses;
        for (const Owed& each : recordsOwed(desk.record("R")))
            clauses.append(each.clause);
        return clauses;
    };
    CHECK(lacks() == QStringList{u"HO-4.1a"_s, u"HO-4.3b"_s});

    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
        "contingency": "If she is not in, ring her son"})");
    CHECK(lacks() == QStringList{u"HO-4.1a"_s});
    CHECK(HandoverDesk::refused(desk.does("grace", R"({"do": "handover.complete_record",
        "case": "$R"})"))
        == QStringList{u"HO-4.1a"_s});
    CHECK(HandoverDesk::refused(desk.does("helen", R"({"do": "handover.complete_record",
        "case": "$R", "manager": "Una Reyes"})"))
        == QStringList{u"HO-3.6a"_s});
    desk.must("sam", R"({"do": "handover.complete_record", "case": "$R", "manager": "Una Reyes",
        "manager_at": "15:40"})");
    CHECK(lacks().isEmpty());
    CHECK(desk.record("R").edtRecords[0].managerAt == london("2026-11-18T15:40"));
}
