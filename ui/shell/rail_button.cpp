#include "ui/shell/rail_button.h"

#include "ui/theme/colours.h"

#include <QAction>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

void RailButton::setBadge(int number, const QString& spoken)
{
    const QString title = defaultAction() ? defaultAction()->text() : text();
    setAccessibleName(number > 0 ? u"%1, %2"_s.arg(title, spoken) : title);
    if (m_badge == number)
        return;
    m_badge = number;
    update();
}

QFont RailButton::badgeFont() const
{
    QFont small = font();
    small.setBold(true);
    small.setPointSizeF(font().pointSizeF() * 0.85);
    return small;
}

QSize RailButton::sizeHint() const
{
    const QSize plain = QToolButton::sizeHint();
    if (toolButtonStyle() != Qt::ToolButtonTextBesideIcon)
        return plain;
    return plain + QSize(QFontMetrics(badgeFont()).height() * 3 / 2, 0);
}

QString RailButton::badgeWords() const
{
    return m_badge > 99 ? u"99+"_s : QString::number(m_badge);
}

QRect RailButton::badgePlace() const
{
    const QFontMetrics metrics(badgeFont());
    const int high = metrics.height();
    const int wide = std::max(high, metrics.horizontalAdvance(badgeWords()) + high / 2);
    const bool beside = toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    return {width() - wide - high / 4, beside ? (height() - high) / 2 : high / 8, wide, high};
}

void RailButton::mousePressEvent(QMouseEvent* event)
{
    if (m_badge > 0 && event->button() == Qt::LeftButton
        && badgePlace().contains(event->position().toPoint())) {
        event->accept();
        emit badgeChosen();
        return;
    }
    QToolButton::mousePressEvent(event);
}

void RailButton::paintEvent(QPaintEvent* event)
{
    QToolButton::paintEvent(event);
    if (m_badge <= 0)
        return;
    const Colours& colours = coloursOf(QGuiApplication::palette());
    const QRect place = badgePlace();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.warned);
    painter.drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0);
    painter.setFont(badgeFont());
    painter.setPen(colours.onAlarm);
    painter.drawText(place, Qt::AlignCenter, badgeWords());
}

}
