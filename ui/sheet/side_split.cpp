#include "ui/sheet/side_split.h"

#include <QResizeEvent>

namespace ui {

// In line heights.
static constexpr int widthForBeside = 34;
static constexpr int leastHeight = 14;

SideSplit::SideSplit(QWidget* main, QWidget* side, QWidget* parent) : QSplitter(parent)
{
    addWidget(main);
    addWidget(side);
    setStretchFactor(0, 5);
    setStretchFactor(1, 2);
    setChildrenCollapsible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
}

QSize SideSplit::minimumSizeHint() const
{
    const QSize least = QSplitter::minimumSizeHint();
    return {least.width(), std::max(least.height(), leastHeight * fontMetrics().height())};
}

void SideSplit::resizeEvent(QResizeEvent* event)
{
    const bool beside = event->size().width() >= widthForBeside * fontMetrics().height();
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    // Shared out at the first size too: it is beside by itself, and would be halved.
    if (orientation() != wanted || !m_shared) {
        m_shared = true;
        setOrientation(wanted);
        const int whole = beside ? event->size().width() : event->size().height();
        setSizes({whole * 5 / 7, whole * 2 / 7});
    }
    QSplitter::resizeEvent(event);
}

}
