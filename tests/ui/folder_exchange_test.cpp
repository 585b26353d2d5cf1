#include "ui/desk/folder_exchange.h"

#include "tests/support/to_string.h"
#include "tests/ui/two_windows.h"
#include "ui/case/conflicts_panel.h"
#include "ui/exchange/also_here.h"
#include "ui/form/command_form.h"
#include "ui/shell/rail_button.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

core::Subject caseOf(const QString& id)
{
    return {core::SubjectKind::Case, QUuid::fromString(id)};
}

QString alsoHere(const WindowDesk& desk)
{
    for (const auto* each : desk.window->findChildren<ui::AlsoHere*>())
        if (each->isVisible())
            return each->text();
    return {};
}

void title(WindowDesk& desk, const QString& opened, const char* words)
{
    REQUIRE(desk.submit(QJsonObject{{u"do"_s, u"case.describe"_s}, {u"case"_s, opened},
                            {u"title"_s, QString::fromLatin1(words)}})
                .done());
}

std::shared_ptr<const core::Case> record(const WindowDesk& desk, const QString& opened)
{
    return desk.service->records().caseRecord({QUuid::fromString(opened)});
}

/// A case that both desks gave another title before they heard of each other.
struct Disagreeing : TwoWindows {
    Disagreeing()
    {
        meet();
        opened = one.openCase();
        share();
        tick(60);
        one.shared().setFolder({}, [](const QString&) {});
        two.shared().setFolder({}, [](const QString&) {});
        one.finish();
        two.finish();
        while (!one.shared().folder().isEmpty() || !two.shared().folder().isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        title(one, opened, "Detained on the bridge");
        title(two, opened, "Detained at the station");
        share();
        tick(60);
    }

    QString opened;
};

}

TEST_CASE("A call taken on one desk is on the other within 60 seconds, nobody pressing anything",
    "[ui][exchange][folder]")
{
    TwoWindows desks;
    desks.meet();
    desks.share();
    desks.tick(1);

    desks.one.callIn("Ward 4 asks for an assessment");
    int seconds = 0;
    while (desks.two.contacts() == 0 && seconds < 120) {
        desks.tick(1);
        ++seconds;
    }
    CHECK(desks.two.contacts() == 1);
    CHECK(seconds <= 60);
    desks.tick(60);
    CHECK(QDir(desks.common()).entryList({u"*.dutybundle"_s}).size() == 2);
    CHECK(desks.one.shared().broken().isEmpty());
}

TEST_CASE("Nothing but bundles and notes of who is here lies in the common folder",
    "[ui][exchange][folder]")
{
    TwoWindows desks;
    desks.meet();
    desks.share();
    desks.one.callIn("A call");
    desks.tick(60);
    for (const QString& name : QDir(desks.common()).entryList(QDir::Files | QDir::Hidden)) {
        INFO(name.toStdString());
        CHECK((name.endsWith(u".dutybundle"_s) || name.endsWith(u".dutyhere"_s)));
    }
}

TEST_CASE("A common folder that is away is said and found again", "[ui][exchange][folder]")
{
    TwoWindows desks;
    desks.meet();
    desks.share();
    REQUIRE(QDir(desks.post.path()).rename(u"common"_s, u"away"_s));
    desks.tick(core::FolderPace::usual);
    CHECK(desks.one.shared().problem().contains(u"cannot be read"_s));
    CHECK(desks.one.find<QLabel>("dutyRecords")->text().contains(u"away"_s));

    REQUIRE(QDir(desks.post.path()).rename(u"away"_s, u"common"_s));
    desks.one.callIn("A call");
    desks.tick(60);
    CHECK(desks.one.shared().problem().isEmpty());
    CHECK(desks.two.contacts() == 1);
}

TEST_CASE(
    "The common folder is chosen by keyboard and kept with the store", "[ui][exchange][folder]")
{
    TwoWindows desks;
    desks.one.go("exchange");
    desks.one.press(Qt::Key_C);
    desks.one.type("commonFolder", desks.common());
    desks.one.enter("commonFolder");
    while (desks.one.shared().folder().isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    desks.one.finish();
    desks.one.window.reset();
    desks.one.reopen();
    CHECK(desks.one.shared().folder() == desks.common());
    CHECK(desks.one.service->path() == desks.one.path());
}

TEST_CASE("Two officers who open the same case see each other, and no longer when one leaves",
    "[ui][exchange][presence]")
{
    TwoWindows desks;
    desks.meet();
    const QString opened = desks.one.openCase();
    desks.share();
    desks.tick(60);
    REQUIRE(record(desks.two, opened));
    desks.one.window->openRecord(caseOf(opened));
    CHECK(alsoHere(desks.one).isEmpty());

    desks.two.window->openRecord(caseOf(opened));
    desks.tick(60);
    CHECK(alsoHere(desks.one) == u"Asha Rahman is also here (since 04:10)."_s);
    CHECK(alsoHere(desks.two) == u"Grace Oyelaran is also here (since 04:10)."_s);

    desks.two.window->showPage(u"desk"_s);
    desks.tick(60);
    CHECK(alsoHere(desks.one).isEmpty());
}

TEST_CASE("Two officers who open the same call see each other", "[ui][exchange][presence]")
{
    TwoWindows desks;
    desks.meet();
    desks.one.callIn("A call");
    desks.share();
    desks.tick(60);
    const QString contact
        = desks.one.service->rows({u"contact"_s, {}, {}}).front().value(u"key"_s).toString();
    const core::Subject call{core::SubjectKind::Contact, QUuid::fromString(contact)};
    desks.one.window->openRecord(call);
    desks.two.window->openRecord(call);
    desks.tick(60);
    CHECK(alsoHere(desks.one).startsWith(u"Asha Rahman"_s));

    desks.two.window.reset();
    desks.two.service.reset();
    for (int second = 0; second < 60; ++second)
        desks.one.tick(1);
    CHECK(alsoHere(desks.one).isEmpty());
}

TEST_CASE("Both values of a conflict are shown and one is chosen by keyboard for both desks",
    "[ui][exchange][conflict]")
{
    Disagreeing desks;
    for (WindowDesk* desk : {&desks.one, &desks.two}) {
        REQUIRE(record(*desk, desks.opened)->conflicts.size() == 1);
        CHECK(desk->find<ui::RailButton>("rail.desk")->badge() == 1);
        CHECK(desk->find<ui::RailButton>("rail.desk")->accessibleName().contains(u"conflict"_s));
    }
    desks.two.front();
    desks.two.window->openRecord(caseOf(desks.opened));
    auto* panel = desks.two.find<ui::ConflictsPanel>("caseConflicts");
    REQUIRE(panel->isVisible());
    QStringList sides;
    for (const QPushButton* side : panel->findChildren<QPushButton*>())
        if (!side->isHidden())
            sides.append(side->text());
    CHECK(sides.join(u'\n').contains(u"Detained on the bridge — Grace Oyelaran"_s));
    CHECK(sides.join(u'\n').contains(u"Detained at the station — Asha Rahman"_s));

    QTest::keyClick(desks.two.window.get(), Qt::Key_F2);
    auto* first = qobject_cast<QPushButton*>(desks.two.window->focusWidget());
    REQUIRE(first);
    const QString chosen = first->text().section(u" — "_s, 0, 0);
    QTest::keyClick(first, Qt::Key_Return);
    auto* form = panel->window()->findChild<ui::CommandForm*>();
    REQUIRE(form);
    CHECK(form->command() == u"conflict.settle"_s);
    QTest::keyClick(desks.two.window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    desks.two.finish();
    CHECK(record(desks.two, desks.opened)->conflicts.empty());
    CHECK_FALSE(panel->isVisible());

    desks.tick(60);
    CHECK(record(desks.one, desks.opened)->conflicts.empty());
    CHECK(record(desks.one, desks.opened)->title == chosen);
    CHECK(desks.one.find<ui::RailButton>("rail.desk")->badge() == 0);
}
