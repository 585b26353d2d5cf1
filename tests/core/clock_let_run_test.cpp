#include "core/casework/extension/extension_standing.h"
#include "core/rows/row.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A clock that one desk let run on while the other told of an earlier start.
struct LetRun {
    const char* kind;
    const char* start;
    const char* extendedAt;
    const char* until;
    const char* by;
    const char* earlier;
    const char* due;
    bool extends;
};

QByteArray startOf(const LetRun& row, const char* start)
{
    return QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "KIND",
        "start": "START", "evidence": "log"})")
        .replace("KIND", row.kind)
        .replace("START", start);
}

QByteArray extensionOf(const LetRun& row)
{
    return QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "KIND",
        "until": "UNTIL", "by": "BY"})")
        .replace("KIND", row.kind)
        .replace("UNTIL", row.until)
        .replace("BY", row.by);
}

ClockFact clockOf(const HandoverDesk& desk, const char* kind)
{
    for (const ClockFact& each : desk.record("A").clocks)
        if (each.kind == QString::fromLatin1(kind))
            return each;
    FAIL("no such clock");
    return {};
}

LetRun anyRow()
{
    return GENERATE(values<LetRun>({
        // Authorised at 09:30, when the 24 hours from 09:00 were over.
        {"pace", "2026-12-01T10:00", "2026-12-02T09:30", "2026-12-02T22:00", "Supt Hale",
            "2026-12-01T09:00", "2026-12-02T09:00", false},
        // One minute before they were.
        {"pace", "2026-12-01T10:00", "2026-12-02T08:59", "2026-12-02T21:00", "Supt Hale",
            "2026-12-01T09:00", "2026-12-02T21:00", true},
        {"pace", "2026-12-01T10:00", "2026-12-01T20:00", "2026-12-02T22:00", "Supt Hale",
            "2026-12-01T08:00", "2026-12-02T20:00", true},
        {"pace", "2026-12-01T10:00", "2026-12-01T20:00", "2026-12-02T22:00", "Luton magistrates",
            "2026-12-01T08:00", "2026-12-02T22:00", true},
        {"epo", "2026-12-01T10:00", "2026-12-05T20:00", "2026-12-16T00:00", "Luton court",
            "2026-11-29T10:00", "2026-12-14T00:00", true},
        {"epo", "2026-12-01T10:00", "2026-12-07T00:00", "2026-12-16T00:00", "Luton court",
            "2026-11-29T10:00", "2026-12-07T00:00", false},
    }));
}

}

TEST_CASE("CLK-60 CLK-54 an extension counts from the start that stands, whoever told it first",
    "[clock][conflict]")
{
    const LetRun row = anyRow();
    const bool other = GENERATE(false, true);
    TwoDesks desks;
    desks.clock("2026-12-01T12:00");
    desks.a.opens("grace", "A");
    desks.a.must("grace", startOf(row, row.start).constData());
    desks.meet();
    desks.clock(row.extendedAt);
    if (other) {
        desks.b.must("kofi", extensionOf(row).constData());
        desks.a.must("grace", startOf(row, row.earlier).constData());
    } else {
        desks.a.must("grace", extensionOf(row).constData());
        desks.b.must("kofi", startOf(row, row.earlier).constData());
    }
    desks.meet();

    CAPTURE(row.kind, row.by, row.extendedAt);
    const ClockFact clock = clockOf(desks.a, row.kind);
    CHECK(shown(clock.start) == shown(london(row.earlier)));
    CHECK(shown(clock.due) == shown(london(row.due)));
    CHECK((clock.due > clock.firstDue) == row.extends);
    CHECK(extendsNothing(clock) != row.extends);
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE("CLK-60 CLK-54 on one desk an extension is judged by an earlier start just so", "[clock]")
{
    const LetRun row = anyRow();
    HandoverDesk desk;
    desk.clock(u"2026-12-01T12:00"_s);
    desk.opens("grace", "A");
    desk.must("grace", startOf(row, row.start).constData());
    desk.clock(QString::fromLatin1(row.extendedAt));
    desk.must("grace", extensionOf(row).constData());
    const Instant until = clockOf(desk, row.kind).due;
    const Reply reply = desk.must("grace", startOf(row, row.earlier).constData());

    CAPTURE(row.kind, row.by, row.extendedAt);
    const ClockFact clock = clockOf(desk, row.kind);
    CHECK(shown(clock.due) == shown(london(row.due)));
    const QString clause = QByteArray(row.kind) == "epo" ? u"CLK-54"_s : u"CLK-60"_s;
    const QStringList flags = clock.due < until ? QStringList{clause} : QStringList{};
    CHECK(HandoverDesk::flagged(reply) == flags);
}

TEST_CASE("CLK-60 INV-10 custody that two desks wrote down keeps an extension within its limit",
    "[clock][conflict]")
{
    const auto [by, due] = GENERATE(table<const char*, const char*>({
        {"Supt Hale", "2026-12-02T20:00"},
        {"Luton magistrates", "2026-12-02T22:00"},
    }));
    const bool other = GENERATE(false, true);
    TwoDesks desks;
    desks.clock("2026-12-01T20:00");
    desks.a.opens("grace", "A");
    desks.meet();
    const LetRun row{"pace", "", "", "2026-12-02T22:00", by, "", "", true};
    const auto tell = [&](const char* start) {
        return QByteArray(R"({"do": "case.status", "case": "$A", "status": "pace",
            "start": "START", "evidence": "custody record"})")
            .replace("START", start);
    };
    HandoverDesk& longer = other ? desks.b : desks.a;
    const char* user = other ? "kofi" : "grace";
    longer.must(user, tell("10:00").constData());
    longer.must(user, extensionOf(row).constData());
    (other ? desks.a : desks.b).must(other ? "grace" : "kofi", tell("08:00").constData());
    desks.meet();

    CAPTURE(by, other);
    CHECK(shown(clockOf(desks.a, "pace").start) == shown(london("2026-12-01T08:00")));
    CHECK(shown(clockOf(desks.a, "pace").due) == shown(london(due)));
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}
