#pragma once

#include "core/clock/deadline.h"
#include "ui/theme/colours.h"

#include <QPainter>
#include <QString>

namespace ui {

// An alarm level is told by a colour, a shape and a word together, never by one alone.

QColor alarmColour(core::Alarm alarm, const Colours& colours);
/// "expired", "due soon", "warning", "running", "ended".
QString alarmWord(core::Alarm alarm);

/// Draws the level's shape inside `box`: octagon expired, triangle pressing, diamond warned, ring
/// calm, dash silent.
void paintAlarm(QPainter& painter, const QRectF& box, core::Alarm alarm, const Colours& colours);

}
