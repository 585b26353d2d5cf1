#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

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
