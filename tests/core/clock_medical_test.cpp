#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct ExamDesk : HandoverDesk {
    explicit ExamDesk(const char* local = "2026-12-10T12:00")
    {
        clock(u"2026-11-20T10:00"_s);
        opens("grace", "A");
        clock(QString::fromLatin1(local));
    }
    /// By another doctor each time, unless one is named.
    Reply exam(const char* date, const char* more = "", const char* doctor = nullptr)
    {
        const QString request = u"{\"do\": \"case.exam\", \"case\": \"$A\", \"date\": \"%1\", "
                                "\"doctor\": \"%3\"%2}"_s;
        const QString by = doctor ? QString::fromLatin1(doctor) : u"Dr %1"_s.arg(++m_doctors);
        return must("grace",
            request.arg(QString::fromLatin1(date), QString::fromLatin1(more), by).toUtf8().data());
    }
    std::vector<ClockFact> clocks(const char* kind) const
    {
        std::vector<ClockFact> found;
        for (const ClockFact& clock : record("A").clocks)
            if (clock.kind == QString::fromLatin1(kind))
                found.push_back(clock);
        return found;
    }

private:
    int m_doctors = 0;
};

}

TEST_CASE("CLK-16 admission is possible to 13 days after the last examination", "[clock]")
{
    ExamDesk desk;

    desk.exam("2026-11-20");
    REQUIRE(desk.clocks("conveyance_14d").size() == 1);
    CHECK(shown(desk.clocks("conveyance_14d")[0].due) == shown(london("2026-12-04T00:00")));

    desk.exam("2026-11-24");
    REQUIRE(desk.clocks("conveyance_14d").size() == 1);
    CHECK(shown(desk.clocks("conveyance_14d")[0].due) == shown(london("2026-12-08T00:00")));
    REQUIRE(desk.clocks("conveyance_14d")[0].warnings.size() == 2);
}

TEST_CASE("CLK-16 an earlier examination that is told later moves nothing", "[clock]")
{
    ExamDesk desk;
    desk.exam("2026-11-24");

    desk.exam("2026-11-20");

    CHECK(shown(desk.clocks("conveyance_14d")[0].due) == shown(london("2026-12-08T00:00")));
    REQUIRE(desk.record("A").exams.size() == 2);
    CHECK(dateOf(desk.record("A").exams[0].at) == day("2026-11-20"));
}

TEST_CASE("CLK-14 separate examinations are at most five clear days apart", "[clock]")
{
    const auto [second, flagged] = GENERATE(table<const char*, bool>({
        {"2026-12-01", false},
        {"2026-12-06", false},
        {"2026-12-07", false},
        {"2026-12-08", true},
        {"2026-12-09", true},
    }));
    ExamDesk desk;
    desk.exam("2026-12-01");
    REQUIRE(desk.clocks("exam_gap_5d").size() == 1);
    CHECK(shown(desk.clocks("exam_gap_5d")[0].due) == shown(london("2026-12-08T00:00")));

    const Reply reply = desk.exam(second);

    CAPTURE(second);
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-14"_s) == flagged);
    CHECK(desk.record("A").flags.size() == (flagged ? 1 : 0));
    CHECK(desk.clocks("exam_gap_5d")[0].state == ClockState::Ended);
    CHECK(desk.clocks("exam_gap_5d").size() == (flagged ? 2 : 1));
}

TEST_CASE("CLK-14 the gap is judged alike in whatever order examinations are told", "[clock]")
{
    const auto dates = GENERATE(values<std::vector<const char*>>({
        {"2026-11-20", "2026-11-22", "2026-11-28"},
        {"2026-11-20", "2026-11-28", "2026-11-22"},
        {"2026-11-28", "2026-11-20", "2026-11-22"},
        {"2026-11-22", "2026-11-28", "2026-11-20"},
    }));
    ExamDesk desk;

    for (const char* date : dates)
        desk.exam(date);

    CAPTURE(dates[0], dates[1]);
    const std::vector<ClockFact> clocks = desk.clocks("exam_gap_5d");
    REQUIRE_FALSE(clocks.empty());
    CHECK(clocks.back().state == ClockState::Ended);
    CHECK(clocks.back().outcome == u"second examination"_s);
}

TEST_CASE("CLK-14 two examinations too far apart are flagged while neither has a partner, in "
          "whatever order that is told",
    "[clock]")
{
    const auto dates = GENERATE(values<std::vector<const char*>>({
        {"2026-11-20", "2026-11-25", "2026-11-29"},
        {"2026-11-20", "2026-11-29", "2026-11-25"},
        {"2026-11-29", "2026-11-20", "2026-11-25"},
        {"2026-11-29", "2026-11-25", "2026-11-20"},
    }));
    ExamDesk desk;

    for (const char* date : dates)
        desk.exam(date);

    CAPTURE(dates[0], dates[1]);
    CHECK(desk.record("A").flags.empty());
    for (const ClockFact& each : desk.clocks("exam_gap_5d")) {
        CHECK(each.state == ClockState::Ended);
        CHECK(each.outcome == u"second examination"_s);
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-14 an earlier examination told later leaves the newest waiting", "[clock]")
{
    ExamDesk desk("2026-11-29T12:00");
    desk.exam("2026-11-28");

    CHECK(HandoverDesk::flagged(desk.exam("2026-11-20")) == QStringList{u"CLK-14"_s});

    REQUIRE(desk.clocks("exam_gap_5d").size() == 1);
    CHECK(desk.clocks("exam_gap_5d")[0].state == ClockState::Running);
}

TEST_CASE("CLK-14 after a pair a new examination waits for a second one, unflagged", "[clock]")
{
    ExamDesk desk;
    desk.exam("2026-11-20");
    desk.exam("2026-11-21");

    CHECK(HandoverDesk::flagged(desk.exam("2026-12-09")).isEmpty());

    REQUIRE(desk.clocks("exam_gap_5d").size() == 2);
    CHECK(desk.clocks("exam_gap_5d")[1].state == ClockState::Running);
}

TEST_CASE("CLK-14 the same doctor's second examination is no partner", "[clock]")
{
    const auto [second, doctor, state, outcome]
        = GENERATE(table<const char*, const char*, ClockState, const char*>({
            {"2026-11-21", "Dr Lund", ClockState::Running, "examined again by the same doctor"},
            {"2026-11-21", "dr lund", ClockState::Running, "examined again by the same doctor"},
            {"2026-11-21", "Dr Adair", ClockState::Ended, "second examination"},
            {"2026-11-21", "", ClockState::Ended, "second examination"},
            {"2026-12-01", "Dr Lund", ClockState::Running, "too late"},
        }));
    ExamDesk desk;
    desk.exam("2026-11-20", "", "Dr Lund");

    desk.exam(second, "", doctor);

    CAPTURE(second, doctor);
    const std::vector<ClockFact> clocks = desk.clocks("exam_gap_5d");
    REQUIRE_FALSE(clocks.empty());
    CHECK(clocks.front().outcome == QString::fromLatin1(outcome));
    CHECK(clocks.back().state == state);
    if (state == ClockState::Running)
        CHECK(dateOf(clocks.back().start) == day(second));
}

TEST_CASE("CLK-14 a joint examination waits for no second one", "[clock]")
{
    const auto [more, days, hours] = GENERATE(table<const char*, std::size_t, std::size_t>({
        {R"(, "joint": true)", 1, 0}, {R"(, "form": "A3")", 1, 0},
        {R"(, "form": "A11")", 0, 1}, // for s4: 24 hours to be admitted, not 14 days. CLK-11
    }));
    ExamDesk desk;

    desk.exam("2026-12-01", more);

    CAPTURE(more);
    CHECK(desk.clocks("exam_gap_5d").empty());
    CHECK(desk.clocks("conveyance_14d").size() == days);
    CHECK(desk.clocks("s4_admission").size() == hours);
}

TEST_CASE("CLK-15 the application is dated within 14 days of when the AMHP last saw", "[clock]")
{
    ExamDesk desk;
    desk.must("grace", R"({"do": "case.amhp_saw", "case": "$A", "date": "2026-11-20"})");
    REQUIRE(desk.clocks("amhp_seen_14d").size() == 1);
    CHECK(shown(desk.clocks("amhp_seen_14d")[0].due) == shown(london("2026-12-04T00:00")));
    CHECK(desk.clocks("amhp_seen_14d")[0].evidence == u"Grace Oyelaran"_s);
    CHECK(dateOf(*desk.record("A").amhpLastSaw) == day("2026-11-20"));

    desk.must("grace", R"({"do": "case.amhp_saw", "case": "$A", "date": "2026-12-01"})");
    CHECK(shown(desk.clocks("amhp_seen_14d")[0].due) == shown(london("2026-12-15T00:00")));
}

TEST_CASE(
    "CLK-15 for s4 the AMHP saw within 24 hours, whichever of the two is told first", "[clock]")
{
    struct Row {
        std::vector<const char*> told;
        const char* due; ///< of the one clock that runs
        bool isEmergency;
    };
    static constexpr const char* saw = R"("do": "case.amhp_saw", "at": "10:00")";
    static constexpr const char* sawAgain = R"("do": "case.amhp_saw", "at": "11:00")";
    static constexpr const char* emergency
        = R"("do": "case.exam", "at": "09:30", "doctor": "Dr Lund", "form": "A11")";
    static constexpr const char* isA4
        = R"("do": "case.exam", "doctor": "Dr Lund", "form": "A4", "correction": "Mistyped")";
    static constexpr const char* planned = R"("do": "case.application", "form": "A10",
        "planned": true, "planned_for": "14:00", "signed_by": "grace")";
    static constexpr const char* plannedA2 = R"("do": "case.application", "form": "A2",
        "planned": true, "planned_for": "14:00", "signed_by": "grace")";
    static constexpr const char* made = R"("do": "case.application", "form": "A10",
        "signed_at": "11:30", "signed_by": "grace")";
    const auto row = GENERATE(values<Row>({
        {{saw}, "2026-12-16T00:00", false},
        {{saw, emergency}, "2026-12-03T10:00", true},
        {{emergency, saw}, "2026-12-03T10:00", true},
        {{saw, emergency, sawAgain}, "2026-12-03T11:00", true},
        {{saw, planned}, "2026-12-03T10:00", true},
        {{planned, saw}, "2026-12-03T10:00", true},
        {{saw, planned, plannedA2}, "2026-12-16T00:00", false},
        {{saw, emergency, isA4}, "2026-12-16T00:00", false},
        {{saw, emergency, made}, nullptr, true},
    }));
    ExamDesk desk("2026-12-02T12:00");
    for (const char* each : row.told)
        desk.must("grace", QByteArray(R"({"case": "$A", )").append(each).append('}').constData());

    CAPTURE(row.told.back(), row.told.size());
    const Case record = desk.record("A");
    std::vector<ClockFact> running;
    std::copy_if(record.clocks.begin(), record.clocks.end(), std::back_inserter(running),
        [](const ClockFact& each) { return each.kind.startsWith(u"amhp_seen") && each.stands(); });
    REQUIRE(running.size() == (row.due ? 1U : 0U));
    if (row.due) {
        CHECK(shown(running.front().due) == shown(london(row.due)));
        CHECK((running.front().kind == u"amhp_seen_24h"_s) == row.isEmergency);
    }
    CHECK(record.outOfStep.empty());
}

TEST_CASE("An examination is never in the future and owes its doctor", "[clock]")
{
    ExamDesk desk;

    CHECK_FALSE(
        desk.does("grace", R"({"do": "case.exam", "case": "$A", "date": "2026-12-11"})").done());
    CHECK(HandoverDesk::owed(desk.must("grace", R"({"do": "case.exam", "case": "$A"})"))
              .contains(u"CLK-16"_s));
}

TEST_CASE(
    "CLK-10 CLK-14 CLK-16 whoever is in under s4, by its status alone, waits for no admission",
    "[clock]")
{
    struct Row {
        const char* examined;
        bool examFirst;
        bool ended; ///< s4, before the examination
        bool waits;
    };
    const Row row
        = GENERATE(Row{"2026-12-02", false, false, false}, Row{"2026-11-30", true, false, false},
            Row{"2026-11-30", false, false, false}, Row{"2026-12-03", false, true, true});
    ExamDesk desk;
    const auto tellStatus = [&desk] {
        desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s4",
            "start": "2026-12-01T10:00", "evidence": "H3"})");
    };
    if (row.examFirst)
        desk.exam(row.examined, R"(, "form": "A4")");
    tellStatus();
    if (row.ended)
        desk.must("grace", R"({"do": "case.status_end", "case": "$A", "status": "s4",
            "outcome": "discharged", "at": "2026-12-02T10:00"})");
    if (!row.examFirst)
        desk.exam(row.examined, R"(, "form": "A4")");

    CAPTURE(row.examined, row.examFirst, row.ended);
    for (const char* kind : {"exam_gap_5d", "conveyance_14d"}) {
        CAPTURE(kind);
        const auto clocks = desk.clocks(kind);
        CHECK(std::any_of(clocks.begin(), clocks.end(), [](const ClockFact& each) {
            return each.stands();
        }) == row.waits);
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-14 CLK-16 a section told by its status alone ends the wait for it", "[clock]")
{
    const char* status = GENERATE("s2", "s3", "s4");
    ExamDesk desk;
    desk.exam("2026-12-01", R"(, "form": "A11")");
    desk.exam("2026-12-01", R"(, "form": "A4")");

    desk.must("grace",
        QByteArray(R"({"do": "case.status", "case": "$A", "status": "STATUS",
            "start": "2026-12-02T10:00", "evidence": "H3"})")
            .replace("STATUS", status)
            .constData());

    CAPTURE(status);
    for (const char* kind : {"exam_gap_5d", "conveyance_14d", "s4_admission"})
        for (const ClockFact& each : desk.clocks(kind)) {
            CAPTURE(kind);
            CHECK(each.state == ClockState::Ended);
        }
    CHECK(desk.record("A").outOfStep.empty());
}
