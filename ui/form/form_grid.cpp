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

std::vector<FormGrid::Line> FormGrid::lines(bool two) const
{
    std::vector<Line> lines;
    for (const Place& each : m_places) {
        if (each.item->isEmpty())
            continue;
        const bool halves = two && !each.wide;
        if (halves && !lines.empty() && !lines.back().first->wide && !lines.back().second)
            lines.back().second = &each;
        else
            lines.push_back({&each, nullptr});
    }
    return lines;
}

int FormGrid::place(const QRect& rect, bool really) const
{
    const int gap = std::max(em() / 2, 6);
    const bool two = rect.width() >= em() * 28;
    const int half = two ? (rect.width() - gap) / 2 : rect.width();
    const auto put = [&](const Place& place, int x, int y) {
        const int width = place.wide ? rect.width() : half;
        const int height = heightOf(place.item, width);
        if (really)
            place.item->setGeometry(QRect(x, y, width, height));
        return height;
    };
    int y = rect.top();
    for (const Line& line : lines(two)) {
        const int first = put(*line.first, rect.left(), y);
        const int second = line.second ? put(*line.second, rect.left() + half + gap, y) : 0;
        y += std::max(first, second) + gap;
    }
    return std::max(y - gap, rect.top()) - rect.top();
}

}
