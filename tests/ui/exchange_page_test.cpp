#include "ui/exchange/exchange_page.h"

#include "tests/support/to_string.h"
#include "tests/ui/controls.h"
#include "tests/ui/two_windows.h"
#include "ui/exchange/introduce_dialog.h"
#include "ui/exchange/trust_dialog.h"
#include "ui/form/command_form.h"
#include "ui/sheet/sheet_view.h"
#include "ui/shell/message_bar.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString introduced(WindowDesk& desk, const QString& file)
{
    desk.go("exchange");
    desk.press(Qt::Key_I);
    desk.type("introductionFile", file);
    desk.enter("introductionFile");
    const auto* dialog = desk.window->findChild<ui::IntroduceDialog*>();
    REQUIRE(dialog);
    const QString code = dialog->code();
    REQUIRE(code.split(u' ').size() == 6);
    delete dialog;
    return code;
}

void trust(WindowDesk& desk, const QString& file, const QString& code)
{
    desk.go("exchange");
    desk.press(Qt::Key_T);
    desk.type("trustFile", file);
    desk.type("trustCode", code);
    desk.enter("trustCode");
}

QString cell(const WindowDesk& desk, int row, int column)
{
    return desk.find<ui::SheetView>("colleagues")->model()->index(row, column).data().toString();
}

QString report(const WindowDesk& desk)
{
    return desk.find<QPlainTextEdit>("exchangeReport")->toPlainText();
}

QString written(WindowDesk& desk, const QString& file)
{
    desk.go("exchange");
    desk.press(Qt::Key_W);
    desk.type("exportFile", file);
    desk.enter("exportFile");
    REQUIRE(QFile::exists(file));
    return file;
}

void readIn(WindowDesk& desk, const QString& files)
{
    desk.go("exchange");
    desk.press(Qt::Key_R);
    desk.type("importFiles", files);
    desk.enter("importFiles");
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

}

TEST_CASE("Two desks come to trust each other by keyboard and six words", "[ui][exchange]")
{
    TwoWindows desks;
    const QString file = desks.file("two.dutyintro");
    const QString code = introduced(desks.two, file);

    trust(desks.one, file, code);

    REQUIRE(desks.one.find<ui::SheetView>("colleagues")->model()->rowCount() == 1);
    CHECK(cell(desks.one, 0, 0).startsWith(u"EDT desk 2"_s));
    CHECK(cell(desks.one, 0, 1) == u"Trusted"_s);
    CHECK(desks.one.window->messages().text().contains(u"EDT desk 2 is trusted."_s));
}

TEST_CASE("Wrong words trust nobody and say what to do", "[ui][exchange]")
{
    TwoWindows desks;
    const QString file = desks.file("two.dutyintro");
    introduced(desks.two, file);

    trust(desks.one, file, u"acorn acorn acorn acorn acorn acorn"_s);

    const auto* dialog = desks.one.window->findChild<ui::TrustDialog*>();
    REQUIRE(dialog);
    CHECK(dialog->isVisible());
    bool said = false;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        said |= label->isVisible() && label->text().contains(u"Compare all six on the telephone"_s);
    CHECK(said);
    CHECK(desks.one.exchange().colleagues().empty());
}

TEST_CASE("A bundle goes over by keyboard and is told in words", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    desks.one.callIn("Ward 4 asks for an assessment");

    const QString bundle = written(desks.one, desks.file("night.dutybundle"));
    CHECK(report(desks.one).contains(u"EDT desk 2"_s));
    readIn(desks.two, bundle);
    CHECK(desks.two.contacts() == 1);
    CHECK(report(desks.two).contains(u"New contact"_s));

    readIn(desks.two, bundle);
    CHECK(report(desks.two).contains(u"old"_s));
    CHECK(desks.two.contacts() == 1);
}

TEST_CASE("A desk that lost what it said it has is sent everything again", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    desks.one.callIn("Ward 4 asks for an assessment");
    readIn(desks.two, written(desks.one, desks.file("over.dutybundle")));
    readIn(desks.one, written(desks.two, desks.file("back.dutybundle")));
    const QString lacking = written(desks.one, desks.file("lacking.dutybundle"));

    desks.one.go("exchange");
    desks.one.press(Qt::Key_W);
    const QString again = desks.file("again.dutybundle");
    desks.one.type("exportFile", again);
    QTest::keyClick(desks.one.find<QCheckBox>("exportEverything"), Qt::Key_Space);
    desks.one.enter("exportFile");

    REQUIRE(QFile::exists(again));
    CHECK(QFileInfo(again).size() > QFileInfo(lacking).size());
}

TEST_CASE("What another desk lacks is counted until it says that it has it", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    readIn(desks.one, written(desks.two, desks.file("first.dutybundle")));
    desks.one.callIn("A call");
    desks.one.go("exchange");
    CHECK(cell(desks.one, 0, 3).endsWith(u"entries"_s));

    readIn(desks.two, written(desks.one, desks.file("over.dutybundle")));
    readIn(desks.one, written(desks.two, desks.file("back.dutybundle")));
    CHECK(cell(desks.one, 0, 3).startsWith(u"Nothing"_s));
}

TEST_CASE("A file that is no bundle is refused in words and changes nothing", "[ui][exchange]")
{
    TwoWindows desks;
    writeFile(desks.file("letter.dutybundle"), "Dear colleagues");

    readIn(desks.one, desks.file("letter.dutybundle"));
    CHECK(report(desks.one).contains(u"is not a bundle"_s));

    readIn(desks.one, desks.file("none.dutybundle"));
    CHECK(desks.one.find<QLineEdit>("importFiles")->isVisible());
}

TEST_CASE("Files dropped on the window are read, an introduction is asked about", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    desks.one.callIn("A call");
    const QString bundle = written(desks.one, desks.file("night.dutybundle"));
    desks.two.go("desk");
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(bundle), QUrl::fromLocalFile(desks.file("introduction"))});
    const QPoint where(200, 200);
    QDragEnterEvent over(where, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desks.two.window.get(), &over);
    CHECK(over.isAccepted());
    QDropEvent drop(where, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desks.two.window.get(), &drop);
    desks.two.finish();

    CHECK(desks.two.window->currentPage() == u"exchange"_s);
    CHECK(desks.two.contacts() == 1);
    CHECK(desks.two.window->findChild<ui::TrustDialog*>());
}

TEST_CASE("A desk is believed no longer from the page, with why", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    desks.one.go("exchange");
    desks.one.press(Qt::Key_N);
    auto* why = desks.one.window->findChild<ui::CommandForm*>();
    REQUIRE(why);
    auto* words = qobject_cast<QWidget*>(desks.one.window->focusWidget());
    QTest::keyClicks(words, u"The laptop was stolen"_s);
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
    desks.one.finish();

    CHECK(cell(desks.one, 0, 1).startsWith(u"Believed no longer"_s));
    CHECK(cell(desks.one, 0, 1).contains(u"The laptop was stolen"_s));
    CHECK(desks.one.exchange().reachableServices().isEmpty());
}

TEST_CASE("Every control of the exchange and its questions has a spoken name",
    "[ui][exchange][accessibility]")
{
    TwoWindows desks;
    for (const Qt::Key key : {Qt::Key_R, Qt::Key_I, Qt::Key_T, Qt::Key_C}) {
        desks.one.go("exchange");
        desks.one.press(key);
        for (QDialog* dialog : desks.one.window->findChildren<QDialog*>()) {
            for (const QString& unnamed : unnamedControls(*dialog))
                FAIL_CHECK(unnamed.toStdString());
            delete dialog;
        }
    }
    CHECK(unnamedControls(*desks.one.window).isEmpty());
}

TEST_CASE("A desk whose clock is far ahead is named in the report and beside it", "[ui][exchange]")
{
    TwoWindows desks;
    desks.meet();
    desks.one.setClock("2026-11-19T07:10");
    desks.one.callIn("Ward 4 asks for an assessment");

    readIn(desks.two, written(desks.one, desks.file("ahead.dutybundle")));

    CHECK(report(desks.two).contains(u"CLOCK: The clock of “EDT desk 1” is 3 h ahead"_s));
    CHECK(cell(desks.two, 0, 1).contains(u"is 3 h ahead of this computer's"_s));
    CHECK_FALSE(desks.two.find<QLabel>("ownDoubts")->isVisible());
}

TEST_CASE("FM-3 the Exchange page says which version of the profile is in force, and by whom",
    "[ui][exchange][profile]")
{
    TwoWindows desks;
    desks.one.go("exchange");

    const QString line = desks.one.find<QLabel>("profileLine")->text();

    CHECK(line.startsWith(u"Profile version 1.0, since "_s));
    CHECK(line.contains(u"approved by Margaret Ellery, Head of Service"_s));
    CHECK(desks.one.find<QPushButton>("publishProfile")->isEnabled());
}
