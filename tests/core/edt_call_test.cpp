#include "core/casework/held.h"
#include "core/handover/unconfirmed.h"
#include "core/paper/acceptances.h"
#include "core/time/london.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct CallDesk : HandoverDesk {
    CallDesk()
    {
        clock(u"2026-11-18T16:50"_s);
        must("grace", R"({"do": "handover.edt_record", "title": "R", "worker": "Sam Okafor",
            "team": "Adults north", "manager": "Una Reyes", "why": "Visit tonight", "as": "R",
            "contingency": "Ring her son",
            "expected": [{"what": "Welfare call", "due": "22:00"}]})");
    }
    QStringList expected() const
    {
        QStringList open;
        for (const Task& task : record("R").tasks)
            if (!task.doneAt)
                open.append(task.what + u" "_s + dateTimeText(task.due));
        return open;
    }
};

const QStringList& welfareCall()
{
    static const QStringList call{u"Welfare call "_s + dateTimeText(london("2026-11-18T22:00"))};
    return call;
}

}

TEST_CASE("HO-4.2b a call that was before the record came is its answer", "[edt-record]")
{
    CallDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);

    SECTION("the transfer")
    {
        const Reply reply = desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
            "at": "2026-11-18T16:30", "late_reason": "At a visit"})");

        CHECK(reply.decision.notes.join(u' ').contains(u"before the record"_s));
        CHECK(desk.owner("R") == u"edt"_s);
        CHECK(desk.item("R").state == ItemState::Accepted);
        CHECK(desk.item("R").answeredAt == london("2026-11-18T16:50"));
        CHECK(desk.expected() == welfareCall());
    }
    SECTION("the decline")
    {
        desk.must("grace", R"({"do": "handover.telephoned", "case": "$R",
            "declined": "It can wait", "at": "2026-11-18T16:30", "late_reason": "At a visit"})");

        CHECK(desk.owner("R") == u"day-team"_s);
        CHECK(desk.item("R").state == ItemState::Declined);
    }
    const Case record = desk.record("R");
    CHECK(record.edtRecords[0].telephonedAt == london("2026-11-18T16:30"));
    CHECK(record.outOfStep.empty());
}

TEST_CASE("HO-4.2b a call after the record counts from its own time", "[edt-record]")
{
    CallDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);

    const Reply reply = desk.must(
        "grace", R"({"do": "handover.telephoned", "case": "$R", "at": "2026-11-18T16:51"})");

    CHECK_FALSE(reply.decision.notes.join(u' ').contains(u"before the record"_s));
    CHECK(desk.item("R").answeredAt == london("2026-11-18T16:51"));
}

TEST_CASE(
    "HO-4.2b what was expected of a service that declines is left to the team", "[edt-record]")
{
    CallDesk desk;
    desk.must("grace", R"({"do": "case.task", "case": "$R", "what": "Ring the landlord",
        "who": "Sam Okafor", "due": "2026-11-19T10:00"})");
    REQUIRE(desk.expected().size() == 2);
    desk.clock(u"2026-11-18T17:00"_s);

    const Reply declined = desk.must(
        "grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "It can wait"})");

    CHECK(declined.decision.notes.join(u' ').contains(u"Welfare call"_s));
    CHECK(desk.expected().size() == 1);
    CHECK(desk.expected().front().startsWith(u"Ring the landlord"_s));

    desk.clock(u"2026-11-18T18:00"_s);
    desk.must(
        "grace", R"({"do": "handover.telephoned", "case": "$R", "clarification": "She fell"})");
    CHECK(desk.expected().contains(welfareCall().front()));
    CHECK(desk.expected().size() == 2);
    CHECK(desk.record("R").outOfStep.empty());
}

TEST_CASE("HO-4.1a and DESK-2 a manager who is still to be asked has not agreed", "[edt-record]")
{
    CallDesk desk;

    const Reply record = desk.does("sam", R"({"do": "handover.edt_record", "title": "S",
        "worker": "Sam Okafor", "team": "Adults north", "why": "Visit", "manager": "Una Reyes",
        "manager_at": "2026-11-18T16:51"})");
    const Reply completed = desk.does("grace", R"({"do": "handover.complete_record",
        "case": "$R", "manager": "Una Reyes", "manager_at": "2026-11-18T16:51"})");

    CHECK(HandoverDesk::refused(record) == QStringList{u"manager_at"_s});
    CHECK(HandoverDesk::refused(completed) == QStringList{u"manager_at"_s});
    desk.must("grace", R"({"do": "handover.complete_record",
        "case": "$R", "manager": "Una Reyes", "manager_at": "2026-11-18T16:50"})");
}

TEST_CASE("HO-4.2b a call on the worker's word, and their e-mail, leave the team responsible",
    "[edt-record]")
{
    CallDesk desk;
    const auto state = [&desk] {
        const Case record = desk.record("R");
        return edtRecordState(record, record.edtRecords.front());
    };
    const Reply said = desk.must("sam", R"({"do": "handover.accept_by_telephone", "case": "$R",
        "accepter": "Grace Oyelaran", "role": "EDT officer", "words": "Yes"})");
    CHECK(HandoverDesk::owed(said).contains(u"HO-4.2b"_s));
    desk.clock(u"2026-11-18T17:00"_s);
    const char* files = GENERATE("sam", "grace");
    CAPTURE(files);

    const Reply mailed = desk.must(files, R"({"do": "handover.confirm", "case": "$R",
        "reference": "e-mail 16:58"})");

    CHECK(HandoverDesk::owed(mailed).contains(u"HO-4.2b"_s));
    CHECK(desk.owner("R") == u"day-team"_s);
    CHECK(desk.item("R").email == u"e-mail 16:58"_s);
    CHECK(state() == EdtRecordState::Unconfirmed);
    CHECK(unconfirmedFor(u"edt"_s, desk, desk.calendar().profile()).size() == 1);
    CHECK(HandoverDesk::refused(desk.does("grace", R"({"do": "handover.accept", "case": "$R"})"))
        == QStringList{u"HO-4.2b"_s});

    SECTION("the officer logs the call")
    {
        desk.clock(u"2026-11-18T19:00"_s);
        desk.must("grace", R"({"do": "handover.telephoned", "case": "$R"})");
        CHECK(desk.owner("R") == u"edt"_s);
        CHECK(desk.record("R").responsible.since() == london("2026-11-18T19:00"));
        CHECK(state() == EdtRecordState::Telephoned);
    }
    SECTION("the officer declines in it")
    {
        desk.must("grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "No"})");
        CHECK(desk.owner("R") == u"day-team"_s);
        CHECK(state() == EdtRecordState::Declined);
    }
    CHECK(desk.record("R").outOfStep.empty());
}

TEST_CASE("HO-4.2b and INV-1 a call told after the withdrawal was the transfer until then",
    "[edt-record]")
{
    CallDesk desk;
    desk.clock(u"2026-11-18T17:10"_s);
    desk.must("sam", R"({"do": "handover.withdraw", "case": "$R", "reason": "Not needed"})");
    desk.clock(u"2026-11-18T17:20"_s);

    SECTION("the transfer")
    {
        struct Row {
            const char* name;
            const char* call;
            QString before;
            QString then;
            std::size_t owners;
        };
        const Row row = GENERATE(values<Row>({
            {"after the record", "17:05", u"day-team"_s, u"edt"_s, 3},
            {"before the record came", "16:30", u"edt"_s, u"edt"_s, 3},
            {"in the moment of the withdrawal", "17:10", u"day-team"_s, u"day-team"_s, 1},
        }));
        CAPTURE(row.name);
        const QByteArray call = R"({"do": "handover.telephoned", "case": "$R", "at": ")"
            + QByteArray(row.call) + R"(", "late_reason": "At a visit"})";

        const Reply reply = desk.must("grace", call.data());

        CHECK(HandoverDesk::flagged(reply).contains(u"HO-4.2b"_s));
        CHECK(desk.ownerAt("R", "2026-11-18T17:04") == row.before);
        CHECK(desk.ownerAt("R", "2026-11-18T17:09") == row.then);
        CHECK(desk.ownerAt("R", "2026-11-18T17:10") == u"day-team"_s);
        CHECK(desk.owner("R") == u"day-team"_s);
        CHECK(desk.record("R").responsible.entries().size() == row.owners);
        CHECK(desk.item("R").state == ItemState::Withdrawn);
        CHECK(desk.item("R").theirRecord);
        const auto lines = acceptancesOn(desk.record("R")); // HO-3.6c
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().by == u"Grace Oyelaran"_s);
        CHECK(shown(lines.front().at) == shown(desk.item("R").theirRecord->at));
        CHECK(lines.front().withdrawnAt == desk.item("R").answeredAt);
        CHECK(HandoverDesk::refused(desk.does("grace", call.data())) == QStringList{u"HO-3.6b"_s});
    }
    SECTION("the decline")
    {
        desk.must("grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "Not ours",
            "at": "17:05", "late_reason": "At a visit"})");

        CHECK(desk.record("R").responsible.entries().size() == 1);
        CHECK(desk.record("R").edtRecords[0].declined == u"Not ours"_s);
        CHECK(desk.item("R").state == ItemState::Withdrawn);
    }
    SECTION("a call after it is none of the record")
    {
        CHECK(HandoverDesk::refused(
                  desk.does("grace", R"({"do": "handover.telephoned", "case": "$R"})"))
            == QStringList{u"HO-3.6b"_s});
    }
    CHECK(desk.record("R").outOfStep.empty());
}

TEST_CASE("HO-4.2b and INV-1 calls and a withdrawal are taken in whatever order they are told",
    "[edt-record]")
{
    struct Told {
        const char* user;
        const char* request;
    };
    struct Row {
        Told first;
        const char* firstAt;
        Told then;
        const char* thenAt;
        QString owner;
        QString between; ///< at 17:15
        bool flagged;
    };
    static constexpr Told accepts{"grace", R"({"do": "handover.telephoned", "case": "$R")"};
    static constexpr Told agrees{"kofi", R"({"do": "handover.telephoned", "case": "$R")"};
    static constexpr Told declines{
        "kofi", R"({"do": "handover.telephoned", "case": "$R", "declined": "No")"};
    static constexpr Told withdraws{
        "sam", R"({"do": "handover.withdraw", "case": "$R", "reason": "Not needed")"};
    static const QString edt = u"edt"_s;
    static const QString team = u"day-team"_s;
    const Row row = GENERATE(values<Row>({
        {accepts, "17:20", declines, "17:10", edt, team, false},
        {accepts, "17:10", declines, "17:20", edt, edt, true},
        {declines, "17:20", accepts, "17:10", team, team, true},
        {declines, "17:10", accepts, "17:20", edt, team, false},
        {declines, "17:20", declines, "17:10", team, team, false},
        {accepts, "17:20", agrees, "17:10", edt, edt, true},
        {accepts, "17:10", agrees, "17:20", edt, edt, false},
        {withdraws, "17:20", accepts, "17:10", team, edt, true},
        {withdraws, "17:10", accepts, "17:20", team, team, true},
        {withdraws, "17:20", declines, "17:10", team, team, false},
        {withdraws, "17:10", declines, "17:20", team, team, false},
        {accepts, "17:20", withdraws, "17:10", edt, team, true},
        {accepts, "17:10", withdraws, "17:20", edt, edt, true},
        {declines, "17:10", withdraws, "17:20", team, team, false},
        {declines, "17:20", withdraws, "17:10", team, team, false},
    }));
    CAPTURE(row.first.request, row.firstAt, row.then.request, row.thenAt);
    CallDesk desk;
    desk.clock(u"2026-11-18T17:40"_s);
    const auto tell = [&desk](const Told& told, const char* at) {
        const QByteArray late
            = QByteArray(told.request) + R"(, "late_reason": "Busy", "at": ")" + at + "\"}";
        return desk.must(told.user, late.data());
    };

    tell(row.first, row.firstAt);
    const Reply reply = tell(row.then, row.thenAt);

    CHECK(desk.owner("R") == row.owner);
    CHECK(desk.ownerAt("R", "2026-11-18T17:15") == row.between);
    CHECK(reply.decision.flags.empty() != row.flagged);
    CHECK(desk.record("R").outOfStep.empty());
}

TEST_CASE("HO-4.2b and INV-1 the case is with EDT since the earlier of two calls", "[edt-record]")
{
    const auto [second, since] = GENERATE(table<const char*, const char*>({
        {"17:10", "2026-11-18T17:10"},
        {"17:20", "2026-11-18T17:20"},
        {"17:30", "2026-11-18T17:20"},
    }));
    CAPTURE(second);
    CallDesk desk;
    desk.clock(u"2026-11-18T17:20"_s);
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R"})");
    desk.clock(u"2026-11-18T17:40"_s);

    const QByteArray told = QByteArray(R"({"do": "handover.telephoned", "case": "$R",
        "late_reason": "Busy", "at": ")")
        + second + "\"}";
    desk.must("kofi", told.data());

    CHECK(desk.owner("R") == u"edt"_s);
    CHECK(shown(responsibleSince(desk.record("R"))) == shown(london(since)));
}

TEST_CASE("HO-4.2b a decline, the second call and a withdrawal are one story in every order",
    "[edt-record]")
{
    struct Told {
        const char* user;
        const char* request;
    };
    std::vector<Told> told{
        {"kofi", R"({"do": "handover.telephoned", "case": "$R", "declined": "It can wait",
            "late_reason": "Busy", "at": "17:10"})"},
        {"grace", R"({"do": "handover.telephoned", "case": "$R", "late_reason": "Busy",
            "at": "17:20"})"},
        {"sam", R"({"do": "handover.withdraw", "case": "$R", "reason": "Not needed",
            "late_reason": "Busy", "at": "17:30"})"},
    };
    const int order = GENERATE(range(0, 6));
    CAPTURE(order);
    std::rotate(told.begin(), told.begin() + order % 3, told.end());
    if (order >= 3)
        std::swap(told[1], told[2]);
    CallDesk desk;
    desk.clock(u"2026-11-18T17:40"_s);

    for (const Told& each : told)
        desk.must(each.user, each.request);

    const Case record = desk.record("R");
    CHECK(desk.ownerAt("R", "2026-11-18T17:15") == u"day-team"_s);
    CHECK(desk.ownerAt("R", "2026-11-18T17:25") == u"edt"_s);
    QStringList words;
    for (const HandoverItem& item : record.handovers)
        words.append(item.answerWords);
    for (const Note& note : record.entries)
        words.append(note.words);
    CHECK_FALSE(words.filter(u"It can wait"_s).isEmpty());
    CHECK_FALSE(words.filter(u"Not needed"_s).isEmpty());
    CHECK(record.outOfStep.empty());
}

TEST_CASE("HO-4.2b what the worker says of an acceptance sets nobody a term for a document",
    "[edt-record]")
{
    CallDesk desk;

    desk.must("sam", R"({"do": "handover.accept_by_telephone", "case": "$R",
        "accepter": "Grace Oyelaran", "role": "EDT officer", "words": "Yes"})");

    for (const Document& each : desk.record("R").documents)
        CHECK(each.state != DocumentState::ToFollow);
}

TEST_CASE("HO-4.2b a record that was accepted otherwise than in a call says so", "[edt-record]")
{
    Case record;
    HandoverItem item;
    item.id = PartId::create();
    item.state = GENERATE(ItemState::Accepted, ItemState::Withdrawn);
    record.handovers.push_back(item);
    EdtRecord received;
    received.item = item.id;

    CHECK(edtRecordState(record, received)
        == (item.state == ItemState::Accepted ? EdtRecordState::Accepted
                                              : EdtRecordState::Withdrawn));
}
