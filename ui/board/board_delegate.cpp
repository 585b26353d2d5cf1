#include "ui/board/board_delegate.h"

#include "ui/board/board_model.h"
#include "ui/theme/alarm_look.h"

#include <QPainter>
#include <QTextLayout>

namespace ui {

namespace {

constexpr int mostEntryLines = 3;

using Line = BoardDelegate::Line;

int pad(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.height() / 3;
}

QFont fontOf(const QStyleOptionViewItem& option, bool bold)
{
    QFont font = option.font;
    font.setBold(bold);
    return font;
}

int heightOf(const QStyleOptionViewItem& option, const Line& line, int width)
{
    if (line.text.isEmpty())
        return 0;
    const QFontMetrics metrics(fontOf(option, line.bold));
    return metrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, line.text)
        .height();
}

QColor colourOf(const QModelIndex& index, const Colours& colours)
{
    if (index.column() != BoardModel::NextClock)
        return colours.text;
    return alarmColour(
        static_cast<core::Alarm>(index.data(BoardModel::AlarmRole).toInt()), colours);
}

bool isBold(int column)
{
    return column == BoardModel::Person || column == BoardModel::NextClock
        || column == BoardModel::Urgency;
}

// A long entry ends after three lines; all of it stands in the case.
QString shortened(const QStyleOptionViewItem& option, const QModelIndex& index, int width)
{
    QString text = index.data().toString();
    if (index.column() != BoardModel::LastEntry)
        return text;
    QTextLayout layout(text, option.font);
    layout.beginLayout();
    int lastLine = 0;
    for (int line = 0; line < mostEntryLines; ++line) {
        QTextLine placed = layout.createLine();
        if (!placed.isValid())
            return text;
        placed.setLineWidth(width);
        lastLine = placed.textStart();
    }
    return text.left(lastLine)
        + option.fontMetrics.elidedText(text.mid(lastLine), Qt::ElideRight, width);
}

Line badgeOf(const QModelIndex& index, const Colours& colours)
{
    return {index.data(BoardModel::BadgeRole).toString(),
        index.data(BoardModel::ContestedRole).toBool() ? colours.expired : colours.warned, true};
}

int indentOf(const QStyleOptionViewItem& option, int column)
{
    return column == BoardModel::NextClock ? option.fontMetrics.height() : 0;
}

}

bool BoardDelegate::showsSecond(int column) const
{
    return m_stacked || column == BoardModel::Urgency || column == BoardModel::Responsible
        || column == BoardModel::NextClock;
}

std::vector<BoardDelegate::Line> BoardDelegate::linesOf(
    const QStyleOptionViewItem& option, const QModelIndex& index, int width) const
{
    const Colours& colours = coloursOf(option.palette);
    std::vector<Line> lines{
        {shortened(option, index, width), colourOf(index, colours), isBold(index.column())}};
    if (showsSecond(index.column()))
        lines.push_back({index.data(BoardModel::SecondLineRole).toString(), colours.quiet, false});
    lines.push_back(badgeOf(index, colours));
    return lines;
}

void BoardDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursOf(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, selected ? colours.selection : colours.surface);
    painter->setPen(colours.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int gap = pad(option);
    QRect room = option.rect.adjusted(gap, gap / 2 + 1, -gap, 0);
    if (index.column() == BoardModel::NextClock) {
        const int side = option.fontMetrics.ascent();
        paintAlarm(*painter, QRectF(room.left(), room.top() + 2, side, side),
            static_cast<core::Alarm>(index.data(BoardModel::AlarmRole).toInt()), colours);
    }
    room.setLeft(room.left() + indentOf(option, index.column()));
    for (const Line& line : linesOf(option, index, room.width())) {
        painter->setFont(fontOf(option, line.bold));
        painter->setPen(line.colour);
        painter->drawText(room, Qt::TextWordWrap, line.text);
        room.setTop(room.top() + heightOf(option, line, room.width()));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colours.focus, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int gap = pad(option);
    const int width = option.rect.width() - 2 * gap - indentOf(option, index.column());
    const int room = std::max(width, option.fontMetrics.height());
    int height = 0;
    for (const Line& line : linesOf(option, index, room))
        height += heightOf(option, line, room);
    return {option.rect.width(), height + gap + 2};
}

}
