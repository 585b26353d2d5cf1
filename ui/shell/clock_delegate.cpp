#include "ui/shell/clock_delegate.h"

#include "ui/shell/clock_model.h"
#include "ui/theme/alarm_look.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace ui {

namespace {

struct Placed {
    QRect shape;
    QRect left;
    QRect title;
    QRect whose;
};

int pad(const QFontMetrics& metrics)
{
    return metrics.height() / 3;
}

QRect wrapped(const QFontMetrics& metrics, int x, int y, int width, const QString& text)
{
    const QRect needed = metrics.boundingRect(
        QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap | Qt::AlignLeft, text);
    return {x, y, width, needed.height()};
}

Placed place(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QFontMetrics& plain = option.fontMetrics;
    QFont boldFont = option.font;
    boldFont.setBold(true);
    const QFontMetrics bold(boldFont);
    const int gap = pad(plain);
    const int side = plain.ascent();
    const int x = option.rect.left() + gap * 2 + side + gap;
    const int width = option.rect.right() - gap - x;
    Placed placed;
    placed.left = wrapped(
        bold, x, option.rect.top() + gap, width, index.data(ClockModel::LeftRole).toString());
    placed.shape = {option.rect.left() + gap * 2, placed.left.top() + 1, side, side};
    placed.title = wrapped(
        plain, x, placed.left.bottom() + 1, width, index.data(ClockModel::TitleRole).toString());
    placed.whose = wrapped(
        plain, x, placed.title.bottom() + 1, width, index.data(ClockModel::WhoseRole).toString());
    return placed;
}

}

void ClockDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursOf(option.palette);
    const auto alarm = static_cast<core::Alarm>(index.data(ClockModel::AlarmRole).toInt());
    const Placed placed = place(option, index);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.selection);
    paintAlarm(*painter, placed.shape, alarm, colours);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(alarmColour(alarm, colours));
    painter->drawText(placed.left, Qt::TextWordWrap, index.data(ClockModel::LeftRole).toString());
    painter->setFont(option.font);
    painter->setPen(colours.text);
    painter->drawText(placed.title, Qt::TextWordWrap, index.data(ClockModel::TitleRole).toString());
    painter->setPen(colours.quiet);
    painter->drawText(placed.whose, Qt::TextWordWrap, index.data(ClockModel::WhoseRole).toString());
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colours.focus, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize ClockDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem wide = option;
    if (option.widget)
        if (const auto* view = qobject_cast<const QAbstractScrollArea*>(option.widget))
            wide.rect.setWidth(view->viewport()->width());
    const Placed placed = place(wide, index);
    return {wide.rect.width(), placed.whose.bottom() - wide.rect.top() + pad(option.fontMetrics)};
}

}
