#pragma once

#include <QIcon>
#include <QString>

namespace ui {

/// A line icon from resources/icons in the text colour of the palette, at any size and zoom.
QIcon icon(const QString& name);

}
