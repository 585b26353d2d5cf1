#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Two statuses, each told on one desk that had not heard of the other. Times are of 4 Dec 2026.
struct Sequence {
    const char* first;
    const char* firstStart;
    const char* firstEnd; ///< none: no end is told
    const char* next;
    const char* nextStart;
    const char* clause; ///< flagged by; empty: lawful
};

QByteArray statusOf(const char* status, const char* start)
{
    return QByteArray(R"({"do": "case.status", "case": "$A", "status": "STATUS",
        "start": "START", "evidence": "form"})")
        .replace("STATUS", status)
        .replace("START", start);
}

/// The clauses flagged on both desks, which tell the same.
QStringList flaggedOn(const TwoDesks& desks)
{
    QStringList clauses;
    for (const Flagged& each : desks.a.record("A").flags)
        clauses.append(each.clause);
    QStringList others;
    for (const Flagged& each : desks.b.record("A").flags)
        others.append(each.clause);
    CHECK(clauses == others);
    return clauses;
}

struct SequenceDesks : TwoDesks {
    SequenceDesks(const Sequence& told, bool firstOnA)
    {
        clock("2026-12-04T12:00");
        a.opens("grace", "A");
        meet();
        HandoverDesk& one = firstOnA ? a : b;
        HandoverDesk& other = firstOnA ? b : a;
        const char* oneUser = firstOnA ? "grace" : "kofi";
        one.must(oneUser, statusOf(told.first, told.firstStart).constData());
        if (told.firstEnd)
            one.must(oneUser,
                QByteArray(R"({"do": "case.status_end", "case": "$A", "outcome": "informal",
                    "at": "END"})")
                    .replace("END", told.firstEnd)
                    .constData());
        other.must(firstOnA ? "kofi" : "grace", statusOf(told.next, told.nextStart).constData());
        meet();
    }
};

QStringList flaggedBy(const Sequence& row)
{
    return *row.clause ? QStringList{QString::fromLatin1(row.clause)} : QStringList{};
}

}

TEST_CASE("CLK-10 CLK-12 CLK-13 what the law says against two statuses told on two desks is "
          "flagged once on both",
    "[status][conflict]")
{
    const auto row = GENERATE(values<Sequence>({
        {"s5_2", "2026-12-04T02:00", "2026-12-04T09:00", "s5_2", "2026-12-04T09:20", "CLK-12"},
        {"s5_2", "2026-12-04T02:00", "2026-12-04T09:00", "s5_2", "2026-12-04T09:31", ""},
        {"s5_2", "2026-12-01T10:40", nullptr, "s5_2", "2026-12-04T11:00", "CLK-12"},
        {"s5_2", "2026-12-01T10:29", nullptr, "s5_2", "2026-12-04T11:00", ""},
        {"s5_4", "2026-12-04T04:40", nullptr, "s5_4", "2026-12-04T11:00", "CLK-13"},
        {"s5_4", "2026-12-04T04:59", nullptr, "s5_2", "2026-12-04T11:00", "CLK-12"},
        {"s5_4", "2026-12-04T05:00", nullptr, "s5_2", "2026-12-04T11:00", ""},
        {"s4", "2026-12-01T10:59", nullptr, "s2", "2026-12-04T11:00", "CLK-10"},
        {"s4", "2026-12-01T11:00", nullptr, "s2", "2026-12-04T11:00", ""},
    }));
    const bool firstOnA = GENERATE(true, false);
    SequenceDesks desks(row, firstOnA);

    CAPTURE(row.first, row.firstStart, row.next, row.nextStart, firstOnA);
    CHECK(flaggedOn(desks) == flaggedBy(row));

    desks.a.must("grace", R"({"do": "case.note", "case": "$A", "words": "Rang the ward"})");
    desks.meet();
    CHECK(flaggedOn(desks) == flaggedBy(row));
}

TEST_CASE("CLK-11 an admission under s4 after its 24 hours is flagged though another desk told of "
          "the examination",
    "[status][conflict]")
{
    const auto [admitted, late] = GENERATE(table<const char*, bool>({
        {"2026-12-03T08:00", false},
        {"2026-12-03T08:01", true},
    }));
    TwoDesks desks;
    desks.clock("2026-12-04T12:00");
    desks.a.opens("grace", "A");
    desks.meet();
    desks.a.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A11",
        "at": "2026-12-02T08:00"})");
    desks.a.must("grace", R"({"do": "case.application", "case": "$A", "form": "A10",
        "signed_at": "2026-12-02T09:00", "signed_by_name": "Helen Brandt"})");
    desks.b.must("kofi", statusOf("s4", admitted).constData());
    desks.meet();
    const auto timesFlagged = [&desks] {
        const QStringList all = flaggedOn(desks);
        return all.count(u"CLK-11"_s);
    };

    CAPTURE(admitted);
    CHECK(timesFlagged() == (late ? 1 : 0));
    desks.a.must("grace", R"({"do": "case.application", "case": "$A", "form": "A2",
        "signed_at": "2026-12-04T11:00", "signed_by_name": "Helen Brandt"})");
    desks.meet();
    CHECK(timesFlagged() == (late ? 1 : 0));
}

TEST_CASE("CLK-10 CLK-12 INV-10 what was flagged of the status that is settled on stays",
    "[status][conflict]")
{
    const auto [row, words] = GENERATE(table<Sequence, const char*>({
        {{"s5_4", "2026-12-04T04:59", nullptr, "s5_2", "2026-12-04T11:00", "CLK-12"}, "s5(2)"},
        {{"s5_4", "2026-12-04T05:00", nullptr, "s5_2", "2026-12-04T11:00", ""}, "s5(2)"},
        {{"s4", "2026-12-01T10:59", nullptr, "s2", "2026-12-04T11:00", "CLK-10"}, "s2"},
    }));
    const bool both = GENERATE(false, true);
    SequenceDesks desks(row, true);

    const Reply settled = settle(desks.a, "grace", "A", u"status"_s, QString::fromLatin1(words));
    if (both)
        settle(desks.b, "kofi", "A", u"status"_s, QString::fromLatin1(words));
    desks.meet();

    CAPTURE(row.first, row.firstStart, both);
    REQUIRE(settled.done());
    CHECK(HandoverDesk::flagged(settled) == flaggedBy(row));
    CHECK(flaggedOn(desks) == flaggedBy(row));
}

static std::vector<ClockFact> waitsOf(const Case& record)
{
    static const QStringList kinds{u"conveyance_14d"_s, u"s4_admission"_s, u"exam_gap_5d"_s};
    std::vector<ClockFact> waits;
    std::copy_if(record.clocks.begin(), record.clocks.end(), std::back_inserter(waits),
        [](const ClockFact& clock) { return kinds.contains(clock.kind); });
    return waits;
}

TEST_CASE("CLK-11 CLK-14 CLK-16 the waits of an examination end with the admission that another "
          "desk told",
    "[status][conflict]")
{
    const auto [admission, form, ended] = GENERATE(table<const char*, const char*, const char*>({
        {R"("do": "case.status", "status": "s4", "start": "10:00", "evidence": "H3")", "A11",
            "2026-12-04T10:00"},
        {R"("do": "case.admitted", "time": "10:00", "hospital": "Ash Ward")", "A11",
            "2026-12-04T10:00"},
        {R"("do": "case.status", "status": "s2", "start": "10:00", "evidence": "H3")", "A4",
            "2026-12-04T10:00"},
        // in hospital under s4 already: nobody waits
        {R"("do": "case.status", "status": "s4", "start": "08:00", "evidence": "H3")", "A4",
            "2026-12-04T09:00"},
        {R"("do": "case.status", "status": "s2", "start": "08:59", "evidence": "H3")", "A4",
            nullptr},
    }));
    const bool examOnA = GENERATE(true, false);
    TwoDesks desks;
    desks.clock("2026-12-04T12:00");
    desks.a.opens("grace", "A");
    desks.meet();
    HandoverDesk& one = examOnA ? desks.a : desks.b;
    HandoverDesk& other = examOnA ? desks.b : desks.a;
    one.must(examOnA ? "grace" : "kofi",
        QByteArray(R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "FORM",
            "at": "09:00"})")
            .replace("FORM", form)
            .constData());
    other.must(examOnA ? "kofi" : "grace",
        (QByteArray(R"({"case": "$A", )") + admission + "}").constData());
    desks.meet();

    CAPTURE(admission, form, examOnA);
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Case record = desk->record("A");
        CHECK(record.outOfStep.empty());
        const QString expected = ended ? shown(london(ended)) : u"runs"_s;
        for (const ClockFact& clock : waitsOf(record))
            CHECK(
                (clock.state == ClockState::Ended ? shown(clock.endedAt) : u"runs"_s) == expected);
    }
}

TEST_CASE("CLK-14 an end that somebody told of a wait stands before the one that the record tells",
    "[status][conflict]")
{
    TwoDesks desks;
    desks.clock("2026-12-04T12:00");
    desks.a.opens("grace", "A");
    desks.meet();
    desks.b.must("kofi", R"({"do": "case.status", "case": "$A", "status": "s2",
        "start": "11:00", "evidence": "H3"})");
    desks.a.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A4",
        "at": "09:00"})");
    desks.a.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Adair", "form": "A4",
        "at": "09:30"})");
    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Case record = desk->record("A");
        CHECK(record.outOfStep.empty());
        for (const ClockFact& clock : record.clocks)
            if (clock.kind == u"exam_gap_5d") {
                CHECK(clock.outcome == u"second examination"_s);
                CHECK(shown(clock.endedAt) == shown(london("2026-12-04T09:30")));
            }
    }
}
