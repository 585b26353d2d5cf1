#include "ui/board/board_delegate.h"

#include "ui/board/board_model.h"
#include "ui/theme/alarm_look.h"
#include "ui/widgets/word_lines.h"

#include <QPainter>

#include <cmath>

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
    WordLines words(line.text, fontOf(option, line.bold));
    return static_cast<int>(std::ceil(words.setWidth(width)));
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
    WordLines lines(text, option.font);
    lines.setWidth(width);
    if (lines.count() <= mostEntryLines)
        return text;
    const int lastLine = lines.startOf(mostEntryLines - 1);
    return text.left(lastLine)
        + option.fontMetrics.elidedText(text.mid(lastLine), Qt::ElideRight, width);
}

Line badgeOf(const QModelIndex& index, const Colours& colours)
{
    return {index.data(BoardModel::BadgeRole).toString(),
        index.data(BoardModel::ContestedRole).toBool() ? colours.expired : colours.warned, true};
}

}

int BoardDelegate::indentOf(const QFontMetrics& metrics, int column)
{
    return column == BoardModel::NextClock ? metrics.height() : 0;
}

QString BoardDelegate::wordsOf(const QModelIndex& index) const
{
    QStringList words{index.data().toString(), index.data(BoardModel::BadgeRole).toString()};
    if (showsSecond(index.column()))
        words.append(index.data(BoardModel::SecondLineRole).toString());
    return words.join(u'\n');
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
    room.setLeft(room.left() + indentOf(option.fontMetrics, index.column()));
    for (const Line& line : linesOf(option, index, room.width())) {
        if (line.text.isEmpty())
            continue;
        WordLines words(line.text, fontOf(option, line.bold));
        const double height = words.setWidth(room.width());
        painter->setPen(line.colour);
        words.draw(*painter, room.topLeft());
        room.setTop(room.top() + static_cast<int>(std::ceil(height)));
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
    const int width = option.rect.width() - 2 * gap - indentOf(option.fontMetrics, index.column());
    const int room = std::max(width, option.fontMetrics.height());
    int height = 0;
    for (const Line& line : linesOf(option, index, room))
        height += heightOf(option, line, room);
    return {option.rect.width(), height + gap + 2};
}

}
