#include "ui/handover/handover_delegate.h"

#include "ui/handover/handover_model.h"
#include "ui/theme/alarm_look.h"
#include "ui/widgets/list_row.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Placed {
    QRect person;
    QRect sign;
    QRect standing;
    QRectF shape;
    QRect clock;
    QRect about;
    int bottom = 0;
};

QString text(const QModelIndex& index, HandoverModel::Role role)
{
    return index.data(role).toString();
}

QFont bold(const QStyleOptionViewItem& option)
{
    QFont font = option.font;
    font.setBold(true);
    return font;
}

QRect wrapped(const QFontMetrics& metrics, const QPoint& at, int width, const QString& words)
{
    const int height
        = metrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, words)
              .height();
    return {at, QSize(width, height)};
}

Placed place(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QFontMetrics& plain = option.fontMetrics;
    const QFontMetrics strong(bold(option));
    const int gap = plain.height() / 3;
    const int mark = plain.height() + gap;
    const int left = option.rect.left() + gap * 2;
    const int width = std::max(option.rect.right() - gap - left - mark, plain.height() * 5);
    Placed placed;
    placed.person = wrapped(strong, {left, option.rect.top() + gap}, width + mark,
        text(index, HandoverModel::PersonRole));
    const QPoint second(left + mark, placed.person.bottom() + 2);
    placed.standing = wrapped(strong, second, width, text(index, HandoverModel::StandingRole));
    placed.sign = QRect(left, second.y(), mark, plain.height());
    const QPoint third(left + mark, placed.standing.bottom() + 2);
    placed.clock = wrapped(plain, third, width, text(index, HandoverModel::ClockRole));
    placed.shape = QRectF(left, third.y() + 1, plain.ascent(), plain.ascent());
    const QPoint fourth(left + mark, placed.clock.bottom() + 2);
    placed.about = wrapped(plain, fourth, width, text(index, HandoverModel::AboutRole));
    placed.bottom = placed.about.bottom() + gap;
    return placed;
}

QColor standingColour(const QByteArray& role, const Colours& colours)
{
    if (role == "done")
        return colours.done;
    if (role == "refusal")
        return colours.expired;
    return role == "owed" ? colours.warned : colours.text;
}

void paintWords(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
    const Placed& placed)
{
    const Colours& colours = coloursOf(option.palette);
    const auto alarm = static_cast<core::Alarm>(index.data(HandoverModel::AlarmRole).toInt());
    painter.setFont(bold(option));
    painter.setPen(colours.text);
    painter.drawText(placed.person, Qt::TextWordWrap, text(index, HandoverModel::PersonRole));
    painter.setPen(
        standingColour(index.data(HandoverModel::StandingDressRole).toByteArray(), colours));
    painter.drawText(placed.sign, Qt::AlignLeft, text(index, HandoverModel::SignRole));
    painter.drawText(placed.standing, Qt::TextWordWrap, text(index, HandoverModel::StandingRole));
    painter.setFont(option.font);
    paintAlarm(painter, placed.shape, alarm, colours);
    painter.setPen(alarmColour(alarm, colours));
    painter.drawText(placed.clock, Qt::TextWordWrap, text(index, HandoverModel::ClockRole));
    painter.setPen(colours.quiet);
    painter.drawText(placed.about, Qt::TextWordWrap, text(index, HandoverModel::AboutRole));
}

}

void HandoverDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintRowGround(*painter, option);
    paintWords(*painter, option, index, place(option, index));
    paintRowFrame(*painter, option);
    painter->restore();
}

QSize HandoverDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStyleOptionViewItem wide = acrossList(option);
    return {wide.rect.width(), place(wide, index).bottom - wide.rect.top()};
}

}
