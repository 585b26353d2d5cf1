#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

TEST_CASE("Words read at 4.5 to 1 on every ground, dark and light", "[ui][theme]")
{
    for (const ui::Colours& c : {ui::darkColours(), ui::lightColours()})
        for (const QColor& ground : {c.window, c.surface, c.raised, c.selection})
            for (const QColor& words :
                {c.text, c.quiet, c.accent, c.calm, c.warned, c.pressing, c.expired, c.done}) {
                INFO(words.name().toStdString() << " on " << ground.name().toStdString());
                CHECK(ui::contrast(words, ground) >= 4.5);
            }
}

TEST_CASE("Outlines, the focus ring and filled alarms stand out", "[ui][theme]")
{
    for (const ui::Colours& c : {ui::darkColours(), ui::lightColours()}) {
        CHECK(ui::contrast(c.border, c.surface) >= 3);
        CHECK(ui::contrast(c.focus, c.surface) >= 3);
        CHECK(ui::contrast(c.onAccent, c.accent) >= 4.5);
        for (const QColor& alarm : {c.warned, c.pressing, c.expired})
            CHECK(ui::contrast(c.onAlarm, alarm) >= 4.5);
    }
}

TEST_CASE("What an empty line asks for is read as well as a caption", "[ui][theme]")
{
    ui::Theme theme;
    QLineEdit line;
    QLabel words(u"Words"_s);
    for (const auto choice : {ui::ThemeChoice::Dark, ui::ThemeChoice::Light}) {
        theme.choose(choice);
        line.ensurePolished();
        words.ensurePolished();
        const ui::Colours& colours = ui::coloursOf(QApplication::palette());

        CHECK(line.palette().color(QPalette::PlaceholderText) == colours.quiet);
        CHECK(line.palette().color(QPalette::Text) == colours.text);
        CHECK(words.palette().color(QPalette::WindowText) == colours.text);
    }
}

TEST_CASE("Zoom stays between 100 and 250 per cent and grows the font at once", "[ui][theme]")
{
    ui::Theme theme;
    const double usual = QApplication::font().pointSizeF();

    theme.zoomTo(200);
    CHECK(QApplication::font().pointSizeF() == Approx(usual * 2));
    theme.zoomTo(900);
    CHECK(theme.zoom() == 250);
    theme.zoomTo(10);
    CHECK(theme.zoom() == 100);
}

TEST_CASE("Every colour and size of the style sheet is known", "[ui][theme]")
{
    ui::Theme theme;
    for (const auto choice : {ui::ThemeChoice::Dark, ui::ThemeChoice::Light}) {
        theme.choose(choice);
        CHECK_FALSE(qApp->styleSheet().isEmpty());
        CHECK_FALSE(qApp->styleSheet().contains(u'@'));
        CHECK_FALSE(qApp->styleSheet().contains(u": ;"_s));
    }
}
