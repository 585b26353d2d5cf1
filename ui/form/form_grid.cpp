#include "ui/form/form_grid.h"

#include <QStyle>
#include <QWidget>

namespace ui {

namespace {

int heightOf(const QLayoutItem* item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

}

FormGrid::FormGrid(QWidget* parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FormGrid::~FormGrid()
{
    while (QLayoutItem* item = FormGrid::takeAt(0))
        delete item;
}

void FormGrid::add(QWidget* widget, bool wide)
{
    addWidget(widget);
    m_places.back().wide = wide;
}

void FormGrid::addItem(QLayoutItem* item)
{
    m_places.push_back({item, false});
}

QLayoutItem* FormGrid::itemAt(int index) const
{
    return index >= 0 && index < FormGrid::count() ? m_places[static_cast<std::size_t>(index)].item
                                                   : nullptr;
}

QLayoutItem* FormGrid::takeAt(int index)
{
    QLayoutItem* item = FormGrid::itemAt(index);
    if (item)
        m_places.erase(m_places.begin() + index);
    return item;
}

int FormGrid::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FormGrid::sizeHint() const
{
    const int width = em() * 34;
    return {width, heightForWidth(width)};
}

QSize FormGrid::minimumSize() const
{
    QSize size;
    for (const Place& each : m_places)
        size = size.expandedTo(QSize(each.item->minimumSize().width(), 0));
    return size;
}

void FormGrid::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FormGrid::em() const
{
    return parentWidget() ? parentWidget()->fontMetrics().height() : 16;
}

int FormGrid::place(const QRect& rect, bool really) const
{
    const int gap = std::max(em() / 2, 6);
    const bool two = rect.width() >= em() * 28;
    const int half = two ? (rect.width() - gap) / 2 : rect.width();
    int y = rect.top();
    int lineHeight = 0;
    bool second = false;
    for (const Place& each : m_places) {
        if (each.item->isEmpty())
            continue;
        const bool whole = each.wide || !two;
        if (second && whole) {
            y += lineHeight + gap;
            second = false;
        }
        const int width = whole ? rect.width() : half;
        const int height = heightOf(each.item, width);
        const int x = rect.left() + (second ? half + gap : 0);
        if (really)
            each.item->setGeometry(QRect(x, y, width, height));
        lineHeight = second ? std::max(lineHeight, height) : height;
        if (whole || second)
            y += lineHeight + gap;
        second = !whole && !second;
    }
    return (second ? y + lineHeight : std::max(y - gap, rect.top())) - rect.top();
}

}
