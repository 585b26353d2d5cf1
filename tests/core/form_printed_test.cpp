#include "core/casework/application/printed_form.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

PrintedForm printed(const HandoverDesk& desk)
{
    return printedForm(desk.record("A"), desk, desk.calendar().profile());
}

FormState stateOn(const HandoverDesk& desk)
{
    return formState(desk.record("A"), printed(desk));
}

QString value(const PrintedForm& form, const QString& section, const QString& label)
{
    for (const PrintedSection& each : form)
        if (each.key == section)
            for (const PrintedField& field : each.fields)
                if (field.label == label)
                    return field.value;
    return u"no such field"_s;
}

void issue(HandoverDesk& desk)
{
    desk.must("priya", R"({"do": "case.form_emailed", "case": "$A", "to": "edt"})");
}

}

TEST_CASE("HO-3.5 the referral form prints from the record, section by section", "[form]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.referral", "case": "$A", "why_now": "Not eating",
        "referrer_name": "Dr Imani Osei", "nearest_relative_request": false})");

    const PrintedForm form = printed(desk);

    CHECK(form.size() == 14);
    CHECK(form.front().key == u"referral"_s);
    CHECK(value(form, u"referral"_s, u"Reference"_s) == desk.record("A").ref);
    CHECK(value(form, u"referral"_s, u"Receiving service"_s) == u"Daytime AMHP Service"_s);
    CHECK(value(form, u"referral"_s, u"Referrer"_s) == u"Dr Imani Osei"_s);
    CHECK(value(form, u"referral"_s, u"Nearest relative's request, s13(4)"_s) == u"no"_s);
    CHECK(value(form, u"why_now"_s, u"What is happening"_s) == u"Not eating"_s);
    CHECK(value(form, u"risk"_s, u"To self"_s).isEmpty());
}

TEST_CASE("HO-3.5 the form names the case's council until the person's own is known", "[form]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.describe", "case": "$A", "council": "ac"})");
    CHECK(value(printed(desk), u"person"_s, u"Council"_s) == u"Anyshire Council (of the case)"_s);

    desk.must("priya", R"({"do": "person.add", "name": "Ruth Kemp", "council": "mbc", "as": "p"})");
    desk.must("priya", R"({"do": "case.describe", "case": "$A", "person": "$p"})");

    CHECK(value(printed(desk), u"person"_s, u"Council"_s)
        == desk.calendar().profile().council(u"mbc"_s)->name);
}

TEST_CASE("HO-3.5 a field that is given again replaces its words and no others", "[form]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.referral", "case": "$A", "why_now": "a", "risk_self": "b"})");
    desk.must("priya", R"({"do": "case.referral", "case": "$A", "why_now": "c"})");

    CHECK(desk.record("A").referral.whyNow == u"c"_s);
    CHECK(desk.record("A").referral.riskSelf == u"b"_s);
    CHECK_FALSE(desk.does("priya", R"({"do": "case.referral", "case": "$A"})").done());
}

TEST_CASE("HO-3.5 the form is stale only when a printed field changed", "[form]")
{
    struct Row {
        const char* json;
        const char* changed; ///< title of the section; empty: still current
    };
    const auto row
        = GENERATE(Row{R"({"do": "case.note", "case": "$A", "words": "Rang the ward."})", ""},
            Row{R"({"do": "handover.propose", "case": "$A", "reason": "unable_to_complete",
            "why": "Fits."})",
                ""},
            Row{R"({"do": "case.documents_emailed", "case": "$A", "kinds": ["A4_first"]})", ""},
            Row{R"({"do": "case.allocate", "case": "$A", "to": "helen"})", ""},
            Row{R"({"do": "case.referral", "case": "$A", "risk_staff": "A dog"})", "Risk"},
            Row{R"({"do": "case.document", "case": "$A", "kind": "A4_second", "state": "to_follow",
            "follows_by": "19:00"})",
                "Documents"});
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "A4_first",
        "state": "attached", 
        "file_hash": "c88e0f7ff18575d1fcfbaf0dcaebb204a3627d4d307b1f8e9eb1d19b39877573"})");
    issue(desk);

    desk.must("priya", row.json);

    const QString changed = QString::fromLatin1(row.changed);
    CHECK(word(stateOn(desk)) == (changed.isEmpty() ? u"current"_s : u"stale"_s));
    CHECK(changedSections(desk.record("A"), printed(desk)).join(u", ") == changed);
}

TEST_CASE("HO-3.5 one key issues the form again to whom it last went", "[form]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    CHECK(stateOn(desk) == FormState::NeverSent);
    CHECK_FALSE(desk.does("priya", R"({"do": "case.form_emailed", "case": "$A"})").done());
    issue(desk);
    desk.must("priya", R"({"do": "case.referral", "case": "$A", "risk_staff": "A dog"})");
    CHECK(stateOn(desk) == FormState::Stale);

    desk.must("priya", R"({"do": "case.form_emailed", "case": "$A"})");

    CHECK(stateOn(desk) == FormState::Current);
    CHECK(desk.record("A").formIssues.back().to == u"edt@anyshire.example"_s);
}

TEST_CASE("HO-3.5 a form sent with documents that came with it is current", "[form]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    desk.must("priya", R"({"do": "case.documents_emailed", "case": "$A", "to": "edt",
        "kinds": ["referral_form", "A4_first", "rio_record"]})");

    CHECK(stateOn(desk) == FormState::Current);
}

TEST_CASE("HO-3.5 two forms with words moved between fields do not read alike", "[form]")
{
    const PrintedForm one{{u"a"_s, u"A"_s, {{u"x"_s, u"1"_s}, {u"y"_s, {}}}}};
    const PrintedForm other{{u"a"_s, u"A"_s, {{u"x"_s, {}}, {u"y"_s, u"1"_s}}}};

    CHECK(digestOf(one) != digestOf(other));
    CHECK(sectionDigests(one) != sectionDigests(other));
    CHECK(digestOf(one) == digestOf(PrintedForm(one)));
}

TEST_CASE(
    "HO-3.9d the form says on which day a doctor examined and until when that counts", "[form]")
{
    const auto [told, label] = GENERATE(table<const char*, const char*>({
        {R"("date": "2026-11-17")", "Examined Tue 17 Nov 2026"},
        {R"("at": "2026-11-17T11:20")", "Examined Tue 17 Nov 2026 11:20"},
    }));
    CAPTURE(told);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya",
        QByteArray(R"({"do": "case.exam", "case": "$A", "doctor": "Dr Ames", "form": "A4", )")
            + told + "}");

    const QString exam = value(printed(desk), u"assessment"_s, QString::fromLatin1(label));

    CHECK(exam.startsWith(u"Dr Ames"_s));
    CHECK(exam.endsWith(u"recommendation counts until Mon 30 Nov 2026"_s));
}
