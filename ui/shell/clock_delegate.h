#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// A clock in three lines: shape and time left; its title; whose it is and by which clause.
class ClockDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
