#include "ui/quick/quick_entry.h"

#include "tests/support/to_string.h"
#include "tests/ui/test_desk.h"
#include "ui/board/desk_page.h"
#include "ui/form/command_form.h"
#include "ui/form/form_host.h"
#include "ui/quick/contact_panel.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

TEST_CASE("A call is saved with its words alone, by Enter", "[ui][quick]")
{
    TestDesk desk;
    ui::QuickEntry quick(*desk.service);
    QSignalSpy logged(&quick, &ui::QuickEntry::logged);
    auto* line = quick.findChild<QPlainTextEdit*>(u"quickEntry"_s);

    QTest::keyClicks(line, u"Mother rings: son 15 missing"_s);
    QTest::keyClick(line, Qt::Key_Return);
    desk.settle();

    REQUIRE(logged.count() == 1);
    CHECK(quick.words().isEmpty());
    const auto contact = desk.service->records().contact(logged[0][0].value<core::ContactId>());
    REQUIRE(contact);
    CHECK(contact->words == u"Mother rings: son 15 missing"_s);
    CHECK(contact->handler == u"Grace Oyelaran"_s);
}

TEST_CASE("Shift and Enter begin a new line of the same call", "[ui][quick]")
{
    TestDesk desk;
    ui::QuickEntry quick(*desk.service);
    auto* line = quick.findChild<QPlainTextEdit*>(u"quickEntry"_s);

    QTest::keyClicks(line, u"one"_s);
    QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(line, u"two"_s);

    CHECK(quick.words() == u"one\ntwo"_s);
    CHECK(desk.service->underWay() == 0);
}

TEST_CASE("Words that were not saved are back after a kill", "[ui][quick]")
{
    TestDesk desk;
    {
        ui::QuickEntry quick(*desk.service);
        QTest::keyClicks(
            quick.findChild<QPlainTextEdit*>(u"quickEntry"_s), u"Police: a man on a br"_s);
    }

    desk.reopen();

    const ui::QuickEntry quick(*desk.service);
    CHECK(quick.words() == u"Police: a man on a br"_s);
}

TEST_CASE("After the call its other fields are offered beside the board", "[ui][quick]")
{
    TestDesk desk;
    ui::DeskPage page(*desk.service);
    page.show();
    page.focusFirst();
    auto* line = page.findChild<QPlainTextEdit*>(u"quickEntry"_s);

    QTest::keyClicks(line, u"ED asks for an assessment"_s);
    QTest::keyClick(line, Qt::Key_Return);
    desk.settle();

    const auto* panel = page.findChild<ui::ContactPanel*>();
    REQUIRE(panel->isVisible());
    REQUIRE(panel->forms().form());
    CHECK(panel->forms().form()->command() == u"contact.describe"_s);
}
