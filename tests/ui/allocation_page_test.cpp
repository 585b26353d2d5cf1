#include "tests/ui/page_desk.h"
#include "ui/allocation/allocation_rows.h"
#include "ui/sheet/sheet_view.h"

#include <QComboBox>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

/// A day desk: Priya Nair has received a case, Helen Brandt is of the same service.
struct DayPage : PageDesk {
    DayPage() : PageDesk("desk")
    {
        passTo("2026-11-19T10:00", "tom", "desk");
        submit(R"({"do": "user.add", "user": "admin", "login": "priya", "name": "Priya Nair",
                   "service": "amhp-day", "roles": ["amhp_lead", "amhp"], "amhp": true})");
        submit(R"({"do": "user.add", "user": "admin", "login": "helen", "name": "Helen Brandt",
                   "service": "amhp-day", "roles": ["amhp"], "amhp": true})");
        const QString contact
            = made(submit(R"({"do": "contact.log", "user": "priya", "words": "CMHT: Ruth is unwell",
                "category": "mhaa", "council": "ac"})"),
                u"contact");
        received
            = made(submit(QJsonObject{{u"do"_s, u"contact.open_case"_s}, {u"user"_s, u"priya"_s},
                       {u"contact"_s, contact}, {u"title"_s, u"Ruth is unwell"_s}}),
                u"case");
        REQUIRE_FALSE(received.isEmpty());
        service->actAs(u"priya"_s);
        settle();
        go("allocation");
        window->activateWindow();
        sheet().setFocus();
        sheet().select(received);
    }

    ui::SheetView& sheet() const { return *find<ui::SheetView>("allocationSheet"); }
    QString cell(int column) const
    {
        const int row = sheet().sheet().rowOf(received);
        return sheet().sheet().index(row, column).data().toString();
    }

    QString received;
};

}

TEST_CASE("HO-3.6a a case is allocated in its cell by keyboard", "[ui][allocation]")
{
    DayPage page;
    REQUIRE(page.cell(ui::AllocationTo) == u"nobody yet"_s);

    QTest::keyClick(&page.sheet(), Qt::Key_A);
    auto* editor = page.sheet().findChild<QComboBox*>(u"sheetEditor"_s);
    REQUIRE(editor);
    CHECK(editor->count() == 2);
    QTest::keyClicks(editor, u"Helen"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    page.settle();

    CHECK(page.cell(ui::AllocationTo).startsWith(u"Helen Brandt"_s));
    CHECK(page.sheet().currentIndex().column() == ui::AllocationTo);
    CHECK(page.sheet().current()->key == page.received);
}

TEST_CASE("Leaving the cell with Esc changes nothing", "[ui][allocation]")
{
    DayPage page;
    QTest::keyClick(&page.sheet(), Qt::Key_A);
    auto* editor = page.sheet().findChild<QComboBox*>(u"sheetEditor"_s);
    REQUIRE(editor);
    QTest::keyClicks(editor, u"Helen"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    page.settle();

    CHECK(page.cell(ui::AllocationTo) == u"nobody yet"_s);
}

TEST_CASE("REC-2.7 the stage is changed in its cell", "[ui][allocation]")
{
    DayPage page;
    QTest::keyClick(&page.sheet(), Qt::Key_S);
    auto* editor = page.sheet().findChild<QComboBox*>(u"sheetEditor"_s);
    REQUIRE(editor);
    editor->setCurrentIndex(editor->findData(u"accepted"_s));
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    page.settle();

    CHECK(page.cell(ui::AllocationStage).startsWith(u"Accepted"_s));
}

TEST_CASE("Enter on a row of the sheet opens the case", "[ui][allocation]")
{
    DayPage page;
    QTest::keyClick(&page.sheet(), Qt::Key_Return);
    CHECK(page.window->currentPage() == u"case"_s);
}

TEST_CASE("An earlier day stands as it was and is not edited", "[ui][allocation]")
{
    DayPage page;
    page.find<QPushButton>("allocationDay.earlier")->click();
    CHECK(page.sheet().sheet().rowCount() == 0);
    CHECK_FALSE(page.find<QPushButton>("allocate")->isEnabled());

    page.find<QPushButton>("allocationDay.later")->click();
    CHECK(page.sheet().sheet().rowOf(page.received) >= 0);
}

TEST_CASE("What came before the day began is marked as carried over", "[ui][allocation]")
{
    DayPage page;
    CHECK_FALSE(page.cell(ui::AllocationReceived).contains(u"carried over"_s));
    page.passTo("2026-11-20T10:00", "priya", "allocation");
    CHECK(page.cell(ui::AllocationReceived).contains(u"carried over"_s));
}

TEST_CASE("HO-3.4 the calls of the paper stand below the sheet, and Enter leads behind them",
    "[ui][allocation]")
{
    DayPage page;
    const auto& calls = *page.find<ui::SheetView>("spokenCalls");
    CHECK_FALSE(calls.isVisible());

    page.setClock("2026-11-19T16:50");
    page.submit(QJsonObject{{u"do"_s, u"handover.propose"_s}, {u"user"_s, u"priya"_s},
        {u"case"_s, page.received}, {u"window"_s, u"2026-11-19-PM"_s}, {u"to"_s, u"edt"_s},
        {u"reason"_s, u"unable_to_complete"_s}, {u"why"_s, u"The second doctor comes at 19:00"_s}});
    page.submit(R"({"do": "handover.verbal", "user": "priya", "window": "2026-11-19-PM",
        "started": "16:46", "ended": "16:49", "speakers": [
            {"service": "amhp-day", "name": "Priya Nair"}, {"service": "edt", "name": "Tom"}]})");
    page.submit(QJsonObject{{u"do"_s, u"handover.practitioner_call"_s}, {u"user"_s, u"priya"_s},
        {u"case"_s, page.received}, {u"giver"_s, u"Helen Brandt"_s}, {u"taker"_s, u"Grace"_s},
        {u"started"_s, u"16:48"_s}, {u"words"_s, u"The key is with the neighbour"_s}});
    page.settle();

    REQUIRE(calls.isVisible());
    REQUIRE(calls.sheet().rowCount() == 2);
    const auto told
        = [&](int row, int column) { return calls.sheet().index(row, column).data().toString(); };
    CHECK(told(0, 3).contains(u"Priya Nair"_s));
    CHECK(told(1, 3).contains(u"Helen Brandt"_s));
    CHECK(told(1, 4) == u"The key is with the neighbour"_s);

    auto* keyed = page.find<ui::SheetView>("spokenCalls");
    keyed->setFocus();
    keyed->setCurrentIndex(keyed->sheet().index(1, 0));
    QTest::keyClick(keyed, Qt::Key_Return);
    CHECK(page.window->currentPage() == u"case"_s);
}
