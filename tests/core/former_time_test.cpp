#include "core/casework/case_checks.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A holding power or an admission that one desk told, and what followed on it, told on the other.
struct Followed {
    const char* former;
    const char* formerStart;
    const char* next;
    const char* nextWords;
    const char* clause;
    const char* due; ///< of the next, with the time of the former
    bool counts;
};

QByteArray statusOf(const char* status, const char* start)
{
    return QByteArray(R"({"do": "case.status", "case": "$A", "status": "STATUS",
        "start": "START", "evidence": "form"})")
        .replace("STATUS", status)
        .replace("START", start);
}

/// Both desks, after they told of it and met.
struct FollowedDesks : TwoDesks {
    explicit FollowedDesks(const Followed& told)
    {
        clock("2026-12-04T12:00");
        a.opens("grace", "A");
        meet();
        a.must("grace", statusOf(told.former, told.formerStart).constData());
        b.must("kofi", statusOf(told.next, "2026-12-04T11:00").constData());
        meet();
    }
    static QStringList owedTime(const HandoverDesk& desk)
    {
        QStringList clauses;
        for (const Owed& each : owedOf(desk.record("A")))
            if (each.field == u"start"_s)
                clauses.append(each.clause);
        return clauses;
    }
    static ClockFact clockOf(const HandoverDesk& desk, const char* kind)
    {
        for (const ClockFact& each : desk.record("A").clocks)
            if (each.kind == QString::fromLatin1(kind))
                return each;
        FAIL("no such clock");
        return {};
    }
};

Followed anyFollowed()
{
    return GENERATE(values<Followed>({
        {"s5_4", "2026-12-04T09:00", "s5_2", "s5(2)", "CLK-12", "2026-12-07T09:00", true},
        {"s5_4", "2026-12-04T05:00", "s5_2", "s5(2)", "CLK-12", "2026-12-07T05:00", true},
        {"s5_4", "2026-12-04T04:59", "s5_2", "s5(2)", "CLK-12", "2026-12-07T04:59", true},
        {"s5_4", "2026-12-04T04:29", "s5_2", "s5(2)", "CLK-12", "2026-12-07T11:00", false},
        {"s4", "2026-12-02T09:00", "s2", "s2", "CLK-10", "2026-12-30T00:00", true},
        {"s4", "2026-12-01T10:59", "s2", "s2", "CLK-10", "2027-01-01T00:00", false},
    }));
}

}

TEST_CASE("CLK-12 CLK-10 the time of a status that another desk told is owed until it is counted",
    "[status][conflict]")
{
    const Followed row = anyFollowed();
    FollowedDesks desks(row);
    CAPTURE(row.former, row.formerStart);
    const QStringList owed
        = row.counts ? QStringList{QString::fromLatin1(row.clause)} : QStringList{};
    CHECK(FollowedDesks::owedTime(desks.a) == owed);
    CHECK(FollowedDesks::owedTime(desks.b) == owed);
    if (!row.counts)
        return;

    desks.b.must("kofi", statusOf(row.former, row.formerStart).constData());
    desks.meet();
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(FollowedDesks::owedTime(*desk).isEmpty());
        CHECK(shown(FollowedDesks::clockOf(*desk, row.next).due) == shown(london(row.due)));
    }
}

TEST_CASE("CLK-12 CLK-10 settling on the status that followed counts the time of the former",
    "[status][conflict]")
{
    const Followed row = anyFollowed();
    FollowedDesks desks(row);
    const Reply settled
        = settle(desks.a, "grace", "A", u"status"_s, QString::fromLatin1(row.nextWords));
    desks.meet();

    CAPTURE(row.former, row.formerStart);
    REQUIRE(settled.done());
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const ClockFact next = FollowedDesks::clockOf(*desk, row.next);
        CHECK(shown(next.due) == shown(london(row.due)));
        CHECK(FollowedDesks::owedTime(*desk).isEmpty());
        const Case record = desk->record("A");
        REQUIRE(record.currentStatus());
        CHECK(shown(record.currentStatus()->start) == shown(london("2026-12-04T11:00")));
        if (row.counts)
            CHECK(FollowedDesks::clockOf(*desk, row.former).state == ClockState::Ended);
    }
}
