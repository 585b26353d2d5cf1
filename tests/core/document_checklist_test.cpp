#include "core/casework/application/document_checklist.h"

#include "core/handover/summary.h"

#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList shownRows(const std::vector<ChecklistRow>& rows)
{
    QStringList all;
    for (const ChecklistRow& row : rows)
        all.append(word(row.kind) + u' ' + word(row.state));
    return all;
}

Document documentOf(DocumentKind kind, DocumentState state)
{
    Document document;
    document.kind = kind;
    document.state = state;
    return document;
}

Case assessed(Outcome outcome)
{
    Case record;
    record.assessment.emplace();
    record.assessment->outcome = outcome;
    return record;
}

QStringList applicationKinds(const Case& record)
{
    QStringList kinds;
    for (const auto& row :
        documentChecklist(record, ChecklistPurpose::Application, FormState::Current))
        kinds.append(word(row.kind));
    return kinds;
}

}

TEST_CASE("HO-3.1b each section needs its kinds, not a count", "[document]")
{
    struct Row {
        Outcome outcome;
        QStringList kinds;
    };
    const auto row
        = GENERATE(Row{Outcome::S2, {u"A2"_s, u"A4_first"_s, u"A4_second"_s, u"amhp_report"_s}},
            Row{Outcome::S3, {u"A6"_s, u"A8_first"_s, u"A8_second"_s, u"amhp_report"_s}},
            Row{Outcome::S4, {u"A10"_s, u"A11"_s, u"amhp_report"_s}},
            Row{Outcome::InformalAdmission, {u"amhp_report"_s}});

    CHECK(applicationKinds(assessed(row.outcome)) == row.kinds);
}

TEST_CASE("HO-3.1b signed recommendations and a warrant go with the handover", "[document]")
{
    struct Row {
        QStringList forms;
        QStringList kinds;
    };
    const auto row = GENERATE(Row{{}, {}}, Row{{u"A4"_s}, {u"A4_first"_s}},
        Row{{u"A4"_s, u"A4"_s}, {u"A4_first"_s, u"A4_second"_s}}, Row{{u"A3"_s}, {u"A3"_s}},
        Row{{u"A8"_s}, {u"A8_first"_s}}, Row{{u"A11"_s}, {u"A11"_s}}, Row{{u""_s}, {}});
    Case record;
    for (const QString& form : row.forms)
        record.exams.push_back({{}, {}, u"Dr Lund"_s, false, true, form});
    const auto kindsOf = [](const Case& of) {
        QStringList kinds;
        for (const auto& each :
            documentChecklist(of, ChecklistPurpose::Handover, FormState::Current))
            kinds.append(word(each.kind));
        return kinds;
    };
    const QStringList always = {u"referral_form"_s, u"rio_record"_s, u"risk_assessment"_s};
    CHECK(kindsOf(record) == always + row.kinds);

    ClockFact warrant;
    warrant.kind = u"s135_warrant"_s;
    record.clocks.push_back(warrant);
    CHECK(kindsOf(record) == always + row.kinds + QStringList{u"warrant"_s});
}

TEST_CASE("HO-3.1b a joint recommendation takes the place of two", "[document]")
{
    struct Row {
        Outcome outcome;
        DocumentKind joint;
        QStringList kinds;
    };
    const auto row
        = GENERATE(Row{Outcome::S2, DocumentKind::A3, {u"A2"_s, u"A3"_s, u"amhp_report"_s}},
            Row{Outcome::S3, DocumentKind::A7, {u"A6"_s, u"A7"_s, u"amhp_report"_s}});

    Case withForm = assessed(row.outcome);
    withForm.documents.push_back(documentOf(row.joint, DocumentState::Attached));
    CHECK(applicationKinds(withForm) == row.kinds);

    Case withExam = assessed(row.outcome);
    withExam.exams.push_back({{}, {}, u"Dr Lund"_s, true, true, {}});
    CHECK(applicationKinds(withExam) == row.kinds);
}

TEST_CASE("HO-3.1b before an outcome the handover asks for the form, the records and the risk",
    "[document]")
{
    Case record;
    record.documents = {documentOf(DocumentKind::A4First, DocumentState::Attached),
        documentOf(DocumentKind::A4Second, DocumentState::ToFollow),
        documentOf(DocumentKind::RioRecord, DocumentState::HeldElsewhere)};

    CHECK(shownRows(documentChecklist(record, ChecklistPurpose::Handover, FormState::Stale))
        == QStringList{u"referral_form stale"_s, u"rio_record held_elsewhere"_s,
            u"risk_assessment missing"_s, u"A4_first present"_s, u"A4_second to_follow"_s});
}

TEST_CASE("HO-3.5 a stale or unsent form and missing documents are owed at the call", "[document]")
{
    Case record;
    record.documents = {documentOf(DocumentKind::RioRecord, DocumentState::HeldElsewhere),
        documentOf(DocumentKind::RiskAssessment, DocumentState::NotApplicable)};
    const auto owedWith = [&](FormState form) {
        return owedDocuments(documentChecklist(record, ChecklistPurpose::Handover, form));
    };

    CHECK(owedWith(FormState::Current).empty());
    REQUIRE(owedWith(FormState::Stale).size() == 1);
    CHECK(owedWith(FormState::Stale).front().clause == u"HO-3.5"_s);
    CHECK(owedWith(FormState::Stale).front().askedAt == u"call"_s);
    CHECK(owedWith(FormState::NeverSent).front().clause == u"HO-3.1b"_s);
}

TEST_CASE("HO-3.1b a form that was promised follows, and by whom and when is told", "[document]")
{
    struct Row {
        FormState form;
        DocumentState noted;
        const char* shown;
        bool promised;
        const char* clause;
        bool toSend;
    };
    const auto row = GENERATE(Row{FormState::NeverSent, DocumentState::ToFollow,
                                  "referral_form to_follow", true, "HO-3.1b", true},
        Row{FormState::NeverSent, DocumentState::NotApplicable, "referral_form missing", false,
            "HO-3.1b", true},
        Row{FormState::Stale, DocumentState::ToFollow, "referral_form stale", true, "HO-3.5", true},
        Row{FormState::Current, DocumentState::ToFollow, "referral_form emailed", false, "",
            false});
    Case record;
    Document form = documentOf(DocumentKind::ReferralForm, row.noted);
    form.owner = u"Priya Nair"_s;
    form.followsBy = london("2026-11-18T20:46");
    record.documents = {form};

    auto rows = documentChecklist(record, ChecklistPurpose::Handover, row.form);
    rows.erase(rows.begin() + 1, rows.end());

    CHECK(shownRows(rows) == QStringList{QString::fromLatin1(row.shown)});
    CHECK(rows[0].document.has_value() == row.promised);
    const auto owed = owedDocuments(rows);
    CHECK((owed.empty() ? QString() : owed[0].clause) == QString::fromLatin1(row.clause));
    CHECK(kindsToSend(rows).empty() != row.toSend);
}

TEST_CASE("HO-3.1b what is attached is here only once its file is", "[document]")
{
    struct Row {
        DocumentState state;
        const char* hash;
        const char* shown;
        bool owed;
    };
    const auto row = GENERATE(Row{DocumentState::Attached, "aa", "A4_first not_yet_here", true},
        Row{DocumentState::Attached, "bb", "A4_first present", false},
        Row{DocumentState::HeldElsewhere, "", "A4_first held_elsewhere", false},
        Row{DocumentState::Emailed, "aa", "A4_first emailed", false});
    Case record;
    Document document = documentOf(DocumentKind::A4First, row.state);
    document.fileHash = QString::fromLatin1(row.hash);
    record.documents = {document};

    const auto rows
        = documentChecklist(record, ChecklistPurpose::Application, FormState::Current, {u"aa"_s});

    CHECK(shownRows(rows) == QStringList{QString::fromLatin1(row.shown)});
    CHECK(owedDocuments(rows).empty() != row.owed);
    CHECK(kindsToSend(rows).empty() == (row.owed || row.state == DocumentState::Emailed));
}
