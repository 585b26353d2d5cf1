#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct AbsentDesk : StatusDesk {
    Reply asks(const char* fields)
    {
        return does("grace",
            (QByteArray(R"({"case": "$A", "late_reason": "told late", )") + fields + "}")
                .constData());
    }
    /// The last clock that began of that kind; none: nothing.
    std::optional<ClockFact> last(const char* kind) const
    {
        std::optional<ClockFact> found;
        for (const ClockFact& each : record("A").clocks)
            if (each.kind == QString::fromLatin1(kind))
                found = each;
        return found;
    }
};

}

TEST_CASE("CLK-24 until when somebody may be retaken follows the section beneath", "[status]")
{
    const auto [told, due] = GENERATE(table<const char*, const char*>({
        {R"("do": "case.status", "status": "s2", "start": "2026-11-05T10:00",
            "correction": "Form H3")",
            "2026-12-03T00:00"},
        {R"("do": "case.status", "status": "s2", "start": "2026-11-01T10:00",
            "correction": "Form H3")",
            "2026-11-29T00:00"},
        {R"("do": "case.status", "status": "s2", "start": "2026-11-01T10:00")", "2026-11-29T00:00"},
        {R"("do": "case.status", "status": "informal", "start": "2026-11-19T03:00")", nullptr},
        {R"("do": "case.status_end", "status": "s2", "outcome": "discharged", "at": "03:50")",
            nullptr},
        {R"("do": "case.clock_end", "kind": "s2", "outcome": "discharged", "at": "03:50")",
            nullptr},
        {R"("do": "case.status_end", "status": "s2", "outcome": "never began",
            "correction": "Another patient")",
            nullptr},
    }));
    CAPTURE(told);
    AbsentDesk desk;
    desk.status("s2", "2026-11-03T10:00");
    desk.status("awol", "03:40", "ward");
    REQUIRE(shown(desk.only("awol").due) == shown(london("2026-12-01T00:00")));

    REQUIRE(desk.asks(told).done());

    CHECK((desk.only("awol").state == ClockState::Running) == (due != nullptr));
    if (due)
        CHECK(shown(desk.only("awol").due) == shown(london(due)));
    CHECK(shown(desk.only("awol").start) == shown(london("2026-11-19T03:40")));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-24 CLK-25 six months from the 31st last until a shorter month is over", "[status]")
{
    struct Row {
        const char* beneath;
        const char* kind;
        const char* due;
    };
    const auto row = GENERATE(values<Row>({
        {R"("do": "case.status", "status": "s3", "start": "2026-03-31T10:00")", "awol",
            "2027-03-01T00:00"},
        {R"("do": "case.clock_start", "kind": "cto_recall", "start": "2026-08-31T08:00")", "awol",
            "2027-03-01T00:00"},
        {R"("do": "case.application", "form": "A6", "signed_at": "2026-08-31T09:00",
            "signed_by_name": "Helen Brandt")",
            "absconded", "2027-03-01T00:00"},
    }));
    CAPTURE(row.beneath);
    StatusDesk desk("2026-08-31T20:00");
    REQUIRE(asks(desk, row.beneath).done());

    desk.status("awol", "2026-08-31T19:30", "ward");

    CHECK(shown(desk.only(row.kind).due) == shown(london(row.due)));
}

TEST_CASE("CLK-24 a section that had not ended lets retake again", "[status]")
{
    AbsentDesk desk;
    desk.status("s2", "2026-11-03T10:00");
    desk.status("awol", "03:40", "ward");
    REQUIRE(desk.asks(R"("do": "case.status_end", "status": "s2", "outcome": "discharged",
        "at": "03:50")")
                .done());
    REQUIRE(desk.last("awol")->state == ClockState::Ended);

    REQUIRE(
        desk.asks(R"("do": "case.status_end", "status": "s2", "correction": "It had not")").done());

    CHECK(desk.last("awol")->state == ClockState::Running);
    CHECK(shown(desk.last("awol")->due) == shown(london("2026-12-01T00:00")));
}

TEST_CASE("CLK-24 an end that was given otherwise stays as it was given", "[status]")
{
    AbsentDesk desk;
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "awol",
        "start": "2026-11-19T03:40", "due": "2026-12-24T00:00"})");
    desk.status("awol", "03:40", "ward");
    desk.status("s2", "2026-11-03T10:00");

    REQUIRE(desk.asks(R"("do": "case.status", "status": "s2", "start": "2026-11-05T10:00",
        "correction": "Form H3")")
                .done());

    CHECK(shown(desk.last("awol")->due) == shown(london("2026-12-24T00:00")));
}

TEST_CASE("CLK-24 CLK-25 an absence that is told by its clock is timed by the section beneath",
    "[status]")
{
    struct Row {
        const char* beneath; ///< none: nothing is told
        const char* kind;
        const char* due; ///< none: refused, and case.status takes it
        const char* clause;
    };
    static constexpr const char* s2
        = R"("do": "case.status", "status": "s2", "start": "2026-11-03T10:00")";
    static constexpr const char* a2 = R"("do": "case.application", "form": "A2",
        "signed_at": "03:20", "signed_by_name": "Helen Brandt")";
    const auto row = GENERATE(values<Row>({
        {s2, "awol", "2026-12-01T00:00", "CLK-24"},
        {a2, "absconded", "2026-12-17T00:00", "CLK-25"},
        {nullptr, "awol", nullptr, "CLK-24"},
        {nullptr, "absconded", nullptr, "CLK-25"},
        {s2, "absconded", nullptr, "CLK-25"},
    }));
    CAPTURE(row.kind, row.beneath != nullptr);
    AbsentDesk desk;
    if (row.beneath)
        REQUIRE(desk.asks(row.beneath).done());

    const Reply reply = desk.asks(
        QByteArray(R"("do": "case.clock_start", "start": "2026-11-19T03:40", "kind": "KIND")")
            .replace("KIND", row.kind)
            .constData());

    REQUIRE(reply.done() == (row.due != nullptr));
    if (row.due) {
        CHECK(shown(desk.only(row.kind).due) == shown(london(row.due)));
        return;
    }
    CHECK(HandoverDesk::refused(reply) == QStringList{QString::fromLatin1(row.clause)});
    CHECK(reply.decision.refusals.front().mend.contains(u"case.status, status awol"));
    CHECK(
        desk.asks(R"("do": "case.status", "status": "awol", "start": "2026-11-19T03:40")").done());
}

TEST_CASE("CLK-24 an absence that is told by its clock follows the section beneath", "[status]")
{
    struct Row {
        const char* due; ///< given with the clock; none: worked out
        std::vector<const char*> told;
        const char* until; ///< none: it runs no more
        const char* ended;
    };
    static constexpr const char* corrected = R"("do": "case.status", "status": "s2",
        "start": "2026-11-05T10:00", "correction": "Form H3")";
    static constexpr const char* discharged
        = R"("do": "case.status_end", "status": "s2", "outcome": "discharged", "at": "03:50")";
    static constexpr const char* resumed
        = R"("do": "case.status_end", "status": "s2", "correction": "It had not")";
    static constexpr const char* given = "2026-11-25T00:00";
    const auto row = GENERATE(values<Row>({
        {nullptr, {corrected}, "2026-12-03T00:00", nullptr},
        {nullptr, {R"("do": "case.status", "status": "s3", "start": "2026-11-19T03:45")"},
            "2027-05-19T00:00", nullptr},
        {nullptr, {discharged}, nullptr, "2026-11-19T03:50"},
        {nullptr, {corrected, discharged}, nullptr, "2026-11-19T03:50"},
        {nullptr, {discharged, resumed}, "2026-12-01T00:00", nullptr},
        {nullptr, {R"("do": "case.status", "status": "informal", "start": "2026-11-19T03:50")"},
            nullptr, "2026-11-19T03:50"},
        {nullptr, {R"("do": "case.status_end", "status": "s2", "outcome": "never began",
                "correction": "Another patient")"},
            nullptr, "2026-11-19T03:40"},
        {given, {corrected}, given, nullptr},
        {given, {discharged}, nullptr, "2026-11-19T03:50"},
    }));
    CAPTURE(row.due != nullptr, row.told.size(), row.told.front());
    AbsentDesk desk;
    desk.status("s2", "2026-11-03T10:00");
    const QByteArray due
        = row.due ? QByteArray(R"(, "due": ")") + row.due + QByteArray(R"(")") : QByteArray();
    REQUIRE(
        desk.asks((R"("do": "case.clock_start", "kind": "awol", "start": "2026-11-19T03:40")" + due)
                      .constData())
            .done());

    for (const char* each : row.told)
        REQUIRE(desk.asks(each).done());

    const ClockFact clock = *desk.last("awol");
    CHECK((clock.state == ClockState::Running) == (row.until != nullptr));
    if (row.until)
        CHECK(shown(clock.due) == shown(london(row.until)));
    else
        CHECK(shown(clock.endedAt) == shown(london(row.ended)));
    CHECK(shown(clock.start) == shown(london("2026-11-19T03:40")));
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-24 absent from a place of safety, until when is given with the clock", "[status]")
{
    const auto* const status = GENERATE("s136", "s135_1");
    CAPTURE(status);
    AbsentDesk desk;
    desk.status(status, "2026-11-19T02:00");
    const auto starts = [&desk](const char* due) {
        return desk.asks((QByteArray(R"("do": "case.clock_start", "kind": "awol",
            "start": "2026-11-19T03:40")")
            + due)
                             .constData());
    };

    const Reply absent
        = desk.asks(R"("do": "case.status", "status": "awol", "start": "2026-11-19T03:40")");

    REQUIRE(absent.done());
    CHECK(std::any_of(absent.decision.owed.begin(), absent.decision.owed.end(),
        [](const Owed& each) { return each.text.contains(u"give due"_s); }));
    const Reply refused = starts("");
    REQUIRE_FALSE(refused.done());
    CHECK(refused.decision.refusals.front().mend.startsWith(u"Give due"_s));
    CHECK(starts(R"(, "due": "2026-11-20T03:40")").done());
}

TEST_CASE("CLK-24 CLK-25 who had absconded is absent without leave by an admission told since",
    "[status]")
{
    const auto* const absence
        = GENERATE(R"("do": "case.status", "status": "awol", "start": "2026-11-19T03:40")",
            R"("do": "case.clock_start", "kind": "absconded", "start": "2026-11-19T03:40")");
    const auto* const told
        = GENERATE(R"("do": "case.status", "status": "s2", "start": "2026-11-17T12:00")",
            R"("do": "case.admitted", "time": "2026-11-17T12:00", "hospital": "Ash Ward")");
    CAPTURE(absence, told);
    AbsentDesk desk;
    REQUIRE(desk.asks(R"("do": "case.application", "form": "A2", "signed_at": "2026-11-17T10:00",
        "signed_by_name": "Helen Brandt")")
                .done());
    REQUIRE(desk.asks(absence).done());
    REQUIRE(shown(desk.only("absconded").due) == shown(london("2026-12-17T00:00")));

    REQUIRE(desk.asks(told).done());

    CHECK(desk.only("absconded").state == ClockState::Ended);
    const ClockFact awol = desk.only("awol");
    CHECK(awol.state == ClockState::Running);
    CHECK(shown(awol.start) == shown(london("2026-11-19T03:40")));
    CHECK(shown(awol.due) == shown(london("2026-12-15T00:00")));
}

TEST_CASE("CLK-24 CLK-25 an application turns only an absence that began after it", "[status]")
{
    const auto* const absence
        = GENERATE(R"("do": "case.status", "status": "awol", "start": "2026-11-19T03:40")",
            R"("do": "case.clock_start", "kind": "awol", "start": "2026-11-19T03:40")");
    const auto [signedAt, kind, due] = GENERATE(table<const char*, const char*, const char*>({
        {"2026-11-19T03:20", "absconded", "2026-12-17T00:00"},
        {"2026-11-19T03:50", "awol", "2026-11-21T22:10"},
    }));
    CAPTURE(absence, signedAt);
    AbsentDesk desk;
    desk.status("s5_2", "2026-11-18T22:10");
    REQUIRE(desk.asks(absence).done());

    REQUIRE(desk.asks(QByteArray(R"("do": "case.application", "form": "A2", "signed_at": "TIME",
        "signed_by_name": "Helen Brandt")")
                          .replace("TIME", signedAt)
                          .constData())
                .done());

    CHECK(desk.last(kind)->state == ClockState::Running);
    CHECK(shown(desk.last(kind)->due) == shown(london(due)));
    const auto clocks = desk.record("A").clocks;
    CHECK(std::count_if(clocks.begin(), clocks.end(), [](const ClockFact& each) {
        return each.stands() && (each.kind == u"awol"_s || each.kind == u"absconded"_s);
    }) == 1);
}

TEST_CASE("CLK-24 a section that had run out before the absence lets nobody be retaken", "[status]")
{
    const auto* const absence
        = GENERATE(R"("do": "case.status", "status": "awol", "start": "2026-11-19T03:40")",
            R"("do": "case.clock_start", "kind": "awol", "start": "2026-11-19T03:40")");
    CAPTURE(absence);
    AbsentDesk desk;
    desk.status("s2", "2026-11-03T10:00");
    REQUIRE(desk.asks(absence).done());

    REQUIRE(desk.asks(R"("do": "case.status", "status": "s2", "start": "2026-10-20T10:00",
        "correction": "Form H3")")
                .done());

    CHECK(desk.only("awol").state == ClockState::Ended);
}

TEST_CASE(
    "CLK-24 absent under guardianship or a CTO, until when is given with the clock", "[status]")
{
    const auto [status, named] = GENERATE(table<const char*, const char*>(
        {{"guardianship", "under guardianship"}, {"cto", "under a CTO without recall"}}));
    CAPTURE(status);
    AbsentDesk desk;
    desk.status(status, "2026-11-01T10:00");

    const Reply absent
        = desk.asks(R"("do": "case.status", "status": "awol", "start": "2026-11-19T03:40")");

    REQUIRE(absent.done());
    REQUIRE(HandoverDesk::owed(absent).contains(u"CLK-24"_s));
    const auto owed = std::find_if(absent.decision.owed.begin(), absent.decision.owed.end(),
        [](const Owed& each) { return each.clause == u"CLK-24"; });
    CHECK(owed->text.contains(QString::fromLatin1(named) + u" that is not worked out here"_s));
    CHECK(owed->text.contains(u"Start the clock “awol” with case.clock_start and give due"_s));
    CHECK_FALSE(owed->text.contains(u"Tell the section"_s));
    const Reply refused
        = desk.asks(R"("do": "case.clock_start", "kind": "awol", "start": "2026-11-19T03:40")");
    REQUIRE_FALSE(refused.done());
    CHECK(refused.decision.refusals.front().mend.startsWith(u"Give due: "_s));
    CHECK(desk.asks(R"("do": "case.clock_start", "kind": "awol", "start": "2026-11-19T03:40",
        "due": "2027-05-19T00:00")")
              .done());
}
