#include "ui/widgets/tall_scroll.h"

#include <QEvent>

namespace ui {

TallScroll::TallScroll(QWidget* contents, QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(contents);
}

bool TallScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void TallScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

// The scroll bar takes width, and less width can need more height.
void TallScroll::fit()
{
    const int needed = widget()->heightForWidth(viewport()->width());
    if (needed > 0 && widget()->minimumHeight() != needed)
        widget()->setMinimumHeight(needed);
}

void takeLeftHeight(QWidget* widget, int lines)
{
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    widget->setMinimumHeight(lines * widget->fontMetrics().height());
}

}
