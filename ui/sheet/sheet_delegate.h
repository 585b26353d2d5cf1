#pragma once

#include "ui/form/field_choices.h"

#include <QStyledItemDelegate>

#include <functional>
#include <map>

namespace ui {

struct SheetRow;

/// A cell of a sheet: its words over as many lines as they need, each run in its ink. A column may
/// be edited in place, by choosing from a list.
class SheetDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using Choices = std::function<FieldChoices(const SheetRow&)>;

    using QStyledItemDelegate::QStyledItemDelegate;

    void setChoices(int column, const QString& name, Choices choices);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(
        QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

signals:
    /// Somebody chose in the cell and left it with Enter.
    void chosen(const QModelIndex& index, const QString& value) const;

private:
    struct Editing {
        QString name; ///< to be spoken
        Choices choices;
    };

    std::map<int, Editing> m_editing;
};

}
