#pragma once

#include <QByteArray>
#include <QString>

namespace ui {
class MainWindow;
}

/// What this computer remembers of the window between two starts; nothing of the records.
struct WindowSettings {
    QByteArray geometry;
    QString theme; ///< "dark", "light", "system"
    int zoom = 100; ///< per cent
    QString login; ///< who was at this desk last
    QString store; ///< the one gone on in after damage; empty: the usual one
};

WindowSettings readSettings();
void writeSettings(const WindowSettings& settings);

/// Puts the window as the settings say, and back into settings.
void apply(const WindowSettings& settings, ui::MainWindow& window);
WindowSettings settingsOf(const ui::MainWindow& window);
