#include "core/casework/status/status_ends.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct CorrectedDesk : HandoverDesk {
    CorrectedDesk()
    {
        clock(u"2026-11-19T10:00"_s);
        opens("grace", "A");
        clock(u"2026-11-30T12:00"_s);
    }
    Reply tells(const char* command, const char* fields)
    {
        const QString request = u"{\"do\": \"%1\", \"case\": \"$A\", %2}"_s;
        return does("grace",
            request.arg(QString::fromLatin1(command), QString::fromLatin1(fields)).toUtf8().data());
    }
    Reply exam(const char* doctor, const char* date, const char* more = "")
    {
        const QString fields = u"\"doctor\": \"%1\", \"date\": \"%2\"%3"_s;
        return tells("case.exam",
            fields
                .arg(QString::fromLatin1(doctor), QString::fromLatin1(date),
                    QString::fromLatin1(more))
                .toUtf8()
                .data());
    }
    Reply corrects(const char* doctor, const char* date)
    {
        return exam(doctor, date, R"(, "correction": "Mistyped")");
    }
    /// The clock of that kind that runs; none: nothing.
    std::optional<ClockFact> running(const char* kind) const
    {
        for (const ClockFact& each : record("A").clocks)
            if (each.kind == QString::fromLatin1(kind) && each.state == ClockState::Running)
                return each;
        return {};
    }
    /// Each wait for a second examination that began in truth: from, until and how.
    QStringList waits() const
    {
        const auto dayIn = [](Instant at) { return dateOf(at).toString(u"dd"_s); };
        QStringList found;
        for (const ClockFact& each : record("A").clocks)
            if (each.kind == u"exam_gap_5d"_s && each.state == ClockState::Ended
                && !hasNeverBegun(each))
                found.append(
                    u"%1 to %2 %3"_s.arg(dayIn(each.start), dayIn(each.endedAt), each.outcome));
            else if (each.kind == u"exam_gap_5d"_s && each.stands())
                found.append(dayIn(each.start));
        found.sort();
        return found;
    }
    QString dayOf(const char* kind) const
    {
        const auto clock = running(kind);
        return clock ? dateOf(clock->start).toString(Qt::ISODate) : QString();
    }
};

}

TEST_CASE(
    "CLK-16 an examination of a mistyped day is put right, and the 14 days with it", "[clock]")
{
    const auto [other, mistyped, truth, counted]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {nullptr, "2026-11-28", "2026-11-18", "2026-11-18"}, // too late a day
            {nullptr, "2026-11-08", "2026-11-18", "2026-11-18"}, // too early
            {"2026-11-20", "2026-11-28", "2026-11-18", "2026-11-20"}, // another is the last now
            {"2026-11-20", "2026-11-08", "2026-11-21", "2026-11-21"}, // it is the last now
            {"2026-11-20", "2026-11-28", "2026-11-21", "2026-11-21"},
        }));
    CAPTURE(mistyped, truth);
    CorrectedDesk desk;
    if (other)
        REQUIRE(desk.exam("Dr Adair", other).done());
    REQUIRE(desk.exam("Dr Lund", mistyped).done());

    REQUIRE(desk.corrects("Dr Lund", truth).done());

    CHECK(desk.record("A").exams.size() == (other ? 2 : 1));
    CHECK(desk.dayOf("conveyance_14d") == QString::fromLatin1(counted));
    CHECK(
        shown(desk.running("conveyance_14d")->due) == shown(startOfDay(day(counted).addDays(14))));
    CHECK(desk.record("A").entries.back().kind == u"correction"_s);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-14 the gap runs by the day that is put right", "[clock]")
{
    const auto [mistyped, truth, waits, flags]
        = GENERATE(table<const char*, const char*, const char*, int>({
            {"2026-11-28", "2026-11-18", "", 0}, // together, and had not been
            {"2026-11-18", "2026-11-28", "2026-11-28", 1}, // not together, and had been
            {"2026-11-28", "2026-11-29", "2026-11-29", 1}, // alone as before, from another day
            {"2026-11-18", "2026-11-09", "2026-11-16", 1}, // the other one waits again
            {"2026-11-18", "2026-11-19", "", 0},
        }));
    CAPTURE(mistyped, truth);
    CorrectedDesk desk;
    REQUIRE(desk.exam("Dr Adair", "2026-11-16").done());
    REQUIRE(desk.exam("Dr Lund", mistyped).done());

    REQUIRE(desk.corrects("Dr Lund", truth).done());

    CHECK(desk.dayOf("exam_gap_5d") == QString::fromLatin1(waits));
    CHECK(desk.record("A").flags.size() == static_cast<std::size_t>(flags));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-14 how a wait for a second examination ended is told as it stands now", "[clock]")
{
    struct Told {
        const char* doctor;
        const char* date;
    };
    struct Row {
        std::vector<Told> exams;
        std::vector<Told> corrections;
        QStringList waits; ///< from, until and how; without an end it runs
    };
    const auto row = GENERATE(values<Row>({
        {{{"Dr Adair", "2026-11-18"}, {"Dr Lund", "2026-11-28"}}, {{"Dr Adair", "2026-11-27"}},
            {u"27 to 28 second examination"_s, u"28 to 28 second examination"_s}},
        {{{"Dr Adair", "2026-11-18"}, {"Dr Lund", "2026-11-28"}},
            {{"Dr Adair", "2026-11-28"}, {"Dr Adair", "2026-11-26"}, {"Dr Lund", "2026-11-19"}},
            {u"19 to 26 too late"_s, u"26"_s}},
        {{{"Dr Adair", "2026-11-16"}, {"Dr Lund", "2026-11-18"}}, {{"Dr Lund", "2026-11-28"}},
            {u"16 to 28 too late"_s, u"28"_s}},
        {{{"Dr Adair", "2026-11-16"}, {"Dr Lund", "2026-11-18"}}, {{"Dr Lund", "2026-11-19"}},
            {u"16 to 19 second examination"_s}},
        {{{"Dr Adair", "2026-11-16"}, {"Dr Lund", "2026-11-18"}}, {{"Dr Lund", "2026-11-09"}},
            {u"16"_s}},
    }));
    CAPTURE(row.exams.back().date, row.corrections.back().date);
    CorrectedDesk desk;
    for (const Told& each : row.exams)
        REQUIRE(desk.exam(each.doctor, each.date).done());

    for (const Told& each : row.corrections)
        REQUIRE(desk.corrects(each.doctor, each.date).done());

    CHECK(desk.waits().join(u", "_s) == row.waits.join(u", "_s));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-14 a wait on a closed case ended by the day that is put right too", "[clock]")
{
    CorrectedDesk desk;
    REQUIRE(desk.exam("Dr Adair", "2026-11-18").done());
    REQUIRE(desk.exam("Dr Lund", "2026-11-28").done());
    REQUIRE(desk.tells("case.close", R"("outcome": "not_detained_nfa", "words": "Home",
        "clock_outcomes": [{"kind": "exam_gap_5d", "outcome": "not made"},
            {"kind": "conveyance_14d", "outcome": "not made"}])")
                .done());
    desk.clock(u"2026-11-30T14:00"_s);

    REQUIRE(desk.corrects("Dr Adair", "2026-11-27").done());

    CHECK(desk.waits().front() == u"27 to 28 second examination"_s);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-01 CLK-16 a detention that a mistaken examination silenced runs again", "[clock]")
{
    CorrectedDesk desk;
    REQUIRE(desk.tells("case.status", R"("status": "s136", "start": "2026-11-30T02:00")").done());
    REQUIRE(desk.exam("Dr Adair", "2026-11-29", R"(, "form": "A4")").done());
    REQUIRE(desk.exam("Dr Lund", "2026-11-30", R"(, "form": "A4")").done());
    REQUIRE(
        desk.tells("case.application", R"("form": "A2", "signed_at": "2026-11-30T11:00")").done());
    REQUIRE_FALSE(desk.running("s136"));

    const Reply reply = desk.corrects("Dr Adair", "2026-11-19");

    REQUIRE(reply.done());
    REQUIRE(desk.running("s136"));
    CHECK(shown(desk.running("s136")->due) == shown(london("2026-12-01T02:00")));
    CHECK(reply.decision.notes.join(u' ').contains(u"runs again"_s));
}

TEST_CASE("CLK-15 a mistyped day on which the AMHP saw the person is put right", "[clock]")
{
    const auto [before, mistyped, truth, counted]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {nullptr, "2026-11-28", "2026-11-18", "2026-11-18"},
            {nullptr, "2026-11-08", "2026-11-18", "2026-11-18"},
            {"2026-11-20", "2026-11-28", "2026-11-18", "2026-11-20"},
            {"2026-11-12", "2026-11-28", "2026-11-18", "2026-11-18"},
        }));
    CAPTURE(mistyped, truth);
    const auto saw = [](const char* date) {
        return u"\"amhp\": \"Grace Oyelaran\", \"date\": \"%1\""_s.arg(QString::fromLatin1(date));
    };
    CorrectedDesk desk;
    if (before)
        REQUIRE(desk.tells("case.amhp_saw", saw(before).toUtf8().data()).done());
    REQUIRE(desk.tells("case.amhp_saw", saw(mistyped).toUtf8().data()).done());

    REQUIRE(desk.tells("case.amhp_saw",
                    (saw(truth) + u", \"correction\": \"Mistyped\""_s).toUtf8().data())
                .done());

    CHECK(desk.dayOf("amhp_seen_14d") == QString::fromLatin1(counted));
    CHECK(shown(desk.running("amhp_seen_14d")->due) == shown(startOfDay(day(counted).addDays(14))));
    CHECK(dateOf(*desk.record("A").amhpLastSaw) == day(counted));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 an application is judged by when the AMHP saw the person in truth", "[clock]")
{
    CorrectedDesk desk;
    REQUIRE(
        desk.tells("case.amhp_saw", R"("amhp": "Grace Oyelaran", "date": "2026-11-12")").done());
    const Reply signs
        = desk.tells("case.application", R"("form": "A2", "signed_at": "2026-11-30T11:00")");
    REQUIRE(HandoverDesk::flagged(signs).contains(u"CLK-15"_s));
    const std::size_t flags = desk.record("A").flags.size();

    const Reply reply = desk.tells("case.amhp_saw",
        R"("amhp": "Grace Oyelaran", "date": "2026-11-22", "correction": "Mistyped")");

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.join(u' ').contains(u"no longer holds"_s));
    CHECK(desk.record("A").flags.size() == flags - 1);
    CHECK_FALSE(desk.running("amhp_seen_14d"));
}

TEST_CASE("CLK-15 CLK-16 a correction is of something on the record that was otherwise", "[clock]")
{
    const auto [command, fields, clause] = GENERATE(table<const char*, const char*, const char*>({
        {"case.exam", R"("doctor": "Dr Who", "date": "2026-11-19")", "CLK-16"},
        {"case.exam", R"("doctor": "Dr Lund", "date": "2026-11-20")", "CLK-16"},
        {"case.amhp_saw", R"("amhp": "Nobody", "date": "2026-11-19")", "CLK-15"},
        {"case.amhp_saw", R"("amhp": "Grace Oyelaran", "date": "2026-11-20")", "CLK-15"},
    }));
    CAPTURE(command, fields);
    CorrectedDesk desk;
    REQUIRE(desk.exam("Dr Lund", "2026-11-20").done());
    REQUIRE(
        desk.tells("case.amhp_saw", R"("amhp": "Grace Oyelaran", "date": "2026-11-20")").done());

    const Reply reply = desk.tells(
        command, (QString::fromLatin1(fields) + u", \"correction\": \"Wrong\""_s).toUtf8().data());

    CHECK(HandoverDesk::refused(reply) == QStringList{QString::fromLatin1(clause)});
}

TEST_CASE("CLK-16 a correction names the doctor whom nobody had told, and keeps the day", "[clock]")
{
    CorrectedDesk desk;
    REQUIRE(desk.exam("Dr Adair", "2026-11-28").done());
    REQUIRE(desk.tells("case.exam", R"("date": "2026-11-26", "form": "A4")").done());

    const Reply reply = desk.tells("case.exam", R"("doctor": "Dr Lund", "correction": "H3")");

    REQUIRE(reply.done());
    const std::vector<Exam> exams = desk.record("A").exams;
    REQUIRE(exams.size() == 2);
    CHECK(exams[0].doctor == u"Dr Lund"_s);
    CHECK(dateOf(exams[0].at) == day("2026-11-26"));
    CHECK(exams[0].form == u"A4"_s);
    CHECK(desk.dayOf("conveyance_14d") == u"2026-11-28"_s);
    CHECK_FALSE(HandoverDesk::owed(reply).contains(u"CLK-16"_s));
}
