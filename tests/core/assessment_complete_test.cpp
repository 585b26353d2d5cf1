#include "core/casework/application/section_forms.h"
#include "tests/support/waiting_desk.h"

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "CLK-01 an application supersedes s136 once it is complete, and not before", "[assessment]")
{
    struct Row {
        const char* form;
        std::vector<std::pair<const char*, const char*>> recommendations; ///< doctor, form
        bool complete;
    };
    const auto row = GENERATE(values<Row>({
        {"A2", {}, false},
        {"A2", {{"Dr Lund", "A4"}}, false},
        {"A2", {{"Dr Lund", "A4"}, {"Dr Adair", "A4"}}, true},
        {"A2", {{"Dr Lund", "A4"}, {"dr lund", "A4"}}, false},
        {"A2", {{"Dr Lund", ""}, {"Dr Adair", "A4"}}, false},
        {"A2", {{"Dr Lund", "A3"}}, true},
        {"A1", {{"Dr Lund", "A3"}}, true},
        {"A2", {{"Dr Lund", "A8"}, {"Dr Adair", "A8"}}, false},
        {"A6", {{"Dr Lund", "A8"}, {"Dr Adair", "A8"}}, true},
        {"A6", {{"Dr Lund", "A7"}}, true},
        {"A6", {{"Dr Lund", "A3"}}, false},
        {"A10", {}, false},
        {"A10", {{"Dr Lund", "A4"}}, false},
        {"A10", {{"Dr Lund", "A11"}}, true},
    }));
    WaitingDesk desk;
    for (const auto& [doctor, form] : row.recommendations)
        desk.exam(doctor, form);
    REQUIRE(desk.clockOf("s136")->state == ClockState::Running);

    const Reply reply = desk.signs(row.form);

    CAPTURE(row.form, row.recommendations.size());
    CHECK((desk.clockOf("s136")->state == ClockState::Superseded) == row.complete);
    CHECK(shown(desk.clockOf("s136")->due) == shown(london("2026-11-20T03:40")));
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-01"_s) == !row.complete);
}

TEST_CASE("CLK-01 the last recommendation may be told after the signature", "[assessment]")
{
    const auto [examined, since] = GENERATE(table<const char*, const char*>({
        {"12:10", "2026-11-19T19:35"},
        {"19:38", "2026-11-19T19:38"},
    }));
    WaitingDesk desk;
    desk.exam("Dr Lund", "A4");
    desk.signs("A2");
    REQUIRE(desk.clockOf("s136")->state == ClockState::Running);

    const Reply reply = desk.exam("Dr Adair", "A4", examined);

    CHECK(desk.clockOf("s136")->state == ClockState::Superseded);
    CHECK(shown(*desk.clockOf("s136")->supersededAt) == shown(london(since)));
    CHECK_FALSE(HandoverDesk::owed(reply).contains(u"CLK-01"_s));
}

TEST_CASE("CLK-01 a recommendation of a later day than the application's completes nothing",
    "[assessment]")
{
    const auto [examined, complete] = GENERATE(table<const char*, bool>({
        {"2026-11-19T19:38", true},
        {"2026-11-19T23:59", true},
        {"2026-11-20T00:01", false},
    }));
    WaitingDesk desk;
    desk.signs("A2");
    desk.clock(u"2026-11-20T02:00"_s);

    const Reply reply = desk.exam("Dr Lund", "A3", examined);

    CAPTURE(examined);
    CHECK((desk.clockOf("s136")->state == ClockState::Superseded) == complete);
    const auto& owed = reply.decision.owed;
    CHECK(std::any_of(owed.begin(), owed.end(), [](const Owed& each) {
        return each.clause == u"CLK-01"_s && each.text.contains(u"of a later day"_s);
    }) == !complete);
}

TEST_CASE("CLK-01 a detention told after the complete application is superseded by it, a new one "
          "is not",
    "[assessment]")
{
    const auto [start, superseded] = GENERATE(table<const char*, bool>({
        {"2026-11-19T19:35", true},
        {"2026-11-19T19:36", false},
    }));
    WaitingDesk desk;
    desk.must("helen", R"({"do": "case.status_end", "case": "$A", "status": "s136",
        "outcome": "discharged", "at": "16:00"})");
    desk.recommended();
    desk.signs("A2");

    const QString request = u"{\"do\": \"case.status\", \"case\": \"$A\", \"status\": \"s136\", "
                            "\"start\": \"%1\", \"evidence\": \"police\"}"_s;
    desk.must("helen", request.arg(QString::fromLatin1(start)).toUtf8().data());

    const Case record = desk.record("A");
    const auto second = std::find_if(record.clocks.rbegin(), record.clocks.rend(),
        [](const ClockFact& each) { return each.kind == u"s136"_s; });
    CHECK((second->state == ClockState::Superseded) == superseded);
}

TEST_CASE("CLK-01 a superseded detention still needs its outcome", "[assessment]")
{
    WaitingDesk desk;
    desk.recommended();
    desk.signs("A2");
    REQUIRE(desk.clockOf("s136")->state == ClockState::Superseded);

    SECTION("the case does not close without")
    {
        const Reply bare = desk.does("helen", R"({"do": "case.close", "case": "$A",
            "outcome": "withdrawn_by_referrer",
            "clock_outcomes": [{"kind": "conveyance_14d", "outcome": "withdrawn"}]})");
        CHECK(HandoverDesk::refused(bare) == QStringList{u"CLK-01"_s});
        desk.must("helen", R"({"do": "case.close", "case": "$A",
            "outcome": "withdrawn_by_referrer",
            "clock_outcomes": [{"kind": "conveyance_14d", "outcome": "withdrawn"},
                {"kind": "s136", "outcome": "discharged"}]})");
    }
    SECTION("the end of the status ends it")
    {
        desk.must("helen", R"({"do": "case.status_end", "case": "$A", "status": "s136",
            "outcome": "discharged"})");
    }
    SECTION("it can be ended by its kind")
    {
        desk.must("helen", R"({"do": "case.clock_end", "case": "$A", "kind": "s136",
            "outcome": "discharged"})");
    }
    CHECK(desk.clockOf("s136")->state == ClockState::Ended);
    CHECK(desk.clockOf("s136")->outcome == u"discharged"_s);
}

TEST_CASE("CLK-14 CLK-16 recommendations that cannot support the application leave s136 running",
    "[assessment]")
{
    const auto [first, second, complete] = GENERATE(table<const char*, const char*, bool>({
        {"2026-11-13T10:00", "2026-11-19T11:00", true}, // five clear days between
        {"2026-11-12T10:00", "2026-11-19T11:00", false},
        {"2026-11-05T10:00", "2026-11-06T10:00", true}, // signed on the fourteenth day
        {"2026-11-04T10:00", "2026-11-05T10:00", false},
    }));
    WaitingDesk desk;
    desk.exam("Dr Lund", "A4", first);
    desk.exam("Dr Adair", "A4", second);

    const Reply reply = desk.signs("A2");

    CAPTURE(first, second);
    CHECK((desk.clockOf("s136")->state == ClockState::Superseded) == complete);
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-01"_s) == !complete);
}

TEST_CASE("CLK-01 CLK-16 an admission on recommendations that are missing or dead is flagged",
    "[assessment]")
{
    struct Row {
        std::vector<std::pair<const char*, const char*>> examined; ///< doctor, when
        const char* flagged;
        bool owed;
    };
    const auto row = GENERATE(values<Row>({
        {{}, "CLK-01", true},
        {{{"Dr Lund", "2026-11-19T11:00"}}, "CLK-01", true},
        {{{"Dr Lund", "2026-11-19T11:00"}, {"Dr Adair", "2026-11-19T12:10"}}, nullptr, false},
        {{{"Dr Lund", "2026-11-05T11:00"}, {"Dr Adair", "2026-11-06T12:10"}}, "CLK-16", false},
        // a newer examination that goes with neither
        {{{"Dr Lund", "2026-11-05T11:00"}, {"Dr Adair", "2026-11-06T12:10"},
             {"Dr Moss", "2026-11-19T12:10"}},
            "CLK-16", false},
    }));
    WaitingDesk desk;
    for (const auto& [doctor, at] : row.examined)
        desk.exam(doctor, "A4", at);
    desk.signs("A2");
    desk.clock(u"2026-11-20T08:00"_s);

    const Reply reply = desk.must("helen", R"({"do": "case.admitted", "case": "$A"})");

    CHECK(HandoverDesk::flagged(reply)
        == (row.flagged ? QStringList{QString::fromLatin1(row.flagged)} : QStringList{}));
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-01"_s) == row.owed);
}

TEST_CASE(
    "CLK-11 an emergency admission after the 24 hours is recorded and flagged", "[assessment]")
{
    const auto [admitted, flagged] = GENERATE(table<const char*, bool>({
        {"2026-11-20T11:00", false},
        {"2026-11-20T11:01", true},
    }));
    WaitingDesk desk;
    desk.exam("Dr Lund", "A11", "11:00");
    desk.signs("A10");
    desk.clock(QString::fromLatin1(admitted));

    const Reply reply = desk.must("helen", R"({"do": "case.admitted", "case": "$A"})");

    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-11"_s} : QStringList{}));
    CHECK(desk.record("A").currentStatus()->status == LegalStatus::S4);
}

TEST_CASE("CLK-18 against the nearest relative's objection no s3 is planned, and a signed one is "
          "flagged",
    "[assessment]")
{
    const auto [told, form, objects] = GENERATE(table<const char*, const char*, bool>({
        {"His mother objects to s3", "A6", true},
        {"Yes, by telephone at 18:00", "A6", true},
        {"His mother objects to s3", "A2", false},
        {"No objection", "A6", false},
        {"Does not object", "A6", false},
        {"She doesn't object", "A6", false},
        {"Objected at 18:00, withdrawn at 19:00", "A6", false},
        {"Objected; displaced by the county court", "A6", false},
        {"Not asked yet", "A6", false},
    }));
    WaitingDesk desk;
    desk.must("helen",
        QByteArray(R"({"do": "case.referral", "case": "$A", "nr_objection": "TOLD"})")
            .replace("TOLD", told));

    const Reply planned = desk.does("helen",
        QByteArray(R"({"do": "case.application", "case": "$A", "form": "FORM", "planned": true,
            "planned_for": "21:00", "signed_by": "helen", "hospital": "Ash Ward"})")
            .replace("FORM", form));
    const Reply done = desk.signs(form);

    CAPTURE(told, form);
    CHECK(HandoverDesk::refused(planned) == (objects ? QStringList{u"CLK-18"_s} : QStringList{}));
    CHECK(HandoverDesk::flagged(done) == (objects ? QStringList{u"CLK-18"_s} : QStringList{}));
}

TEST_CASE(
    "CLK-18 an application for treatment that is told again is flagged once, and not where it was "
    "another form",
    "[assessment]")
{
    const bool objects = GENERATE(true, false);
    const auto [again, flags] = GENERATE(table<const char*, std::size_t>({{"A6", 1}, {"A2", 0}}));
    WaitingDesk desk;
    if (objects)
        desk.must("helen", R"({"do": "case.referral", "case": "$A",
            "nr_objection": "His mother objects to s3"})");
    desk.signs("A6");

    desk.signs(again);

    CAPTURE(objects, again);
    CHECK(desk.record("A").flags.size() == flags);
}

TEST_CASE("CLK-19 an application ends what the nearest relative had asked before it, told whenever",
    "[assessment]")
{
    const auto [asked, ends]
        = GENERATE(table<const char*, bool>({{"19:00", true}, {"19:38", false}}));
    WaitingDesk desk;
    desk.must("helen",
        QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "nr_request",
            "start": "AT", "evidence": "His mother"})")
            .replace("AT", asked));

    desk.signs("A2");

    CAPTURE(asked);
    CHECK((desk.clockOf("nr_request")->state == ClockState::Ended) == ends);
}

TEST_CASE("CLK-16 a recommendation that is a document alone owes its examination", "[assessment]")
{
    struct Row {
        DocumentKind kind;
        DocumentState state;
        QStringList examined; ///< the forms of the examinations that are told
        bool isOwed;
    };
    using enum DocumentKind;
    using enum DocumentState;
    const Row row = GENERATE(Row{A3, Attached, {}, true}, Row{A3, HeldElsewhere, {}, true},
        Row{A3, Emailed, {}, true}, Row{A3, ToFollow, {}, false}, Row{A3, NotApplicable, {}, false},
        Row{A3, Attached, {u"A3"_s}, false}, Row{A4Second, Attached, {}, true},
        Row{A4Second, Attached, {u"A4"_s}, false}, Row{A8First, Attached, {u"A4"_s}, true},
        Row{A11, Attached, {u""_s}, true}, Row{A2, Attached, {}, false});
    Case record;
    Document document;
    document.kind = row.kind;
    document.state = row.state;
    record.documents.push_back(document);
    for (const QString& form : row.examined) {
        Exam exam;
        exam.form = form;
        record.exams.push_back(exam);
    }

    CHECK(owedExaminations(record).size() == (row.isOwed ? 1U : 0U));
}
