#include "core/casework/case_checks.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QByteArray extension(const char* until, const char* by)
{
    return QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "pace",
        "until": "UNTIL", "by": "BY"})")
        .replace("UNTIL", until)
        .replace("BY", by);
}

QByteArray toldAt(QByteArray request, const char* at)
{
    return request.replace("\"by\"", QByteArray(R"("at": "AT", "by")").replace("AT", at));
}

/// Until 04:00 on the second night, authorised at 18:00.
QByteArray early(const char* by)
{
    return toldAt(extension("2026-11-20T04:00", by), "2026-11-18T18:00");
}

bool owesRank(const Case& record)
{
    const auto owed = owedOf(record);
    return std::any_of(owed.begin(), owed.end(),
        [](const Owed& each) { return each.clause == u"CLK-60"_s && each.field == u"by"_s; });
}

/// Custody since 16:00.
struct CustodyDesk : HandoverDesk {
    CustodyDesk()
    {
        clock(u"2026-11-18T16:00"_s);
        opens("grace", "A");
        must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "pace",
            "evidence": "custody record"})");
        clock(u"2026-11-18T20:00"_s);
    }
};

}

TEST_CASE("CLK-60 custody runs on by whom the law names alone; a rank not told is owed", "[clock]")
{
    enum Comes { Lawful, Owing, Void };
    struct Row {
        const char* by;
        const char* until;
        Comes comes;
    };
    const auto row = GENERATE(values<Row>({
        {"Jane Smith", "2026-11-20T04:00", Owing},
        {"Jane Smith", "2026-11-20T04:01", Void},
        {"Jane Smith", "2026-11-22T16:00", Void},
        {"Inspector Smith", "2026-11-20T04:00", Void},
        {"Inspector Smith", "2026-11-19T16:01", Void},
        {"the custody sergeant", "2026-11-20T04:00", Void},
        {"Supt Smith", "2026-11-20T04:00", Lawful},
        {"Supt Smith", "2026-11-20T04:01", Void},
        {"Luton magistrates", "2026-11-22T16:00", Lawful},
    }));
    CustodyDesk desk;
    const QByteArray asked = extension(row.until, row.by);
    CAPTURE(row.by, row.until);
    if (row.comes == Void) {
        const Reply plan = desk.does("grace", asked.constData());
        CHECK(HandoverDesk::refused(plan) == QStringList{u"CLK-60"_s});
    }

    const Reply reply = desk.must("grace", toldAt(asked, "2026-11-18T18:00").constData());
    const QStringList flags = row.comes == Void ? QStringList{u"CLK-60"_s} : QStringList{};
    CHECK(HandoverDesk::flagged(reply) == flags);
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-60"_s) == (row.comes == Owing));
    const Case record = desk.record("A");
    CHECK(owesRank(record) == (row.comes == Owing));
    CHECK(shown(record.clocks[0].due)
        == shown(london(row.comes == Void ? "2026-11-19T16:00" : row.until)));
}

TEST_CASE("CLK-60 the rank of who let custody run on is told with the same end", "[clock]")
{
    struct Row {
        const char* by;
        bool answers;
    };
    const auto row = GENERATE(values<Row>({
        {"Superintendent Jane Smith", true},
        {"a warrant of the Luton magistrates", true},
        {"Jane Smith", false},
        {"Sue Smith", false},
    }));
    CustodyDesk desk;
    desk.must("grace", extension("2026-11-20T04:00", "Jane Smith").constData());
    REQUIRE(owesRank(desk.record("A")));
    desk.clock(u"2026-11-19T17:00"_s); // the first 24 hours are over
    const Reply reply = desk.does("grace", extension("2026-11-20T04:00", row.by).constData());

    CAPTURE(row.by);
    CHECK(reply.done() == row.answers);
    const Case record = desk.record("A");
    CHECK(owesRank(record) != row.answers);
    CHECK(shown(record.clocks[0].due) == shown(london("2026-11-20T04:00")));
    if (row.answers)
        CHECK(record.clocks[0].extendedBy == QString::fromLatin1(row.by));
}

TEST_CASE("CLK-60 told with the same end to be of a lower rank, or refused, custody runs no longer",
    "[clock]")
{
    const char* by = GENERATE("Insp Smith", "the custody sergeant", "Supt refused", "nobody");
    const char* when = GENERATE("2026-11-18T19:00", "2026-11-18T20:00", "2026-11-19T17:00");
    CustodyDesk desk;
    desk.must("grace", extension("2026-11-20T04:00", "Smith").constData());
    if (london(when) > london("2026-11-18T20:00"))
        desk.clock(QString::fromLatin1(when));
    const Reply reply
        = desk.must("grace", toldAt(extension("2026-11-20T04:00", by), when).constData());

    CAPTURE(by, when);
    CHECK(HandoverDesk::flagged(reply) == QStringList{u"CLK-60"_s});
    const Case record = desk.record("A");
    CHECK_FALSE(owesRank(record));
    CHECK(shown(record.clocks[0].due) == shown(london("2026-11-19T16:00")));
    CHECK_FALSE(record.clocks[0].extendedAt);
    CHECK(record.clocks[0].warnings.back() < record.clocks[0].due);

    // The name alone says no more than before; the rank of a superintendent does.
    desk.clock(u"2026-11-19T17:10"_s);
    CHECK(HandoverDesk::flagged(desk.must("grace", early("Smith").constData()))
        == QStringList{u"CLK-60"_s});
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-19T16:00")));
    desk.must("grace", early("Supt Smith").constData());
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-20T04:00")));
}

TEST_CASE("CLK-60 INV-10 whichever desk told the rank, custody runs as long as by all they told",
    "[clock][conflict]")
{
    struct Row {
        const char* mine;
        const char* theirs;
        const char* due;
    };
    const auto row = GENERATE(values<Row>({
        {"Smith", "Insp Smith", "2026-11-19T16:00"},
        {"Insp Smith", "Smith", "2026-11-19T16:00"},
        {"Smith", "Supt Smith", "2026-11-20T04:00"},
        {"Insp Smith", "Supt Smith", "2026-11-20T04:00"},
    }));
    TwoDesks desks;
    desks.clock("2026-11-18T20:00");
    desks.a.opens("grace", "A");
    desks.a.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "pace",
        "start": "16:00", "evidence": "custody record"})");
    desks.meet();
    desks.a.must("grace", early(row.mine).constData());
    desks.b.must("kofi", early(row.theirs).constData());
    desks.meet();

    CAPTURE(row.mine, row.theirs);
    for (const HandoverDesk* desk : {&desks.a, &desks.b})
        CHECK(shown(desk->record("A").clocks[0].due) == shown(london(row.due)));
}
