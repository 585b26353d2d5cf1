#include "core/rows/row.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("CLK-54 an order is extended by whole days, also over a clock change", "[clock]")
{
    struct Row {
        const char* start;
        const char* at;
        const char* until;
        bool planned; ///< that may be typed beforehand
        const char* due;
    };
    const auto row = GENERATE(values<Row>({
        {"2026-10-20T10:00", "2026-10-26T10:00", "2026-11-03T23:59", true, "2026-11-03T23:59"},
        {"2026-10-20T10:00", "2026-10-26T10:00", "2026-11-04T00:00", true, "2026-11-04T00:00"},
        {"2026-10-20T10:00", "2026-10-26T10:00", "2026-11-04T00:01", false, "2026-11-04T00:00"},
        {"2027-03-20T10:00", "2027-03-26T10:00", "2027-04-04T00:00", true, "2027-04-04T00:00"},
        {"2027-03-20T10:00", "2027-03-26T10:00", "2027-04-04T00:30", false, "2027-04-04T00:00"},
        {"2026-11-18T10:00", "2026-11-20T10:00", "2026-12-03T00:01", false, "2026-12-03T00:00"},
    }));
    const QByteArray extend
        = QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "epo", "until": "UNTIL",
            "by": "Luton court", "at": "AT"})")
              .replace("UNTIL", row.until)
              .replace("AT", row.at);
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(row.start));
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo"})");
    desk.clock(QString::fromLatin1(row.at));
    CAPTURE(row.until);
    if (!row.planned)
        CHECK(HandoverDesk::refused(desk.does("grace", extend.constData()))
            == QStringList{u"CLK-54"_s});

    desk.clock(QString::fromLatin1(row.at).replace(u"10:00"_s, u"10:20"_s));
    const Reply reply = desk.must("grace", extend.constData());
    const QStringList flags = row.planned ? QStringList{} : QStringList{u"CLK-54"_s};
    CHECK(HandoverDesk::flagged(reply) == flags);
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london(row.due)));
}

TEST_CASE(
    "CLK-54 an emergency protection order is extended once; a second time is flagged", "[clock]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo"})");
    desk.must("grace", R"({"do": "case.clock_extend", "case": "$A", "kind": "epo",
        "until": "2026-11-30T00:00", "by": "Midvale court"})");
    const char* again = R"({"do": "case.clock_extend", "case": "$A", "kind": "epo",
        "until": "2026-12-02T00:00", "by": "Midvale court", "at": "2026-11-19T10:00"})";
    desk.clock(u"2026-11-19T10:00"_s);
    CHECK(HandoverDesk::refused(desk.does("grace", again)) == QStringList{u"CLK-54"_s});

    desk.clock(u"2026-11-19T10:20"_s);
    CHECK(HandoverDesk::flagged(desk.must("grace", again)) == QStringList{u"CLK-54"_s});

    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-30T00:00")));
}

TEST_CASE("CLK-54 an extension that names no court counts once it is told by the court", "[clock]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo"})");
    desk.clock(u"2026-11-18T20:00"_s);
    const QByteArray extend = R"({"do": "case.clock_extend", "case": "$A", "kind": "epo",
        "until": "2026-12-03T00:00", "by": "WHO", "at": "2026-11-18T18:00"})";
    const auto told = [&](const char* who) {
        return HandoverDesk::flagged(
            desk.must("grace", QByteArray(extend).replace("WHO", who).constData()));
    };

    CHECK(told("Jane Smith") == QStringList{u"CLK-54"_s});
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-26T00:00")));
    CHECK_FALSE(desk.record("A").clocks[0].extendedAt);
    CHECK(told("Midvale court").isEmpty());
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-12-03T00:00")));
}

TEST_CASE("CLK-54 an order for fewer days than the law allows is told with its end", "[clock]")
{
    struct Row {
        const char* ordered;
        bool flagged;
        const char* due;
        const char* longest; ///< that it can be extended to: seven days more
    };
    const auto row = GENERATE(values<Row>({
        {"2026-11-22T10:00", false, "2026-11-22T10:00", "2026-11-29T10:00"},
        {"2026-11-26T00:00", false, "2026-11-26T00:00", "2026-12-03T00:00"},
        {"2026-11-26T00:01", true, "2026-11-26T00:00", "2026-12-03T00:00"},
    }));
    HandoverDesk desk;
    desk.opens("grace", "A");
    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "epo", "due": "DUE",
            "evidence": "the order"})")
            .replace("DUE", row.ordered)
            .constData());

    CAPTURE(row.ordered);
    const QStringList flags = row.flagged ? QStringList{u"CLK-54"_s} : QStringList{};
    CHECK(HandoverDesk::flagged(reply) == flags);
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london(row.due)));

    const QByteArray extend = QByteArray(R"({"do": "case.clock_extend", "case": "$A",
        "kind": "epo", "until": "UNTIL", "by": "Luton court"})");
    const QByteArray beyond = QByteArray(row.longest).replace(":00", ":01");
    CHECK(HandoverDesk::refused(
              desk.does("grace", QByteArray(extend).replace("UNTIL", beyond).constData()))
        == QStringList{u"CLK-54"_s});
    desk.must("grace", QByteArray(extend).replace("UNTIL", row.longest).constData());
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london(row.longest)));
}

TEST_CASE("CLK-54 the end of an order that was told without it is told later", "[clock]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
        "start": "15:00", "evidence": "the court"})");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
        "start": "15:00", "due": "2026-11-22T10:00", "evidence": "the order"})");

    const Case record = desk.record("A");
    REQUIRE(record.clocks.size() == 1);
    CHECK(shown(record.clocks[0].due) == shown(london("2026-11-22T10:00")));
}

TEST_CASE(
    "CLK-54 INV-4 an order that was recorded with a wrong end or start is put right", "[clock]")
{
    struct Row {
        const char* fields;
        const char* start;
        const char* due;
        const char* refused = nullptr; ///< the field
        bool flagged = false;
    };
    const auto row = GENERATE(Row{R"("due": "2026-11-24T10:00")", "15:00", "2026-11-24T10:00"},
        Row{R"("due": "2026-11-19T10:00")", "15:00", "2026-11-19T10:00"},
        Row{R"("due": "2026-11-26T00:00")", "15:00", "2026-11-26T00:00"},
        Row{R"("due": "2026-11-26T00:01")", "15:00", "2026-11-26T00:00", nullptr, true},
        Row{R"("start": "15:00")", "15:00", "2026-11-26T00:00"},
        Row{R"("start": "15:30", "due": "2026-11-24T10:00")", "15:30", "2026-11-24T10:00"},
        Row{R"("start": "14:00", "due": "2026-11-24T10:00")", "14:00", "2026-11-24T10:00"},
        Row{R"("due": "2026-11-20T10:00")", "15:00", "2026-11-20T10:00", "due"},
        Row{R"("due": "2026-11-18T14:00")", "15:00", "2026-11-20T10:00", "due"},
        Row{R"("start": "2026-11-18T17:00")", "15:00", "2026-11-20T10:00", "start"});
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
        "start": "15:00", "due": "2026-11-20T10:00", "evidence": "the court"})");
    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "epo", FIELDS,
            "correction": "Typed too short"})")
            .replace("FIELDS", row.fields)
            .constData());

    CAPTURE(row.fields);
    CHECK(reply.done() == !row.refused);
    if (row.refused)
        CHECK(reply.decision.refusals.front().field == QString::fromLatin1(row.refused));
    CHECK(HandoverDesk::flagged(reply) == (row.flagged ? QStringList{u"CLK-54"_s} : QStringList{}));
    const Case record = desk.record("A");
    REQUIRE(record.clocks.size() == 1);
    const ClockFact& order = record.clocks[0];
    CHECK(shown(order.start) == shown(london(QByteArray("2026-11-18T").append(row.start))));
    CHECK(shown(order.due) == shown(london(row.due)));
    CHECK(order.evidence == u"the court"_s);
}

TEST_CASE("CLK-54 an extension of an order counts from its end as that is put right", "[clock]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
        "due": "2026-11-20T10:00", "evidence": "the court"})");
    const char* extend = R"({"do": "case.clock_extend", "case": "$A", "kind": "epo",
        "until": "2026-11-30T00:00", "by": "Luton court"})";
    const auto namesWay = [](const Reply& reply) {
        return !reply.done()
            && reply.decision.refusals.front().mend.contains(u"case.clock_start"_s);
    };
    CHECK(namesWay(desk.does("grace", extend)));
    CHECK(namesWay(desk.does("grace", R"({"do": "case.clock_extend", "case": "$A", "kind": "epo",
        "until": "2026-11-25T10:00", "by": "Luton court", "correction": "Typed too short"})")));

    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
        "due": "2026-11-25T10:00", "correction": "Typed too short"})");
    desk.must("grace", extend);
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-30T00:00")));
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
        "due": "2026-11-22T10:00", "correction": "Read wrongly again"})");
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-29T10:00")));
}

TEST_CASE("CLK-54 another start of an order moves its own end no further", "[clock]")
{
    const auto [told, start, due] = GENERATE(table<const char*, const char*, const char*>({
        {R"("due": "2026-11-20T10:00")", "16:00", "2026-11-20T10:00"},
        {R"("due": "2026-11-20T10:00")", "14:00", "2026-11-20T10:00"},
        {R"("evidence": "the court")", "2026-11-17T15:00", "2026-11-25T00:00"},
    }));
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);
    desk.opens("grace", "A");
    desk.must("grace",
        QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
            "start": "2026-11-18T15:00", TOLD})")
            .replace("TOLD", told)
            .constData());
    desk.must("grace",
        QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "epo", "start": "START",
            "correction": "As on the order"})")
            .replace("START", start)
            .constData());

    CAPTURE(told, start);
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london(due)));
}

TEST_CASE("CLK-54 where no order is on the record a correction says how to mend it", "[clock]")
{
    const auto [kind, mend] = GENERATE(table<const char*, const char*>({
        {"epo", "Leave correction out to record one."},
        {"s136", "Put the start right with case.status and a correction."},
        {"ed_12h",
            "Put the time of the decision right with case.decision_to_admit and a correction; "
            "where none is on the case, end what did not run with case.clock_end and tell it "
            "anew."},
        {"ed_arrival_4h", "Leave correction out; end what did not run with case.clock_end."},
    }));
    HandoverDesk desk;
    desk.opens("grace", "A");
    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "KIND",
            "correction": "Typed too short"})")
            .replace("KIND", kind)
            .constData());

    CAPTURE(kind);
    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals.front().mend == QString::fromLatin1(mend));
}

TEST_CASE(
    "CLK-54 INV-10 an order that two desks wrote down is one clock on both", "[clock][conflict]")
{
    struct Row {
        const char* fields; ///< as the other desk tells it
        const char* start;
        const char* due;
    };
    const auto row = GENERATE(values<Row>({
        {R"("start": "14:00")", "2026-11-18T14:00", "2026-11-26T00:00"},
        {R"("start": "13:00")", "2026-11-18T13:00", "2026-11-26T00:00"},
        {R"("start": "2026-11-17T13:00")", "2026-11-17T13:00", "2026-11-25T00:00"},
        {R"("start": "15:00")", "2026-11-18T14:00", "2026-11-26T00:00"},
        {R"("start": "14:00", "due": "2026-11-22T10:00")", "2026-11-18T14:00", "2026-11-22T10:00"},
        {R"("start": "15:00", "due": "2026-11-22T10:00")", "2026-11-18T14:00", "2026-11-22T10:00"},
    }));
    const bool other = GENERATE(false, true);
    TwoDesks desks;
    desks.a.opens("grace", "A");
    desks.meet();
    const auto tell = [&](bool first, const char* fields) {
        HandoverDesk& desk = first ? desks.a : desks.b;
        desk.must(first ? "grace" : "kofi",
            QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "epo", FIELDS,
                "evidence": "the court"})")
                .replace("FIELDS", fields)
                .constData());
    };
    tell(other, row.fields);
    tell(!other, R"("start": "14:00")");
    desks.meet();

    CAPTURE(row.fields, other);
    const Case record = desks.a.record("A");
    REQUIRE(record.clocks.size() == 1);
    CHECK(shown(record.clocks[0].start) == shown(london(row.start)));
    CHECK(shown(record.clocks[0].due) == shown(london(row.due)));
    CHECK(record.outOfStep.empty());

    const Instant longest = record.clocks[0].due + std::chrono::hours(7 * 24);
    desks.b.must("kofi",
        QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "epo", "until": "UNTIL",
            "by": "Luton court"})")
            .replace("UNTIL", isoText(longest).toUtf8())
            .constData());
    desks.meet();
    CHECK(shown(desks.a.record("A").clocks[0].due) == shown(longest));
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE("CLK-54 INV-10 an order that one desk ended unseen stands beside the other's",
    "[clock][conflict]")
{
    TwoDesks desks;
    desks.a.opens("grace", "A");
    desks.meet();
    const char* order = R"({"do": "case.clock_start", "case": "$A", "kind": "epo",
        "start": "14:00", "evidence": "the court"})";
    desks.a.must("grace", order);
    desks.b.must("kofi", order);
    desks.b.must("kofi", R"({"do": "case.clock_end", "case": "$A", "kind": "epo",
        "outcome": "discharged"})");
    desks.meet();

    CHECK(desks.a.record("A").clocks.size() == 2);
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}
