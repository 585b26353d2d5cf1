#include "ui/sheet/side_split.h"

#include <QResizeEvent>

namespace ui {

static constexpr int widthForBeside = 34; // line heights

SideSplit::SideSplit(QWidget* main, QWidget* side, QWidget* parent) : QSplitter(parent)
{
    addWidget(main);
    addWidget(side);
    setStretchFactor(0, 5);
    setStretchFactor(1, 2);
    setChildrenCollapsible(false);
}

void SideSplit::resizeEvent(QResizeEvent* event)
{
    const bool beside = event->size().width() >= widthForBeside * fontMetrics().height();
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    if (orientation() != wanted) {
        setOrientation(wanted);
        const int whole = beside ? event->size().width() : event->size().height();
        setSizes({whole * 5 / 7, whole * 2 / 7});
    }
    QSplitter::resizeEvent(event);
}

}
