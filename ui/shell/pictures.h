#pragma once

#include <QString>
#include <QStringList>

namespace ui {

class MainWindow;

/// Writes a picture of every page at 1366×768 and 1920×1080, dark and light, into `folder`; the
/// files written. Throws std::runtime_error naming the file that cannot be written.
QStringList writePictures(MainWindow& window, const QString& folder);

}
