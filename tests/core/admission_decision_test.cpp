#include "core/casework/application/printed_form.h"
#include "core/casework/status/status_ends.h"
#include "core/paper/chronicle.h"
#include "core/paper/plain_text.h"
#include "core/time/london.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* early
    = R"("do": "case.decision_to_admit", "time": "2026-11-20T12:15", "by": "Dr Xavier")";
constexpr const char* putRight = R"("do": "case.decision_to_admit", "time": "2026-11-20T22:15",
    "correction": "12:15 was typed for 22:15")";
constexpr const char* inEd = R"("do": "case.place", "kind": "ed", "at": "2026-11-20T21:40",
    "detail": "North Anyshire Hospital")";

Reply hears(HandoverDesk& desk, const char* fact, const char* user = "grace")
{
    return desk.does(user, (QByteArray(R"({"case": "$A", )") + fact + "}").constData());
}

/// Case A of EDT, opened on Fri 20 Nov 2026 at 17:30, told about at 23:00.
struct DecisionDesk : HandoverDesk {
    DecisionDesk()
    {
        clock(u"2026-11-20T17:30"_s);
        opens("grace", "A");
        clock(u"2026-11-20T23:00"_s);
    }
    Reply tells(const char* fact)
    {
        Reply reply = hears(*this, fact);
        if (!reply.done())
            throw std::runtime_error(fact);
        return reply;
    }
    std::vector<ClockFact> waits() const
    {
        std::vector<ClockFact> found;
        for (const ClockFact& each : record("A").clocks)
            if (each.kind == u"ed_12h"_s && !hasNeverBegun(each))
                found.push_back(each);
        return found;
    }
    QStringList chronicle() const
    {
        QStringList lines;
        for (const ChronicleLine& each : chronicleOf(record("A"), calendar().profile()))
            lines.append(each.text);
        return lines;
    }
};

}

TEST_CASE("CLK-40 INV-4 a decision to admit that was told wrongly is put right, and the wait in ED "
          "counts from the one in truth",
    "[assessment]")
{
    struct Row {
        std::vector<const char*> told;
        const char* due; ///< none: the wait in ED never began
    };
    const auto row = GENERATE(values<Row>({
        {{inEd, early}, "2026-11-21T10:15"},
        {{early, inEd}, "2026-11-21T10:15"},
        // told too late
        {{inEd, R"("do": "case.decision_to_admit", "time": "2026-11-20T22:40")"},
            "2026-11-21T10:15"},
        // by either time the person came to ED afterwards
        {{R"("do": "case.place", "kind": "home", "at": "2026-11-20T12:00")",
             R"("do": "case.place", "kind": "ed", "at": "2026-11-20T22:30")", early},
            "2026-11-21T10:30"},
        // by the one in truth the person had left
        {{R"("do": "case.place", "kind": "ed", "at": "2026-11-20T12:00")", early,
             R"("do": "case.place", "kind": "s136_suite", "at": "2026-11-20T21:00")"},
            nullptr},
        // nobody was in ED by the mistaken one
        {{R"("do": "case.place", "kind": "ward", "at": "2026-11-20T12:00")", early, inEd},
            "2026-11-21T10:15"},
    }));
    CAPTURE(row.told.size(), row.told.back());
    DecisionDesk desk;
    for (const char* fact : row.told)
        desk.tells(fact);

    const Reply reply = desk.tells(putRight);

    const Case record = desk.record("A");
    CHECK(shown(*record.decisionToAdmit) == shown(london("2026-11-20T22:15")));
    CHECK(record.admissionDecisions.size() == 1);
    const auto waits = desk.waits();
    REQUIRE(waits.size() == (row.due ? 1U : 0U));
    if (row.due) {
        CHECK(shown(waits.front().due) == shown(london(row.due)));
        CHECK(waits.front().state == ClockState::Running);
    }
    CHECK_FALSE(desk.chronicle().filter(u"12:15 was typed for 22:15"_s).isEmpty());
    CHECK(reply.decision.notes.join(u' ').contains(u"put right"_s));
    CHECK(record.outOfStep.empty());
}

TEST_CASE("CLK-40 what was ended as mistyped counts from the time in truth and is asked about",
    "[assessment]")
{
    DecisionDesk desk;
    desk.tells(inEd);
    desk.tells(early);
    desk.tells(R"("do": "case.clock_end", "kind": "ed_12h", "outcome": "mistyped")");
    const Reply again = desk.tells(
        R"("do": "case.decision_to_admit", "time": "2026-11-20T22:15", "by": "Dr Xavier")");
    CHECK(again.decision.notes.join(u' ').contains(u"the earlier counts"_s));

    const Reply reply = desk.tells(putRight);

    CHECK(desk.record("A").admissionDecisions.size() == 1);
    REQUIRE(desk.waits().size() == 1);
    CHECK(desk.waits().front().state == ClockState::Ended);
    CHECK(reply.decision.notes.join(u' ').contains(u"INV-4"_s));
    desk.tells(R"("do": "case.clock_end", "kind": "ed_12h", "correction": "It goes on")");
    REQUIRE(desk.waits().size() == 1);
    CHECK(desk.waits().front().state == ClockState::Running);
    CHECK(shown(desk.waits().front().due) == shown(london("2026-11-21T10:15")));
    std::vector<QString> steps; // ESC-4.4
    for (const Task& task : desk.record("A").tasks)
        if (task.clause == u"ESC-4.4"_s && !task.doneAt)
            steps.push_back(timeText(task.due));
    CHECK(steps == std::vector<QString>{u"02:15"_s, u"06:15"_s, u"08:15"_s});
}

TEST_CASE("CLK-40 a correction of the clock names the command that puts the decision right",
    "[assessment]")
{
    DecisionDesk desk;
    desk.tells(inEd);
    desk.tells(early);

    const Reply reply = hears(desk, R"("do": "case.clock_start", "kind": "ed_12h",
        "start": "2026-11-20T22:15", "correction": "12:15 was mistyped")");

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().mend.contains(u"case.decision_to_admit"_s));
}

TEST_CASE("CLK-40 a correction of a decision to admit puts something right", "[assessment]")
{
    struct Row {
        bool isTold;
        const char* fact;
        const char* field; ///< none: it is done
    };
    const auto row = GENERATE(values<Row>({
        {false, putRight, "correction"},
        {true, R"("do": "case.decision_to_admit", "time": "2026-11-20T12:15", "correction": "x")",
            "time"},
        {true, R"("do": "case.decision_to_admit", "correction": "x")", "time"},
        {true, R"("do": "case.decision_to_admit", "time": "2026-11-20T23:01", "correction": "x")",
            "time"},
        {true, R"("do": "case.decision_to_admit", "by": "Dr Yaw", "correction": "x")", nullptr},
        {true, R"("do": "case.decision_to_admit", "at": "22:15", "correction": "x")", nullptr},
    }));
    CAPTURE(row.fact);
    DecisionDesk desk;
    if (row.isTold)
        desk.tells(early);

    const Reply reply = hears(desk, row.fact);

    REQUIRE(reply.done() == !row.field);
    if (row.field)
        CHECK(reply.decision.refusals.front().field == QString::fromLatin1(row.field));
    else
        CHECK(desk.record("A").admissionDecisions.size() == 1);
}

TEST_CASE("CLK-40 who decided stays when the time is put right, and is put right by itself",
    "[assessment]")
{
    DecisionDesk desk;
    desk.tells(early);

    desk.tells(putRight);
    CHECK(desk.record("A").admissionDecisions.front().by == u"Dr Xavier"_s);
    desk.tells(R"("do": "case.decision_to_admit", "by": "Dr Yaw", "correction": "Another doctor")");

    const AdmissionDecision now = desk.record("A").admissionDecisions.front();
    CHECK(now.by == u"Dr Yaw"_s);
    CHECK(shown(now.at) == shown(london("2026-11-20T22:15")));
}

TEST_CASE("CLK-40 a case does not wait for a bed from a decision that was not then", "[assessment]")
{
    const bool isAssessed = GENERATE(false, true);
    DecisionDesk desk;
    desk.tells(early);
    if (isAssessed)
        desk.tells(R"("do": "case.assessment", "started": "2026-11-20T19:00",
            "ended": "2026-11-20T20:00", "outcome": "s2", "reasons": "Risk")");
    REQUIRE(desk.record("A").stage.at(london("2026-11-20T18:00")) == Stage::AwaitingBed);

    desk.tells(putRight);

    CAPTURE(isAssessed);
    const auto& stage = desk.record("A").stage;
    CHECK(stage.at(london("2026-11-20T18:00")) < Stage::AwaitingBed);
    CHECK((stage.at(london("2026-11-20T20:30")) == Stage::AwaitingBed) == isAssessed);
    CHECK(stage.at(london("2026-11-20T22:15")) == Stage::AwaitingBed);
}

TEST_CASE("CLK-40 who decided, and every other account of when, can be read", "[assessment]")
{
    DecisionDesk desk;
    desk.tells(R"("do": "case.decision_to_admit", "time": "2026-11-20T22:15", "by": "Dr Xavier")");

    const Reply reply = desk.tells(
        R"("do": "case.decision_to_admit", "time": "2026-11-20T22:40", "by": "Dr Yaw")");

    CHECK(reply.decision.notes.join(u' ').contains(u"Dr Yaw"_s));
    CHECK(desk.chronicle().contains(u"Decision to admit by Dr Xavier"_s));
    CHECK(
        desk.chronicle().contains(u"Decision to admit by Dr Yaw; told too, the earlier counts"_s));
    const QString both
        = u"Fri 20 Nov 2026 22:15, Dr Xavier; also told as Fri 20 Nov 2026 22:40, Dr Yaw"_s;
    CHECK(assessmentText(desk.record("A"), nullptr, desk.calendar().profile())
              .contains(u"Decision to admit: "_s + both));
    const PrintedForm form = printedForm(desk.record("A"), desk, desk.calendar().profile());
    CHECK(std::any_of(form.begin(), form.end(), [&both](const PrintedSection& section) {
        return std::any_of(section.fields.begin(), section.fields.end(),
            [&both](const PrintedField& field) { return field.value == both; });
    }));
}

TEST_CASE("CLK-20 for which authority the s2 applicant acted can be read", "[assessment]")
{
    DecisionDesk desk;
    desk.tells(R"("do": "case.application", "form": "A2", "signed_at": "2026-11-20T21:00",
        "signed_by": "grace", "hospital": "Ash Ward", "authority": "Midvale Borough Council")");
    desk.tells(R"("do": "case.application", "form": "A6", "signed_at": "2026-11-20T22:00",
        "signed_by": "grace", "hospital": "Ash Ward")");

    CHECK(desk.chronicle().contains(
        u"Application A2 signed; Ash Ward; for Midvale Borough Council"_s));
    CHECK(desk.chronicle().contains(u"Application A6 signed; Ash Ward"_s));
    CHECK(assessmentText(desk.record("A"), nullptr, desk.calendar().profile())
              .contains(u"Authority of the s2 applicant: Midvale Borough Council"_s));
    const PrintedForm form = printedForm(desk.record("A"), desk, desk.calendar().profile());
    CHECK(std::any_of(form.begin(), form.end(), [](const PrintedSection& section) {
        return section.key == u"application"_s
            && std::any_of(
                section.fields.begin(), section.fields.end(), [](const PrintedField& field) {
                    return field.value == u"Midvale Borough Council"_s;
                });
    }));
}

TEST_CASE("CLK-40 of what two desks told of one decision the earliest that stands counts",
    "[assessment][conflict]")
{
    struct Row {
        const char* other; ///< as the other desk told it
        const char* counts;
        std::size_t accounts;
    };
    const auto row = GENERATE(values<Row>({
        {"2026-11-20T22:20", "2026-11-20T22:15", 2}, {"2026-11-20T22:15", "2026-11-20T22:15", 1},
        {"2026-11-20T12:20", "2026-11-20T12:20", 2}, // the safe side, until that is put right
    }));
    const bool afterMeeting = GENERATE(false, true);
    CAPTURE(row.other, afterMeeting);
    TwoDesks desks;
    desks.clock("2026-11-20T17:30");
    desks.a.opens("grace", "A");
    desks.meet();
    desks.clock("2026-11-20T23:00");
    REQUIRE(hears(desks.a, early).done());
    REQUIRE(hears(desks.b,
        (QByteArray(R"("do": "case.decision_to_admit", "by": "Dr Xavier", "time": ")") + row.other
            + "\"")
            .constData(),
        "kofi")
                .done());
    if (afterMeeting)
        desks.meet();
    REQUIRE(hears(desks.a, putRight).done());
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Case record = desk->record("A");
        CHECK(shown(*record.decisionToAdmit) == shown(london(row.counts)));
        CHECK(record.admissionDecisions.size() == row.accounts);
        CHECK(record.outOfStep.empty());
    }
}
