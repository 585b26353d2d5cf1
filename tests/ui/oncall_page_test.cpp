#include "tests/ui/page_desk.h"
#include "ui/form/command_form.h"
#include "ui/sheet/period_picker.h"
#include "ui/sheet/sheet_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

struct NightPage : PageDesk {
    NightPage() : PageDesk("oncall")
    {
        submit(R"({"do": "duty.start", "officers": ["grace"], "manager": "Tom Ashdown",
                   "manager_number": "01632 960101"})");
        settle();
        window->activateWindow();
        record().setFocus();
    }

    ui::SheetView& record() const { return *find<ui::SheetView>("oncallRecord"); }
    ui::SheetView& owed() const { return *find<ui::SheetView>("dutyOwed"); }

    QString lines() const
    {
        QStringList all;
        for (int row = 0; row < record().sheet().rowCount(); ++row)
            for (int column = 0; column < record().sheet().columnCount(); ++column)
                all.append(record().sheet().index(row, column).data().toString());
        return all.join(u'\n');
    }

    void press(int key)
    {
        QTest::keyClick(&record(), static_cast<Qt::Key>(key));
        settle();
    }
};

}

TEST_CASE("ESC-6.1 one key logs a call to the manager with its result", "[ui][oncall]")
{
    const auto [key, words] = GENERATE(table<int, const char*>(
        {{Qt::Key_2, "attempt 1: no answer"}, {Qt::Key_3, "attempt 1: voicemail"}}));
    NightPage page;

    page.press(key);

    CHECK(page.lines().contains(QString::fromLatin1(words)));
    CHECK(page.lines().contains(u"01632 960101"_s));
    // The ladder that the call began: ring again, in 15 minutes.
    CHECK(page.owed().sheet().rowCount() == 1);
}

TEST_CASE("On an open ladder the keys log the rung that comes next, and it climbs by them",
    "[ui][oncall]")
{
    NightPage page;
    const auto* who = page.find<QLabel>("managerNext");
    const auto* why = page.find<QLabel>("managerWhy");
    CHECK(why->text().contains(u"this number and no other"_s));

    page.press(Qt::Key_2);
    CHECK(who->text().contains(u"01632 960101"_s));
    CHECK(why->text().contains(u"Wait for the call back until 04:25"_s));
    CHECK_FALSE(why->text().contains(u"no other"_s));

    page.press(Qt::Key_2);
    page.press(Qt::Key_2);
    CHECK(why->text().contains(u"go on to EDT team manager"_s));
    CHECK(who->text().contains(u"01632 960102"_s));

    page.press(Qt::Key_2);
    CHECK(page.lines().contains(u"01632 960102"_s));
    const auto duty = page.service->records().duty(page.service->dutyId());
    REQUIRE(duty->ladders.size() == 1);
    CHECK(duty->ladders.front().rung == 1);
    CHECK(duty->ladders.front().tries.size() == 4);
}

TEST_CASE("ESC-6.3 after a conversation the form asks what was decided", "[ui][oncall]")
{
    const int key = GENERATE(int(Qt::Key_1), int(Qt::Key_4));
    NightPage page;

    page.press(key);
    CHECK(page.owed().sheet().rowCount() == 1);
    auto* form = page.find<ui::CommandForm>("form.duty.attempt");
    form->suggest({{u"decision"_s, u"Keep searching"_s}, {u"direction"_s, u"Ring at six"_s}});
    QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
    page.settle();

    CHECK(page.lines().contains(u"Keep searching"_s));
    CHECK(page.lines().contains(u"Ring at six"_s));
    CHECK(page.owed().sheet().rowCount() == 0);
}

TEST_CASE("Enter on a line opens the case that the call was about", "[ui][oncall]")
{
    NightPage page;
    page.find<QComboBox>("managerAbout")->setCurrentIndex(1);
    page.press(Qt::Key_2);
    for (int row = 0; row < page.record().sheet().rowCount(); ++row)
        if (!page.record().sheet().row(row).opens.id.isNull())
            page.record().selectRow(row);

    QTest::keyClick(&page.record(), Qt::Key_Return);

    CHECK(page.window->currentPage() == u"case"_s);
}

TEST_CASE("Enter on what is owed opens the form that settles it", "[ui][oncall]")
{
    NightPage page;
    page.submit(R"({"do": "duty.ring_back", "whom": "Mrs Kemp", "by": "05:00"})");
    page.settle();
    REQUIRE(page.owed().sheet().rowCount() == 1);

    page.owed().setFocus();
    QTest::keyClick(&page.owed(), Qt::Key_Return);
    QTest::keyClick(
        page.find<ui::CommandForm>("form.duty.rang_back"), Qt::Key_Return, Qt::ControlModifier);
    page.settle();

    CHECK(page.owed().sheet().rowCount() == 0);
    CHECK(page.lines().contains(u"Rung back"_s));
}

TEST_CASE("HO-3.6c a line after the sign-off says so", "[ui][oncall]")
{
    NightPage page;
    page.find<QPushButton>("oncallSignOff")->click();
    QTest::keyClick(
        page.find<ui::CommandForm>("form.duty.sign_off"), Qt::Key_Return, Qt::ControlModifier);
    page.settle();
    const auto duty = page.service->records().duty(page.service->dutyId());
    REQUIRE(duty->signOffs.size() == 1);
    CHECK(duty->signOffs.front().page.size() == 64);

    page.passTo("2026-11-19T04:40", "grace", "oncall");
    page.record().setFocus();
    page.press(Qt::Key_2);

    CHECK(page.lines().contains(u"After sign-off"_s));
}

TEST_CASE("An earlier duty is shown and takes no calls", "[ui][oncall]")
{
    NightPage page;
    page.find<QPushButton>("oncallPeriod.earlier")->click();
    page.settle();

    CHECK(page.record().sheet().rowCount() == 0);
    CHECK_FALSE(page.find<QPushButton>("manager.1")->isVisible());
    page.find<QPushButton>("oncallPeriod.later")->click();
    CHECK(page.record().sheet().rowCount() > 0);
}

TEST_CASE("The choice of a period gives way where the width is short", "[ui][oncall]")
{
    ui::PeriodPicker picker(u"duty"_s, u"Duty"_s);
    picker.setPeriods({u"Wed 18 Nov 2026 17:00 – Thu 19 Nov 2026 09:00"_s});
    const auto* list = picker.findChild<QComboBox*>(u"duty"_s);
    REQUIRE(list);
    CHECK(list->minimumSizeHint().width() < list->sizeHint().width() / 2);
    CHECK(picker.minimumSizeHint().width() < picker.sizeHint().width());
    CHECK(list->toolTip() == list->currentText());
}
