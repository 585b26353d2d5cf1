#include "ui/theme/alarm_look.h"

#include <QPainterPath>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QPolygonF polygon(const QRectF& box, int corners, double turn)
{
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i + turn) / corners;
        shape << box.center()
                + QPointF(std::sin(angle) * box.width() / 2, -std::cos(angle) * box.height() / 2);
    }
    return shape;
}

void fill(QPainter& painter, const QPolygonF& shape, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(shape);
}

void paintMark(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.setPen(QPen(colour, std::max(1.5, box.width() / 9), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(box.center().x(), box.top() + box.height() * 0.30),
        QPointF(box.center().x(), box.top() + box.height() * 0.56));
    painter.drawPoint(QPointF(box.center().x(), box.top() + box.height() * 0.76));
}

}

QColor alarmColour(core::Alarm alarm, const Colours& colours)
{
    switch (alarm) {
    case core::Alarm::Calm: return colours.calm;
    case core::Alarm::Warned: return colours.warned;
    case core::Alarm::Pressing: return colours.pressing;
    case core::Alarm::Expired: return colours.expired;
    case core::Alarm::Silent: return colours.quiet;
    }
    return {};
}

QString alarmWord(core::Alarm alarm)
{
    switch (alarm) {
    case core::Alarm::Calm: return u"running"_s;
    case core::Alarm::Warned: return u"warning"_s;
    case core::Alarm::Pressing: return u"due soon"_s;
    case core::Alarm::Expired: return u"expired"_s;
    case core::Alarm::Silent: return u"ended"_s;
    }
    return {};
}

void paintAlarm(QPainter& painter, const QRectF& box, core::Alarm alarm, const Colours& colours)
{
    const QColor colour = alarmColour(alarm, colours);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (alarm) {
    case core::Alarm::Expired:
        fill(painter, polygon(box, 8, 0.5), colour);
        paintMark(painter, box, colours.onAlarm);
        break;
    case core::Alarm::Pressing:
        fill(painter, polygon(box.translated(0, box.height() * 0.06), 3, 0), colour);
        paintMark(painter, box.adjusted(0, box.height() * 0.08, 0, 0), colours.onAlarm);
        break;
    case core::Alarm::Warned: fill(painter, polygon(box, 4, 0), colour); break;
    case core::Alarm::Calm:
        painter.setPen(QPen(colour, std::max(1.5, box.width() / 8)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(2, 2, -2, -2));
        break;
    case core::Alarm::Silent:
        painter.setPen(QPen(colour, std::max(1.5, box.width() / 8)));
        painter.drawLine(
            QPointF(box.left() + 3, box.center().y()), QPointF(box.right() - 3, box.center().y()));
        break;
    }
    painter.restore();
}

}
