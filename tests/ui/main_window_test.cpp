#include "ui/shell/main_window.h"

#include "tests/support/to_string.h"
#include "tests/ui/controls.h"
#include "tests/ui/screen.h"
#include "ui/search/palette.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

/// The page whose action it is; nothing for one that works everywhere.
QString pageOf(const QObject* object)
{
    for (; object; object = object->parent())
        if (qobject_cast<const ui::Page*>(object))
            return object->objectName();
    return {};
}

const QScrollArea* scrollerOf(const QWidget& widget)
{
    for (const QWidget* each = widget.parentWidget(); each; each = each->parentWidget())
        if (const auto* area = qobject_cast<const QScrollArea*>(each))
            return area;
    return nullptr;
}

/// Wholly in the window, or one scrolls up and down to it.
bool reachable(const QWidget& widget, const QWidget& window)
{
    const auto* scroller = scrollerOf(widget);
    if (!scroller)
        return window.rect().contains(QRect(widget.mapTo(&window, QPoint()), widget.size()));
    const int left = widget.mapTo(scroller->viewport(), QPoint()).x();
    return left >= 0 && left + widget.width() <= scroller->viewport()->width();
}

bool fits(const QLabel& label)
{
    const QSize room = label.size();
    return label.wordWrap() ? label.heightForWidth(room.width()) <= room.height() + 1
                            : label.sizeHint().width() <= room.width() + 1;
}

/// Labels and buttons whose words do not fit where they stand.
QStringList cutOff(const QWidget& window)
{
    QStringList cut;
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty()
            && !(fits(*label) && reachable(*label, window)))
            cut.append(label->text());
    for (const auto* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->sizeHint().width() > button->width() + 1)
            cut.append(button->text());
    return cut;
}

}

TEST_CASE("No key does two things on one page", "[ui][window]")
{
    const Screen screen;
    QHash<QString, QString> seen;
    for (const QAction* action : screen.window->findChildren<QAction*>())
        for (const QKeySequence& key : action->shortcuts()) {
            if (action->shortcutContext() == Qt::WidgetShortcut)
                continue;
            INFO(key.toString().toStdString() << ": " << action->objectName().toStdString());
            const QString place = pageOf(action);
            CHECK_FALSE(seen.contains(key.toString()));
            CHECK_FALSE(seen.contains(place + key.toString()));
            seen.insert(place + key.toString(), action->objectName());
        }
    CHECK(seen.size() > 15);
}

TEST_CASE("Every control of every page has a name to be spoken", "[ui][window][accessibility]")
{
    const Screen screen;
    for (const ui::PageEntry& entry : screen.window->pageEntries()) {
        screen.window->showPage(entry.key);
        QCoreApplication::processEvents();
        for (const QString& unnamed : unnamedControls(*screen.window))
            FAIL_CHECK(entry.key.toStdString() << ": " << unnamed.toStdString());
    }
}

TEST_CASE("No status label hides its words behind a spoken name", "[ui][window][accessibility]")
{
    const Screen screen;
    for (const QLabel* label : screen.window->findChildren<QLabel*>())
        CHECK(label->accessibleName().isEmpty());
}

TEST_CASE("Nothing is cut off at 150 per cent on a small screen", "[ui][window]")
{
    Screen screen;
    screen.theme.zoomTo(150);
    for (const ui::PageEntry& entry : screen.window->pageEntries()) {
        screen.window->showPage(entry.key);
        screen.window->resize(1366, 768);
        for (int pass = 0; pass < 3; ++pass) // words that wrap settle in more than one pass
            QCoreApplication::processEvents();
        CHECK(screen.window->width() == 1366);
        CHECK(screen.window->height() == 768);
        for (const QString& words : cutOff(*screen.window))
            FAIL_CHECK(entry.key.toStdString() << ": " << words.toStdString());
    }
    screen.theme.zoomTo(100);
}

TEST_CASE("Alt and a digit go to a page, Alt and Left goes back", "[ui][window]")
{
    const Screen screen;
    REQUIRE(screen.window->currentPage() == u"desk"_s);

    QTest::keyClick(screen.window.get(), Qt::Key_2, Qt::AltModifier);
    CHECK(screen.window->currentPage() != u"desk"_s);
    QTest::keyClick(screen.window.get(), Qt::Key_Left, Qt::AltModifier);
    CHECK(screen.window->currentPage() == u"desk"_s);
}

TEST_CASE("Ctrl and K find a case by its person and open it", "[ui][window]")
{
    const Screen screen;
    QTest::keyClick(screen.window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = screen.window->findChild<ui::Palette*>();
    REQUIRE(palette);
    auto* edit = palette->findChild<QLineEdit*>(u"paletteEdit"_s);

    QTest::keyClicks(edit, u"c lisle"_s);
    REQUIRE(palette->findChild<QListWidget*>(u"paletteList"_s)->count() > 0);
    QTest::keyClick(edit, Qt::Key_Return);

    CHECK(screen.window->currentPage() == u"case"_s);
    CHECK(screen.window->windowTitle().contains(u"LISLE"_s));
}

TEST_CASE("Enter on the board opens the case, Enter on a clock what must be done", "[ui][window]")
{
    const Screen screen;
    auto* board = screen.window->findChild<QTableView*>(u"board"_s);
    board->selectRow(0);
    QTest::keyClick(board, Qt::Key_Return);
    CHECK(screen.window->currentPage() == u"case"_s);

    screen.window->showPage(u"desk"_s);
    QTest::keyClick(screen.window.get(), Qt::Key_F6);
    auto* clocks = screen.window->findChild<QListView*>(u"clocks"_s);
    QTest::keyClick(clocks, Qt::Key_Return);
    CHECK(screen.window->currentPage() == u"case"_s);
}

TEST_CASE("What somebody else writes never takes the keyboard from a field", "[ui][window]")
{
    Screen screen;
    screen.window->activateWindow();
    auto* line = screen.window->findChild<QPlainTextEdit*>(u"quickEntry"_s);
    line->setFocus();
    REQUIRE(screen.window->focusWidget() == line);

    screen.submit(R"({"do": "contact.log", "user": "tom", "words": "another call"})");
    screen.setClock("2026-11-20T04:10");
    emit screen.service->ticked();
    screen.settle();

    CHECK(screen.window->focusWidget() == line);
}

TEST_CASE("What was saved before no longer stands beside a refusal", "[ui][window]")
{
    Screen screen;
    screen.window->messages().say(u"Contact E-1 saved."_s);
    REQUIRE(screen.window->messages().isVisible());

    REQUIRE_FALSE(screen.submit(R"({"do": "contact.log"})").done());

    CHECK_FALSE(screen.window->messages().isVisible());
}

TEST_CASE("The line at the foot tells refused, owed and saved apart", "[ui][window]")
{
    ui::Answer refused;
    refused.decision.refusals = {{u"HO-3.6"_s, {}, u"Not yours to accept."_s, u"Ask Tom."_s}};
    CHECK(ui::summaryOf(refused, u"saved"_s) == u"Not yours to accept. (HO-3.6) Ask Tom."_s);

    ui::Answer owed;
    owed.decision.owed = {{u"COOP-3.9"_s, u"age"_s, u"The age."_s, u"crht"_s}};
    CHECK(ui::summaryOf(owed, u"Saved."_s) == u"Saved.\nStill owed: The age. (COOP-3.9)"_s);

    ui::Answer failed;
    failed.failure = u"The disk is full."_s;
    failed.mend = u"Make room."_s;
    CHECK(ui::summaryOf(failed, {}) == u"Not saved. The disk is full. Make room."_s);
}

TEST_CASE("Many things owed are counted at the foot, not recited", "[ui][window]")
{
    ui::Answer owed;
    for (int i = 0; i < 5; ++i)
        owed.decision.owed.push_back({u"COOP-3.9"_s, u"age"_s, u"The age."_s, u"crht"_s});
    const QString words = ui::summaryOf(owed, u"Saved."_s);
    CHECK(words.contains(u"Still owed: 5 things"_s));
    CHECK(words.count(u'\n') == 1);
}

TEST_CASE("One key goes on in a fresh store beside a damaged one", "[ui][window]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    db::Store::open(desk.path(), {})->closeForWriting({u"A check failed."_s, u"Tell support."_s});
    desk.reopen();
    ui::Theme theme;
    ui::MainWindow window(*desk.service, theme);
    window.show();
    CHECK(window.messages().text().contains(u"Ctrl+Shift+F"_s));
    QString path;
    QObject::connect(&window, &ui::MainWindow::storeReplaced, &window,
        [&path](const QString& made) { path = made; });

    auto* key = window.findChild<QAction*>(u"freshStore"_s);
    REQUIRE(key->shortcut() == QKeySequence(u"Ctrl+Shift+F"_s));
    key->trigger();

    REQUIRE_FALSE(path.isEmpty());
    CHECK(path != desk.path());
    const ui::DeskService fresh(path, [] { return london("2026-11-19T04:20"); });
    CHECK(fresh.records().caseRecord({QUuid::fromString(opened)}));
    CHECK_FALSE(fresh.trouble());
}

TEST_CASE("A sound store says that it needs no fresh one", "[ui][window]")
{
    Screen screen;
    bool replaced = false;
    QObject::connect(screen.window.get(), &ui::MainWindow::storeReplaced, screen.window.get(),
        [&replaced] { replaced = true; });
    screen.window->startFresh();
    CHECK(screen.window->messages().text().contains(u"sound"_s));
    CHECK_FALSE(replaced);
}
