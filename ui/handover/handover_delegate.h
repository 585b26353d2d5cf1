#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// A line of the handover: the person, where the line stands with its sign, the next clock with its
/// shape, the case. Everything wraps, nothing is cut off.
class HandoverDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
