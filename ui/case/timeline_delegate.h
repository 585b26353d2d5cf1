#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// A line of the timeline: its time on the left, the words beside it, who and what is special
/// below. Corrected words are ruled through and stay readable.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
