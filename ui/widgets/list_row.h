#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace ui {

// What rows of a list that paints its own words have in common.

/// The ground of a row; a selected one has a bar at its left.
void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option);
/// The line below a row and the ring of the one that has the keyboard.
void paintRowFrame(QPainter& painter, const QStyleOptionViewItem& option);
/// The option of a row that is as wide as its list shows.
QStyleOptionViewItem acrossList(const QStyleOptionViewItem& option);

}
