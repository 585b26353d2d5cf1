#include "ui/widgets/tall_scroll.h"

#include <QEvent>
#include <QVBoxLayout>

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

// The scroll bar takes width, and less width can need more height. What takes the height that is
// left over hints at none: its least height counts.
void TallScroll::fit()
{
    const QLayout* layout = widget()->layout();
    const int width = viewport()->width();
    const int needed = layout && layout->hasHeightForWidth()
        ? std::max(layout->totalHeightForWidth(width), layout->totalMinimumHeightForWidth(width))
        : 0;
    if (needed > 0 && widget()->minimumHeight() != needed)
        widget()->setMinimumHeight(needed);
}

QVBoxLayout* tallLayout(QWidget* page)
{
    auto* scroll = new TallScroll(new QWidget);
    (new QVBoxLayout(page))->addWidget(scroll);
    auto* layout = new QVBoxLayout(scroll->widget());
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

namespace {

/// Keeps a widget so many lines high while its font changes.
class LeastLines : public QObject {
public:
    LeastLines(QWidget* widget, int lines) : QObject(widget), m_widget(widget), m_lines(lines)
    {
        widget->installEventFilter(this);
        keep();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::FontChange)
            keep();
        return QObject::eventFilter(watched, event);
    }

private:
    void keep() { m_widget->setMinimumHeight(m_lines * m_widget->fontMetrics().height()); }

    QWidget* m_widget;
    int m_lines;
};

}

void takeLeftHeight(QWidget* widget, int lines)
{
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    new LeastLines(widget, lines);
}

}
