#include "tests/support/to_string.h"
#include "tests/ui/screen.h"
#include "ui/duty/numbers_dialog.h"
#include "ui/form/command_dialog.h"
#include "ui/form/command_form.h"
#include "ui/form/field_row.h"
#include "ui/form/form_host.h"
#include "ui/help/shortcuts_dialog.h"
#include "ui/quick/contact_panel.h"
#include "ui/search/palette.h"
#include "ui/shell/page.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

QStringList found(const ui::Palette& palette)
{
    QStringList lines;
    const auto* list = palette.findChild<QListWidget*>(u"paletteList"_s);
    for (int row = 0; row < list->count(); ++row)
        lines.append(list->item(row)->text());
    return lines;
}

// Shortcuts work in the active window alone.
void comeForward(Screen& screen)
{
    screen.window->activateWindow();
    QCoreApplication::processEvents();
}

ui::Palette* palette(Screen& screen, const QString& typed)
{
    comeForward(screen);
    QTest::keyClick(screen.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = screen.shown<ui::Palette>();
    REQUIRE(palette);
    QTest::keyClicks(palette->findChild<QLineEdit*>(), typed);
    return palette;
}

void choose(ui::Palette* palette)
{
    QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

void logCall(Screen& screen, const QString& words)
{
    auto* line = screen.window->findChild<QPlainTextEdit*>(u"quickEntry"_s);
    QTest::keyClicks(line, words);
    QTest::keyClick(line, Qt::Key_Return);
    screen.settle();
}

}

TEST_CASE("Every action of the window has a key, and the list of keys names it", "[ui][keys]")
{
    const Screen screen;
    QStringList listed;
    for (const ui::KeyLine& line : ui::keyLines(*screen.window))
        listed.append(line.what);
    QList<QAction*> actions = screen.window->actions();
    for (const ui::PageEntry& entry : screen.window->pageEntries())
        actions += screen.window->page(entry.key)->actions();
    for (const QAction* action : actions) {
        INFO(action->objectName().toStdString());
        CHECK_FALSE(action->shortcut().isEmpty());
        CHECK(listed.contains(QString(action->text()).remove(u'&').remove(u'…')));
    }
    for (const QString& words : {u"Note"_s, u"Legal status"_s, u"Open a case"_s, u"Signpost"_s})
        CHECK(listed.contains(words));
}

TEST_CASE("Enter presses the button that has the keyboard", "[ui][keys]")
{
    Screen screen;
    logCall(screen, u"Neighbour rings"_s);
    auto* panel = screen.shown<ui::ContactPanel>();
    REQUIRE(panel);
    panel->forms().close();
    CHECK(screen.window->focusWidget()->objectName() == u"do.contact.describe"_s);

    panel->focusActions();
    QTest::keyClick(screen.window->focusWidget(), Qt::Key_Return);

    REQUIRE(panel->forms().form());
    CHECK(panel->forms().form()->command() == u"contact.describe"_s);
}

TEST_CASE("A command found by Ctrl and K is about the case in front", "[ui][keys]")
{
    Screen screen;
    choose(palette(screen, u"c lisle"_s));
    REQUIRE(screen.window->currentPage() == u"case"_s);

    choose(palette(screen, u"> case.task"_s));

    auto* form = screen.shown<ui::CommandForm>();
    REQUIRE(form);
    CHECK(form->command() == u"case.task"_s);
    CHECK(form->request().contains(u"case"_s));
}

TEST_CASE("Ring back by F9 proposes the case in front, open to change", "[ui][keys]")
{
    Screen screen;
    choose(palette(screen, u"c lisle"_s));
    comeForward(screen);

    QTest::keyClick(screen.window.get(), Qt::Key_F9);

    auto* dialog = screen.shown<ui::CommandDialog>();
    REQUIRE(dialog);
    REQUIRE(dialog->form().row(u"case"_s));
    CHECK_FALSE(dialog->form().row(u"case"_s)->editor().value().isUndefined());
}

TEST_CASE("A number found by Ctrl and K is the one brought forward", "[ui][keys]")
{
    Screen screen;
    auto* finder = palette(screen, u"n ambulance"_s);
    const QString line = found(*finder).value(0);
    choose(finder);

    auto* numbers = screen.shown<ui::NumbersDialog>();
    REQUIRE(numbers);
    const auto* list = numbers->findChild<QListWidget*>(u"numbersList"_s);
    CHECK(list->currentItem()->text().contains(u"Ambulance"_s));
    CHECK(line.contains(u"Ambulance"_s));
}

TEST_CASE("Scattered letters find no case and no number", "[ui][keys]")
{
    Screen screen;
    for (const QString& line : found(*palette(screen, u"lisle"_s)))
        CHECK_FALSE(line.startsWith(u"Number"_s));
}

TEST_CASE("Three calls in a row keep the words of each unfinished form", "[ui][keys]")
{
    Screen screen;
    logCall(screen, u"First call"_s);
    auto* panel = screen.shown<ui::ContactPanel>();
    const core::ContactId first = panel->contact();
    auto* name
        = qobject_cast<QLineEdit*>(panel->forms().form()->row(u"caller_name"_s)->editor().target());
    QTest::keyClicks(name, u"Mrs Kay"_s);

    logCall(screen, u"Second call"_s);
    logCall(screen, u"Third call"_s);
    CHECK(panel->contact() != first);

    screen.window->openRecord(core::subjectOf(first));

    REQUIRE(panel->contact() == first);
    REQUIRE(panel->forms().form());
    CHECK(panel->forms().form()->typed().value(u"caller_name"_s).toString() == u"Mrs Kay"_s);
}

TEST_CASE("The keyboard goes to the timeline of a case that was opened", "[ui][keys]")
{
    Screen screen;
    comeForward(screen);
    choose(palette(screen, u"c lisle"_s));
    REQUIRE(screen.window->focusWidget());
    CHECK(screen.window->focusWidget()->objectName() == u"timeline"_s);
}
