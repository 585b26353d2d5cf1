#include "ui/case/timeline_delegate.h"

#include "ui/case/timeline_model.h"
#include "ui/theme/colours.h"
#include "ui/widgets/list_row.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Placed {
    QRect time;
    QRect words;
    QRect below;
};

QString belowText(const QModelIndex& index)
{
    const QString by = index.data(TimelineModel::ByRole).toString();
    const QString mark = index.data(TimelineModel::MarkRole).toString();
    return mark.isEmpty() || by.isEmpty() ? by + mark : u"%1 · %2"_s.arg(by, mark);
}

Placed place(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QFontMetrics& metrics = option.fontMetrics;
    const int gap = metrics.height() / 3;
    const int timeWidth = metrics.horizontalAdvance(u"Wed 00:00 "_s);
    const QRect inside = option.rect.adjusted(gap * 2, gap, -gap, 0);
    const auto fit = [&](int x, int y, int width, const QString& text) {
        const int height = text.isEmpty()
            ? 0
            : metrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, text)
                  .height();
        return QRect(x, y, width, height);
    };
    Placed placed;
    placed.time = fit(
        inside.left(), inside.top(), timeWidth, index.data(TimelineModel::TimeRole).toString());
    const int x = inside.left() + timeWidth;
    const int width = std::max(inside.right() - x, metrics.height() * 4);
    placed.words = fit(x, inside.top(), width, index.data(TimelineModel::TextRole).toString());
    placed.below = fit(x, placed.words.bottom() + 1, width, belowText(index));
    return placed;
}

}

void TimelineDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursOf(option.palette);
    const Placed placed = place(option, index);
    const bool corrected = index.data(TimelineModel::CorrectedRole).toBool();
    painter->save();
    paintRowGround(*painter, option);
    painter->setPen(colours.quiet);
    painter->drawText(
        placed.time, Qt::TextWordWrap, index.data(TimelineModel::TimeRole).toString());
    QFont font = option.font;
    font.setStrikeOut(corrected);
    painter->setFont(font);
    painter->setPen(corrected ? colours.quiet : colours.text);
    painter->drawText(
        placed.words, Qt::TextWordWrap, index.data(TimelineModel::TextRole).toString());
    painter->setFont(option.font);
    painter->setPen(colours.quiet);
    painter->drawText(placed.below, Qt::TextWordWrap, belowText(index));
    paintRowFrame(*painter, option);
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStyleOptionViewItem wide = acrossList(option);
    const Placed placed = place(wide, index);
    const int bottom = std::max(placed.time.bottom(), placed.below.bottom());
    return {wide.rect.width(), bottom - wide.rect.top() + option.fontMetrics.height() / 3};
}

}
