#include "tests/support/to_string.h"
#include "tests/ui/conflict_badges.h"
#include "ui/case/conflicts_dialog.h"
#include "ui/case/conflicts_panel.h"
#include "ui/form/command_form.h"

#include <QAbstractItemView>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

bool shows(const QWidget& part, QStringView words)
{
    for (const QLabel* label : part.findChildren<QLabel*>())
        if (!label->isHidden() && label->text().contains(words))
            return true;
    return false;
}

/// A case that both desks have; while they do not hear of each other they may disagree.
struct Apart : TwoWindows {
    Apart()
    {
        meet();
        opened = one.openCase();
        share();
        tick(60);
        for (WindowDesk* desk : {&one, &two}) {
            desk->shared().setFolder({}, [](const QString&) {});
            desk->finish();
            while (!desk->shared().folder().isEmpty())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
    void together()
    {
        share();
        tick(60);
    }
    core::PersonId person() const
    {
        return one.service->records().caseRecord({QUuid::fromString(opened)})->person;
    }
    void born(WindowDesk& desk, const char* date) const
    {
        REQUIRE(
            desk.submit(QJsonObject{{u"do"_s, u"person.update"_s}, {u"person"_s, person().text()},
                            {u"born"_s, QString::fromLatin1(date)}})
                .done());
    }
    void started(WindowDesk& desk, const char* manager) const
    {
        REQUIRE(desk.submit(QJsonObject{{u"do"_s, u"duty.start"_s},
                                {u"manager"_s, QString::fromLatin1(manager)},
                                {u"manager_number"_s, u"01632 960111"_s}})
                    .done());
    }

    QString opened;
};

/// Enter on the side that has the keyboard, then Ctrl+Enter in its form.
void letStand(const WindowDesk& desk, QWidget* side)
{
    REQUIRE(qobject_cast<QPushButton*>(side));
    QWidget* where = side->window();
    QTest::keyClick(side, Qt::Key_Return);
    auto* form = where->findChild<ui::CommandForm*>();
    REQUIRE(form);
    CHECK(form->command() == u"conflict.settle"_s);
    QTest::keyClick(where->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    desk.finish();
}

}

TEST_CASE("A person in conflict stands on board, banner and case, and is settled there by keyboard",
    "[ui][exchange][conflict]")
{
    Apart desks;
    desks.born(desks.one, "1992-03-17");
    desks.born(desks.two, "1992-03-18");
    desks.together();
    for (const WindowDesk* desk : {&desks.one, &desks.two}) {
        CHECK(badgeOnRail(*desk) == 1);
        CHECK(badgeOnBoard(*desk).contains(u"≠ 1 conflict"_s));
    }
    WindowDesk& two = desks.two;
    two.front();
    two.window->openRecord(caseOf(desks.opened));
    const auto* panel = two.find<ui::ConflictsPanel>("caseConflicts");
    REQUIRE(panel->isVisible());
    CHECK(shows(*panel, u"person Aaron Lisle"));
    CHECK(shows(*two.window->page(u"case"_s), u"Mar-1992 (34y) (in conflict)"));

    QTest::keyClick(two.window.get(), Qt::Key_F2);
    letStand(two, two.window->focusWidget());

    CHECK(two.service->records().person(desks.person())->conflicts.empty());
    CHECK_FALSE(panel->isVisible());
    CHECK_FALSE(shows(*two.window->page(u"case"_s), u"(in conflict)"));
    CHECK(badgeOnBoard(two).isEmpty());
    CHECK(badgeOnRail(two) == 0);
}

TEST_CASE("The number on the rail leads to every conflict, also to one on no case",
    "[ui][exchange][conflict]")
{
    Apart desks;
    desks.started(desks.one, "Tom Ashdown");
    desks.started(desks.two, "Ines Ferreira");
    desks.together();
    WindowDesk& one = desks.one;
    REQUIRE(badgeOnRail(one) == 1);
    CHECK(badgeOnBoard(one).isEmpty());
    one.front();

    SECTION("by the mouse")
    {
        auto* button = one.find<ui::RailButton>("rail.desk");
        QTest::mouseClick(button, Qt::LeftButton, {}, button->badgePlace().center());
        CHECK(one.window->findChild<ui::ConflictsDialog*>());
    }
    SECTION("by the keyboard, and it is settled there")
    {
        QTest::keyClick(one.window.get(), Qt::Key_F2, Qt::ControlModifier);
        auto* dialog = one.window->findChild<ui::ConflictsDialog*>();
        REQUIRE(dialog);
        CHECK(shows(*dialog, u"On-call manager (duty "));
        letStand(one, dialog->focusWidget());
        CHECK(one.service->rows({u"conflict"_s, {}, {}}).empty());
        CHECK(shows(*dialog, u"Nothing at this desk is in conflict."));
        CHECK(badgeOnRail(one) == 0);
    }
}
