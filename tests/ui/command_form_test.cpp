#include "ui/form/command_form.h"

#include "tests/support/to_string.h"
#include "tests/ui/test_desk.h"
#include "ui/form/field_row.h"
#include "ui/form/record_field.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

struct CaseForm : TestDesk {
    core::Subject subject{core::SubjectKind::Case, QUuid::fromString(openCase())};

    std::unique_ptr<ui::CommandForm> form(const QString& command)
    {
        auto made = std::make_unique<ui::CommandForm>(
            *service, command, ui::presetFor(command, subject), subject);
        made->show();
        return made;
    }

    static QPlainTextEdit* words(ui::CommandForm& form)
    {
        return qobject_cast<QPlainTextEdit*>(form.row(u"words"_s)->editor().target());
    }
};

}

TEST_CASE("A form is saved by Ctrl and Enter, and its draft goes with it", "[ui][form]")
{
    CaseForm desk;
    const auto form = desk.form(u"case.note"_s);
    QSignalSpy finished(form.get(), &ui::CommandForm::finished);

    QTest::keyClicks(CaseForm::words(*form), u"Ambulance asked for"_s);
    CHECK_FALSE(desk.service->draft(form->draftKey()).isEmpty());
    QTest::keyClick(CaseForm::words(*form), Qt::Key_Return, Qt::ControlModifier);
    desk.settle();

    REQUIRE(finished.count() == 1);
    CHECK(desk.service->draft(form->draftKey()).isEmpty());
    const auto record = desk.service->records().caseRecord({desk.subject.id});
    CHECK(record->entries.back().words == u"Ambulance asked for"_s);
}

TEST_CASE("A refusal stands beside its field, and the words stay", "[ui][form]")
{
    CaseForm desk;
    const auto form = desk.form(u"case.task"_s);
    auto* what = qobject_cast<QPlainTextEdit*>(form->row(u"what"_s)->editor().target());

    QTest::keyClicks(what, u"Ring the ward"_s);
    form->submit();
    desk.settle();

    CHECK_FALSE(form->row(u"due"_s)->refusal().isEmpty());
    CHECK(form->row(u"what"_s)->refusal().isEmpty());
    CHECK(what->toPlainText() == u"Ring the ward"_s);
}

TEST_CASE("A refusal names the field as the form does", "[ui][form]")
{
    CaseForm desk;
    const auto form = desk.form(u"case.task"_s);
    form->submit();
    desk.settle();

    for (const auto& field : {u"what"_s, u"due"_s}) {
        const QString refusal = form->row(field)->refusal();
        CAPTURE(refusal.toStdString());
        CHECK(refusal.contains(u"is missing"_s));
        CHECK(refusal.contains(u"Fill it in."_s));
        CHECK_FALSE(refusal.contains(u"“%1”"_s.arg(field)));
        CHECK_FALSE(refusal.contains(u"Give %1"_s.arg(field)));
    }
}

TEST_CASE("A list of rows is filled in from its first row on, before what follows it", "[ui][form]")
{
    TestDesk desk;
    ui::CommandForm form(*desk.service, u"handover.coordinators"_s,
        {{u"window"_s, u"2026-11-19-AM"_s}}, {core::SubjectKind::Window, {}});
    form.show();
    form.focusFirst();
    form.suggest({{u"coordinators"_s,
        QJsonArray{QJsonObject{{u"service"_s, u"edt"_s}, {u"name"_s, u"Grace Oyelaran"_s}},
            QJsonObject{{u"service"_s, u"amhp-day"_s}}}}});

    REQUIRE(form.focusWidget());
    CHECK(form.focusWidget()->objectName() != u"edit.coordinators"_s);
    const auto names = form.findChildren<QWidget*>(u"edit.name"_s);
    REQUIRE(names.size() == 2);
    const auto place = [&form](const QWidget* wanted) {
        int at = 0;
        for (const QWidget* each = form.nextInFocusChain(); each != &form && each != wanted;
             each = each->nextInFocusChain())
            ++at;
        return at;
    };
    CHECK(place(form.focusWidget()) < place(names[1]));
    CHECK(place(names[0]) < place(names[1]));
    CHECK(place(names[1]) < place(form.findChild<QWidget*>(u"edit.coordinators"_s)));
    CHECK(place(names[1]) < place(form.findChild<QWidget*>(u"edit.at"_s)));
    CHECK(place(names[1]) < place(form.findChild<QWidget*>(u"saveForm"_s)));
}

TEST_CASE("A refusal inside a row stands at its field, which has the keyboard", "[ui][form]")
{
    TestDesk desk;
    ui::CommandForm form(*desk.service, u"handover.coordinators"_s,
        {{u"window"_s, u"2026-11-19-AM"_s}}, {core::SubjectKind::Window, {}});
    form.show();
    form.suggest({{u"coordinators"_s,
        QJsonArray{QJsonObject{{u"service"_s, u"edt"_s}}, QJsonObject{{u"service"_s, u"edt"_s}}}}});
    ui::Answer answer;
    answer.decision.refusals = {{u"DESK-1"_s, u"coordinators[1].name"_s,
        u"“coordinators[1].name” is missing."_s, u"Give coordinators[1].name."_s}};

    form.showRefusals(answer);

    const auto rows = form.findChildren<ui::FieldRow*>(u"field.name"_s);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]->refusal().isEmpty());
    CHECK(rows[1]->refusal().endsWith(u"Fill it in."_s));
    CHECK(rows[1]->isAncestorOf(form.focusWidget()));
}

TEST_CASE("An unfinished form is back with its words after a kill", "[ui][form]")
{
    CaseForm desk;
    QTest::keyClicks(CaseForm::words(*desk.form(u"case.note"_s)), u"Half a sent"_s);

    desk.reopen();

    CHECK(CaseForm::words(*desk.form(u"case.note"_s))->toPlainText() == u"Half a sent"_s);
}

TEST_CASE("What somebody else adds meanwhile is shown, and nothing typed is lost", "[ui][form]")
{
    CaseForm desk;
    const auto form = desk.form(u"case.note"_s);
    QTest::keyClicks(CaseForm::words(*form), u"My words"_s);

    desk.submit(QJsonObject{{u"do"_s, u"case.note"_s}, {u"user"_s, u"tom"_s},
        {u"case"_s, desk.subject.id.toString(QUuid::WithoutBraces)}, {u"words"_s, u"Theirs"_s}});
    desk.settle();

    CHECK(form->notice().contains(u"Theirs"_s));
    CHECK(CaseForm::words(*form)->toPlainText() == u"My words"_s);
}

TEST_CASE("Escape leaves a form and keeps its words as a draft", "[ui][form]")
{
    CaseForm desk;
    const auto form = desk.form(u"case.note"_s);
    QSignalSpy cancelled(form.get(), &ui::CommandForm::cancelled);

    QTest::keyClicks(CaseForm::words(*form), u"later"_s);
    QTest::keyClick(CaseForm::words(*form), Qt::Key_Escape);

    CHECK(cancelled.count() == 1);
    CHECK_FALSE(desk.service->draft(form->draftKey()).isEmpty());
}

TEST_CASE("A late entry is asked why, and Tab leaves every field", "[ui][form]")
{
    CaseForm desk;
    const auto form = desk.form(u"case.note"_s);
    auto* at = form->findChild<QLineEdit*>(u"edit.at"_s);
    auto* reason = form->findChild<QLineEdit*>(u"edit.late_reason"_s);
    CHECK_FALSE(reason->isVisibleTo(form.get()));

    QTest::keyClicks(at, u"yesterday 23:10"_s);
    CHECK(reason->isVisibleTo(form.get()));

    CaseForm::words(*form)->setFocus();
    QTest::keyClicks(CaseForm::words(*form), u"a\t"_s);
    CHECK(CaseForm::words(*form)->toPlainText() == u"a"_s);
}

TEST_CASE("Every command of the desk can be shown as a form", "[ui][form]")
{
    CaseForm desk;
    for (const core::CommandSpec& command : core::allCommands()) {
        INFO(command.name.toStdString());
        const auto form = desk.form(command.name);
        CHECK_FALSE(form->title().isEmpty());
        CHECK(form->request().value(u"do"_s).toString() == command.name);
    }
}

TEST_CASE("Two calls of one duty keep their own unfinished words", "[ui][form]")
{
    TestDesk desk;
    const core::Subject duty{core::SubjectKind::Duty, desk.service->dutyId().value};
    const auto formOf = [&](const char* attempt) {
        return std::make_unique<ui::CommandForm>(*desk.service, u"duty.attempt"_s,
            QJsonObject{{u"attempt"_s, QString::fromLatin1(attempt)}}, duty);
    };
    const auto one = formOf("11111111-1111-4111-8111-111111111111");
    const auto other = formOf("22222222-2222-4222-8222-222222222222");

    CHECK(one->draftKey() != other->draftKey());
    CHECK(one->draftKey() == formOf("11111111-1111-4111-8111-111111111111")->draftKey());
}

TEST_CASE("A list is offered in people's words, and the record keeps its code", "[ui][form]")
{
    CaseForm desk;
    const auto form = desk.form(u"case.task"_s);
    auto* kind = qobject_cast<QComboBox*>(form->row(u"kind"_s)->editor().target());
    REQUIRE(kind);
    CHECK(kind->isVisibleTo(form.get()));
    const int interim = kind->findText(u"Interim check"_s);
    REQUIRE(interim > 0);

    QTest::keyClicks(form->row(u"what"_s)->editor().target(), u"Ring the ward"_s);
    QTest::keyClicks(form->row(u"due"_s)->editor().target(), u"in 2 h"_s);
    kind->setCurrentIndex(interim);
    form->submit();
    desk.settle();

    const auto record = desk.service->records().caseRecord({desk.subject.id});
    REQUIRE(record->tasks.size() == 1);
    CHECK(record->tasks.back().kind == u"interim_check"_s);
}

TEST_CASE("What only its command tells is a list too: clocks, routes, teams", "[ui][form]")
{
    CaseForm desk;
    const auto [command, field, words] = GENERATE(table<const char*, const char*, const char*>(
        {{"case.clock_start", "kind", "12-hour wait in ED"}, {"case.exam", "form", "A11"},
            {"case.note", "kind", "Check"}, {"escalation.level", "route", "Anyshire Police"},
            {"handover.propose", "to", "Emergency Duty Team"},
            {"duty.attempt", "contact", "EDT on-call manager"}}));
    const auto form = desk.form(QString::fromLatin1(command));
    ui::FieldRow* row = form->row(QString::fromLatin1(field));
    REQUIRE(row);
    auto* list = qobject_cast<QComboBox*>(row->editor().target());
    CAPTURE(command, field);
    REQUIRE(list);
    QStringList offered;
    for (int n = 0; n < list->count(); ++n)
        offered.append(list->itemText(n));
    CAPTURE(offered.join(u", ").toStdString());
    CHECK(offered.contains(QString::fromUtf8(words)));
}

TEST_CASE("No list shows a code to people", "[ui][form]")
{
    TestDesk desk;
    static const QRegularExpression code(u"_|^[a-z]|\\b(Mha|Edt|Amhp|Crht|Cmht|Gp|It|Ed|Nhs)\\b"_s);
    const std::function<void(const std::vector<core::FieldSpec>&)> look
        = [&](const std::vector<core::FieldSpec>& fields) {
              for (const core::FieldSpec& field : fields) {
                  look(field.fields);
                  for (const QString& choice : field.choices)
                      if (const QString shown = ui::words(choice);
                          code.match(shown).hasMatch() && !shown.startsWith(u's'))
                          FAIL_CHECK(field.name.toStdString() << ": " << shown.toStdString());
              }
          };
    for (const core::CommandSpec& command : core::allCommands())
        look(command.fields);
}

TEST_CASE("A relief offers the cases that may stay, and asks for no duty", "[ui][form]")
{
    TestDesk desk;
    const QString mine = desk.openCase();
    REQUIRE(desk.submit(QJsonObject{{u"do"_s, u"case.allocate"_s}, {u"case"_s, mine},
                            {u"to"_s, u"grace"_s}})
                .done());
    REQUIRE(desk.submit(R"({"do": "user.add", "user": "admin", "login": "helen",
        "name": "Helen Brandt", "service": "amhp-day", "roles": ["amhp"], "amhp": true})")
                .done());
    REQUIRE(desk.submit(R"({"do": "case.open", "user": "helen", "title": "Theirs"})").done());
    const auto offered = [](ui::CommandForm& form) {
        QStringList words;
        for (const QCheckBox* tick : form.row(u"exceptions"_s)->findChildren<QCheckBox*>())
            if (!tick->isHidden())
                words.append(tick->text());
        return words;
    };

    ui::CommandForm form(*desk.service, u"duty.relieve"_s, {}, {});

    CHECK_FALSE(form.row(u"duty"_s));
    CHECK(offered(form).isEmpty());
    form.suggest({{u"leaver"_s, u"grace"_s}});
    REQUIRE(offered(form).size() == 1);
    CHECK(offered(form).front().contains(u"LISLE, Aaron"_s));

    ui::CommandForm other(*desk.service, u"duty.relieve"_s, {}, {});
    other.suggest({{u"leaver"_s, u"tom"_s}});
    CHECK(offered(other).isEmpty());
}
