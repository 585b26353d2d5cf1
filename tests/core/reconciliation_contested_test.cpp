#include "core/handover/contested.h"
#include "core/handover/handover_deadlines.h"
#include "core/paper/reconciliation.h"
#include "core/rows/row.h"
#include "core/sitrep/counting.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

// State and whether their record is outstanding, as the list of handovers has them.
QStringList listed(const Case& record)
{
    constexpr std::size_t state = 7;
    constexpr std::size_t outstanding = 13;
    QStringList told;
    for (const Row& row : rowsOf(record))
        if (row.table == ReadTable::HandoverItem)
            told.append(u"%1 %2"_s.arg(
                row.values[state].toString(), QString::number(row.values[outstanding].toInt())));
    return told;
}

int outstandingAt(const Case& record, const char* cutOff)
{
    SitrepScope scope;
    scope.from = london("2026-11-18T09:30");
    scope.to = london(cutOff);
    scope.cases = {std::make_shared<const Case>(record)};
    return countRecordsOutstanding(scope).count;
}

}

TEST_CASE("HO-3.6c accepted by telephone, then declined there and withdrawn here is contested",
    "[handover]")
{
    TwoDesks desks;
    desks.clock("2026-11-18T16:40");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.clock("2026-11-18T16:52");
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes"})");
    desks.meet();
    desks.clock("2026-11-18T16:58");
    desks.b.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not ours"})");
    desks.a.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came"})");
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Profile& profile = desk->calendar().profile();
        const auto all = reconciliationsOn(QDate(2026, 11, 18), *desk, profile);
        REQUIRE(all.size() == 1);
        CHECK(all[0].standing == Reconciled::Differs);
        CHECK(all[0].contested);
        const QString line = lineOf(all[0], desk->now + Minutes(600));
        CHECK(line.contains(u"accepted by telephone Wed 18 Nov 2026 16:52 by Tom Ashdown"_s));
        CHECK(line.contains(u"declined: Not ours by Tom Ashdown"_s));
        CHECK(line.contains(u"withdrawn: Doctor came by Priya Nair"_s));
        CHECK_FALSE(line.contains(u"outstanding"_s));

        const Case record = desk->record("A");
        CHECK_FALSE(awaitsTheirRecord(record, desk->item("A")));
        CHECK(listed(record) == QStringList{u"contested 0"_s});
        CHECK(outstandingAt(record, "2026-11-18T16:55") == 1);
        CHECK(outstandingAt(record, "2026-11-18T17:30") == 0);
        const auto clocks = handoverDeadlines(record, profile);
        REQUIRE(clocks.size() == 1);
        CHECK(clocks[0].state == ClockState::Running);
        CHECK_FALSE(clocks[0].title.contains(u"outstanding"_s));
        CHECK(desk->owner("A") == u"amhp-day"_s);
    }
}

TEST_CASE("HO-3.6c their record of what was withdrawn and closed is taken beside it", "[handover]")
{
    TwoDesks desks;
    desks.clock("2026-11-18T16:40");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.clock("2026-11-18T16:52");
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes"})");
    desks.clock("2026-11-18T16:58");
    desks.a.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came"})");
    desks.meet();
    const auto accept = R"({"do": "handover.accept", "case": "$A", "words": "Ours"})";
    desks.clock("2026-11-18T17:05");
    desks.a.must("priya", R"({"do": "case.close", "case": "$A",
        "outcome": "withdrawn_by_referrer"})");
    desks.meet();
    desks.clock("2026-11-18T17:10");
    CHECK_FALSE(desks.a.does("priya", accept).done());
    const Reply reply = desks.b.does("tom", accept);
    REQUIRE(reply.done());
    CHECK(reply.decision.flags.size() == 1);
    CHECK_FALSE(desks.b.does("tom", accept).done());
    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const HandoverItem& item = desk->item("A");
        CHECK(item.state == ItemState::Withdrawn);
        REQUIRE(item.theirRecord);
        CHECK(item.theirRecord->at == london("2026-11-18T16:52"));
        CHECK(item.theirRecord->words == u"Ours"_s);
        CHECK(desk->owner("A") == u"amhp-day"_s);
        CHECK(desk->record("A").conflicts.empty());
        const auto all = reconciliationsOn(QDate(2026, 11, 18), *desk, desk->calendar().profile());
        REQUIRE(all.size() == 1);
        CHECK(all[0].standing == Reconciled::Differs);
        const auto clocks = handoverDeadlines(desk->record("A"), desk->calendar().profile());
        REQUIRE(clocks.size() == 1);
        CHECK(clocks[0].due == london("2026-11-18T16:58"));
        CHECK((clocks[0].state == ClockState::Running) == desk->record("A").open());
    }

    desks.b.must("tom",
        R"({"do": "handover.reconcile", "case": "$A", "words": "It stays with the day service"})");
    desks.meet();
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto clocks = handoverDeadlines(desk->record("A"), desk->calendar().profile());
        CHECK(clocks[0].state == ClockState::Ended);
    }
}

namespace {

std::vector<Reconciliation> contestedOn(const HandoverDesk& desk)
{
    auto all = stillOpen(reconciliationsOn(QDate(2026, 11, 18), desk, desk.calendar().profile()));
    REQUIRE(all.size() == 1);
    CHECK(all.front().contested);
    CHECK(all.front().standing == Reconciled::Differs);
    return all;
}

}

TEST_CASE("HO-3.6c what one withdrew and the other accepted is in the report without a telephone",
    "[handover]")
{
    TwoDesks desks;
    desks.clock("2026-11-18T16:40");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.meet();
    desks.clock("2026-11-18T16:50");
    desks.a.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Not needed"})");
    desks.clock("2026-11-18T16:52");
    desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Reconciliation one = contestedOn(*desk).front();
        CHECK(shown(one.at) == shown(london("2026-11-18T16:50")));
        const QString line = lineOf(one, desk->now);
        CHECK_FALSE(line.contains(u"by telephone"_s));
        CHECK(line.indexOf(u"withdrawn: Not needed by Priya Nair"_s) > 0);
        CHECK(line.indexOf(u"accepted"_s) > line.indexOf(u"withdrawn"_s));
    }

    REQUIRE(settle(desks.a, "priya", "A", desks.a.record("A").conflicts.front().field, u"accept"_s)
                .done());
    desks.meet();
    CHECK(stillOpen(reconciliationsOn(QDate(2026, 11, 18), desks.b, desks.b.calendar().profile()))
              .empty());
}

TEST_CASE("HO-3.6c an answer that was settled in two ways is in the report", "[handover]")
{
    TwoDesks desks;
    desks.clock("2026-11-18T16:40");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.meet();
    desks.clock("2026-11-18T16:50");
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes"})");
    desks.b.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not ours"})");
    desks.meet();
    const QString field = desks.a.record("A").conflicts.front().field;
    REQUIRE(settle(desks.a, "priya", "A", field, u"accepted"_s).done());
    REQUIRE(settle(desks.b, "tom", "A", field, u"declined"_s).done());
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b})
        CHECK(lineOf(contestedOn(*desk).front(), desk->now).contains(u"to be settled"_s));
}

TEST_CASE("INV-1 an acceptance that both desks tell stands when the receiver goes on working",
    "[handover][conflict]")
{
    const auto next
        = GENERATE(R"({"do": "case.close", "case": "$A", "outcome": "completed", "words": "Done"})",
            R"({"do": "case.allocate", "case": "$A", "to": "tom"})");
    CAPTURE(next);
    TwoDesks desks;
    desks.clock("2026-11-18T16:40");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.meet();
    desks.clock("2026-11-18T16:52");
    desks.b.must("tom",
        R"({"do": "handover.read_back", "case": "$A", "clock": "none", "next_action": "Visit",
        "if_then": "Ring"})");
    desks.b.must("tom", R"({"do": "handover.accept", "case": "$A"})");
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes"})");
    desks.clock("2026-11-18T23:00");
    desks.b.must("tom", next);
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(desk->owner("A") == u"edt"_s);
        CHECK(desk->item("A").state == ItemState::Accepted);
        CHECK(desk->record("A").closedAt.has_value() == QByteArray(next).contains("close"));
    }
}

TEST_CASE(
    "HO-3.6c a contested acceptance is of the time of the note, not of the e-mail", "[handover]")
{
    TwoDesks desks;
    desks.clock("2026-11-18T16:40");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.meet();
    desks.clock("2026-11-18T16:52");
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Grace Oyelaran", "role": "officer", "words": "Yes"})");
    desks.clock("2026-11-18T17:10");
    desks.a.must(
        "priya", R"({"do": "handover.confirm", "case": "$A", "reference": "Mail of tonight"})");
    desks.b.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not ours"})");
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b})
        CHECK(lineOf(contestedOn(*desk).front(), desk->now)
                  .contains(u"accepted by telephone Wed 18 Nov 2026 16:52 by Grace Oyelaran"_s));
}
