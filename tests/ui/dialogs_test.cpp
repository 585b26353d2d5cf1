#include "tests/support/to_string.h"
#include "tests/ui/controls.h"
#include "tests/ui/screen.h"
#include "ui/alarm/snooze_dialog.h"
#include "ui/desk/clocks.h"
#include "ui/duty/clocks_list.h"
#include "ui/duty/end_of_duty.h"
#include "ui/duty/numbers_dialog.h"
#include "ui/duty/user_dialog.h"
#include "ui/form/command_form.h"
#include "ui/form/field_row.h"
#include "ui/form/record_field.h"
#include "ui/help/help_window.h"
#include "ui/help/shortcuts_dialog.h"
#include "ui/search/palette.h"
#include "ui/shell/clock_question.h"

#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

void checkNames(QWidget& part, const QString& what)
{
    part.show();
    QCoreApplication::processEvents();
    for (const QString& unnamed : unnamedControls(part))
        FAIL_CHECK(what.toStdString() << ": " << unnamed.toStdString());
    part.close();
}

QStringList labels(const QWidget& part)
{
    QStringList texts;
    for (const QLabel* label : part.findChildren<QLabel*>())
        if (label->isVisible())
            texts.append(label->text());
    return texts;
}

}

TEST_CASE("Every control of every dialog has a name to be spoken", "[ui][accessibility]")
{
    const Screen screen;
    ui::DeskService& desk = *screen.service;
    ui::NumbersDialog numbers(desk);
    ui::UserDialog users(desk);
    ui::EndOfDutyDialog end(desk);
    ui::Palette palette(*screen.window);
    ui::ShortcutsDialog keys(*screen.window);
    ui::HelpWindow help;
    ui::SnoozeDialog snooze(ui::runningClocks(desk).front(), desk.now());
    checkNames(numbers, u"numbers"_s);
    checkNames(users, u"users"_s);
    checkNames(end, u"end of duty"_s);
    checkNames(palette, u"palette"_s);
    checkNames(keys, u"keys"_s);
    checkNames(help, u"help"_s);
    checkNames(snooze, u"snooze"_s);
}

TEST_CASE("F1 opens the guide at the chapter of the page", "[ui][help]")
{
    Screen screen;
    ui::HelpWindow help;
    help.show();
    const auto* text = help.findChild<QTextBrowser*>();
    for (const QString& page : {u"desk"_s, u"handover"_s, u"sitrep"_s}) {
        CAPTURE(page.toStdString());
        help.showTopic(page);
        CHECK(text->textCursor().block().text().startsWith(page, Qt::CaseInsensitive));
        CHECK(std::abs(text->cursorRect().top()) < text->fontMetrics().height() * 2);
    }
}

TEST_CASE(
    "Every control of every command's form has a name to be spoken", "[ui][form][accessibility]")
{
    Screen screen;
    const core::Subject about
        = core::subjectOf(screen.service->records().openCases(u"edt"_s).front());
    for (const core::CommandSpec& command : core::allCommands()) {
        ui::CommandForm form(
            *screen.service, command.name, ui::presetFor(command.name, about), about);
        checkNames(form, command.name);
    }
}

TEST_CASE(
    "No form shows a key, a code word or a script's hint as the name of a field", "[ui][form]")
{
    for (const core::CommandSpec& command : core::allCommands())
        for (const core::FieldSpec& field : command.fields) {
            const QString name = ui::nameIn(field);
            INFO(command.name.toStdString() << ": " << name.toStdString());
            CHECK_FALSE(name.contains(u"key in the profile"_s));
            CHECK_FALSE(name.contains(u"keys in the profile"_s));
            CHECK_FALSE(name.contains(u"out_of_area"_s));
        }
}

TEST_CASE("Somebody of the own service is proposed when nobody has said who they are", "[ui]")
{
    TestDesk desk;
    ui::UserDialog users(*desk.service);
    const auto* list = users.findChild<QListWidget*>(u"users"_s);
    REQUIRE(list->currentItem());
    CHECK(list->currentItem()->text().contains(u"Grace Oyelaran"_s));
}

TEST_CASE("The first person of a new store is added and is at the desk", "[ui]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.dutydesk"_s);
    db::InitOptions options;
    options.profile = db::profileBytes(u"anyshire"_s);
    options.service = u"edt"_s;
    options.desk = u"EDT desk 1"_s;
    db::Store::create(path, options);
    ui::DeskService desk(path);
    ui::Theme theme;
    ui::MainWindow window(desk, theme);
    window.show();
    window.chooseUser();
    auto* users = window.findChild<ui::UserDialog*>();
    REQUIRE(users);
    QTest::keyClick(users->findChild<QPushButton*>(u"addUser"_s), Qt::Key_Return);

    auto* form = window.findChild<ui::CommandForm*>();
    REQUIRE(form);
    form->suggest({{u"login"_s, u"grace"_s}, {u"name"_s, u"Grace Oyelaran"_s},
        {u"roles"_s, QJsonArray{u"edt_officer"_s, u"admin"_s}}});
    form->submit();
    while (desk.underWay() > 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();

    REQUIRE(desk.user());
    CHECK(desk.user()->name == u"Grace Oyelaran"_s);
}

TEST_CASE("The end of duty names each call by its words and keeps the keyboard's place", "[ui]")
{
    TestDesk desk;
    desk.submit(R"({"do": "contact.log", "words": "Hostel asks about a resident"})");
    desk.setClock("2026-11-19T04:20");
    desk.submit(R"({"do": "contact.log", "words": "Neighbour hears shouting"})");
    ui::EndOfDutyDialog end(*desk.service);
    end.show();
    end.activateWindow();
    CHECK(labels(end).join(u'\n').contains(u"“Hostel asks about a resident”"_s));

    REQUIRE(end.focusWidget());
    CHECK(end.focusWidget()->accessibleName().contains(u"Hostel"_s));
    QTest::keyClick(end.focusWidget(), Qt::Key_Return);
    desk.settle();

    REQUIRE(end.focusWidget());
    CHECK(end.focusWidget()->accessibleName().contains(u"Neighbour"_s));
}

TEST_CASE("HO-5.4 the end of duty names what a case still owes there", "[ui]")
{
    TestDesk desk;
    REQUIRE(desk.submit(R"({"do": "case.open", "title": "Ward rings", "kind_of_work": "mhaa"})")
                .done());
    const core::CaseId id = desk.service->records().openCases(u"edt"_s).front();
    const QJsonObject distributed{{u"do"_s, u"case.distribute"_s}, {u"case"_s, id.text()},
        {u"teams"_s, QJsonArray{u"unknown"_s}}};
    REQUIRE(desk.submit(distributed).done());

    ui::EndOfDutyDialog end(*desk.service);
    end.show();

    CHECK(labels(end).join(u'\n').contains(u"The person's GP"_s));
}

TEST_CASE("Closing with running clocks says so, offers the list and can be taken back", "[ui]")
{
    Screen screen;
    QStringList words;
    QMetaObject::invokeMethod(
        screen.window.get(),
        [&] {
            auto* box = screen.window->findChild<QMessageBox*>(u"confirmClosing"_s);
            REQUIRE(box);
            words.append(box->text());
            for (const QAbstractButton* button : box->buttons())
                words.append(button->text());
            box->reject();
        },
        Qt::QueuedConnection);
    screen.window->close();

    CHECK(screen.window->isVisible());
    CHECK(words.value(0).contains(u"running"_s));
    CHECK(words.contains(u"&Print the list…"_s));
}

TEST_CASE("The printed list holds every running clock", "[ui]")
{
    const Screen screen;
    const QString text = core::toText(ui::clocksList(*screen.service));
    for (const core::Deadline& clock : ui::runningClocks(*screen.service)) {
        INFO(clock.title.toStdString());
        CHECK(text.contains(clock.title));
    }
}

TEST_CASE("A clock that is behind the last entry is asked about", "[ui]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"real.dutydesk"_s);
    db::InitOptions options;
    options.profile = db::profileBytes(u"anyshire"_s);
    options.service = u"edt"_s;
    options.desk = u"EDT desk 1"_s;
    db::Store::create(path, options);
    core::Instant now;
    {
        const ui::DeskService desk(path, [&now] { return now; });
        const core::Instant written = desk.lastWritten().value();
        now = written;
        CHECK_FALSE(ui::clockDoubtText(desk));
        now = written - std::chrono::hours(3);
        const auto doubt = ui::clockDoubtText(desk);
        REQUIRE(doubt);
        CHECK(doubt->contains(u"3 h"_s));
        now = written + std::chrono::hours(72);
        CHECK(ui::clockDoubtText(desk));
    }
}
