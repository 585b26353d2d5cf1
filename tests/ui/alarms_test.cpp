#include "ui/alarm/alarms.h"

#include "tests/support/to_string.h"
#include "tests/ui/screen.h"
#include "ui/alarm/alarm_strip.h"
#include "ui/form/command_form.h"
#include "ui/shell/message_bar.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

void jump(Screen& screen, const char* local)
{
    screen.setClock(local);
    emit screen.service->ticked();
}

ui::Alarms* alarms(const Screen& screen)
{
    return screen.window->findChild<ui::Alarms*>();
}

}

TEST_CASE("Alarms of different levels are told apart by their tones", "[ui][alarm]")
{
    CHECK(ui::tonesOf(core::Alarm::Warned, false) == 1);
    CHECK(ui::tonesOf(core::Alarm::Pressing, false) == 2);
    CHECK(ui::tonesOf(core::Alarm::Expired, false) == 3);
}

TEST_CASE("An alarm is one tone while somebody is typing", "[ui][alarm]")
{
    for (const auto level : {core::Alarm::Warned, core::Alarm::Pressing, core::Alarm::Expired})
        CHECK(ui::tonesOf(level, true) == 1);
}

TEST_CASE("An alarm stands over every page, by title, person and time", "[ui][alarm]")
{
    Screen screen;
    jump(screen, "2026-11-20T04:10");
    for (const ui::PageEntry& entry : screen.window->pageEntries()) {
        screen.window->showPage(entry.key);
        QCoreApplication::processEvents();
        const auto* strip = screen.shown<ui::AlarmStrip>();
        REQUIRE(strip);
        CHECK(strip->text().contains(u"expired"_s));
        CHECK(strip->text().contains(u"Aaron Lisle"_s));
    }
}

TEST_CASE("One line says what came due while the machine slept", "[ui][alarm]")
{
    Screen screen;
    jump(screen, "2026-11-19T04:11");
    CHECK_FALSE(screen.window->messages().text().contains(u"Came due"_s));

    jump(screen, "2026-11-20T06:00");

    const QString told = screen.window->messages().text();
    CHECK(told.contains(u"since Thu 19 Nov 2026 04:11"_s));
    CHECK(told.contains(u"Came due meanwhile"_s));
    CHECK(told.contains(u"Aaron Lisle"_s));
}

TEST_CASE("What came due while the window was closed is told at the next start", "[ui][alarm]")
{
    Screen screen;
    alarms(screen)->rememberWatch();
    screen.window.reset();
    screen.setClock("2026-11-20T06:00");
    screen.reopen();

    screen.window = std::make_unique<ui::MainWindow>(*screen.service, screen.theme);
    screen.window->show();
    QCoreApplication::processEvents();

    CHECK(screen.window->messages().text().contains(u"Came due meanwhile"_s));
}

TEST_CASE("An alarm sounds again until this person has heard it", "[ui][alarm]")
{
    Screen screen;
    jump(screen, "2026-11-20T04:10");
    QSignalSpy sounded(alarms(screen), &ui::Alarms::sounded);

    jump(screen, "2026-11-20T04:15");
    CHECK(sounded.count() == 0);
    jump(screen, "2026-11-20T04:20");
    CHECK(sounded.count() == 1);

    QTest::keyClick(screen.window.get(), Qt::Key_F5, Qt::ControlModifier);
    jump(screen, "2026-11-20T04:40");
    CHECK(sounded.count() == 1);
    REQUIRE(screen.shown<ui::AlarmStrip>());

    screen.service->actAs(u"tom"_s);
    jump(screen, "2026-11-20T04:50");
    CHECK(sounded.count() == 2);
}

TEST_CASE("F5 opens the case of the most urgent alarm", "[ui][alarm]")
{
    Screen screen;
    jump(screen, "2026-11-20T04:10");
    QTest::keyClick(screen.window.get(), Qt::Key_F5);
    CHECK(screen.window->currentPage() == u"case"_s);
}
