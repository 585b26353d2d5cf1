#include "app/window/settings.h"

#include "ui/desk/desk_service.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QScreen>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace {

constexpr int smallScreen = 800; ///< lines of pixels; on these the window takes all there is

ui::ThemeChoice choiceNamed(const QString& name)
{
    return name == u"light"_s ? ui::ThemeChoice::Light
        : name == u"system"_s ? ui::ThemeChoice::System
                              : ui::ThemeChoice::Dark;
}

QString nameOf(ui::ThemeChoice choice)
{
    switch (choice) {
    case ui::ThemeChoice::Dark: return u"dark"_s;
    case ui::ThemeChoice::Light: return u"light"_s;
    case ui::ThemeChoice::System: return u"system"_s;
    }
    return {};
}

}

WindowSettings readSettings()
{
    const QSettings stored;
    return {stored.value(u"geometry"_s).toByteArray(),
        stored.value(u"theme"_s, u"dark"_s).toString(), stored.value(u"zoom"_s, 100).toInt(),
        stored.value(u"login"_s).toString(), stored.value(u"store"_s).toString()};
}

void writeSettings(const WindowSettings& settings)
{
    QSettings stored;
    stored.setValue(u"geometry"_s, settings.geometry);
    stored.setValue(u"theme"_s, settings.theme);
    stored.setValue(u"zoom"_s, settings.zoom);
    stored.setValue(u"login"_s, settings.login);
    stored.setValue(u"store"_s, settings.store);
}

void apply(const WindowSettings& settings, ui::MainWindow& window)
{
    window.theme().choose(choiceNamed(settings.theme));
    window.theme().zoomTo(settings.zoom);
    window.resize(QSize(1366, 768).boundedTo(window.screen()->availableSize()));
    if (settings.geometry.isEmpty() && window.screen()->availableSize().height() <= smallScreen)
        window.setWindowState(Qt::WindowMaximized);
    window.restoreGeometry(settings.geometry);
}

WindowSettings settingsOf(const ui::MainWindow& window)
{
    const auto user = window.desk().user();
    return {window.saveGeometry(), nameOf(window.theme().choice()), window.theme().zoom(),
        user ? user->login : QString(), readSettings().store};
}
