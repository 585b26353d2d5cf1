#include "ui/widgets/list_row.h"

#include "ui/theme/colours.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace ui {

void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    const Colours& colours = coloursOf(option.palette);
    painter.fillRect(option.rect, colours.selection);
    painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
}

void paintRowFrame(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Colours& colours = coloursOf(option.palette);
    painter.setPen(colours.line);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (!(option.state & QStyle::State_HasFocus))
        return;
    painter.setPen(QPen(colours.focus, 2));
    painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
}

QStyleOptionViewItem acrossList(const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem wide = option;
    if (const auto* view = qobject_cast<const QAbstractScrollArea*>(option.widget))
        wide.rect.setWidth(view->viewport()->width());
    return wide;
}

}
