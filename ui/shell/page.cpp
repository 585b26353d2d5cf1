#include "ui/shell/page.h"

namespace ui {

bool Page::showRecord(const core::Subject&, const core::PartId&)
{
    return false;
}

bool Page::openForm(const QString&)
{
    return false;
}

bool Page::takeFiles(const QStringList&)
{
    return false;
}

void Page::focusFirst()
{
    const auto widgets = findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (widget->isVisibleTo(this) && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus)) {
            widget->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

}
