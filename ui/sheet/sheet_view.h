#pragma once

#include "ui/sheet/sheet_model.h"

#include <QTableView>

class QAction;

namespace ui {

class SheetDelegate;

/// A sheet as a table: its columns fit the width as far as their longest words do, nothing is cut
/// off. Enter opens the record behind a row; it stays on its row while rows come and go.
class SheetView : public QTableView {
    Q_OBJECT

public:
    SheetView(const QString& name, const QString& spoken, std::vector<core::GridColumn> columns,
        QWidget* parent = nullptr);

    void setRows(std::vector<SheetRow> rows);
    SheetModel& sheet() const { return *m_sheet; }
    SheetDelegate& cells() const { return *m_cells; }
    const SheetRow* current() const;
    void select(const QString& key);
    /// A key of its own while the sheet has the keyboard.
    QAction* addKey(const QString& name, const QString& text, const QKeySequence& key);

signals:
    void opened(const ui::SheetRow& row);
    void currentRowChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void fit();
    void spanHeadings();

    SheetModel* m_sheet;
    SheetDelegate* m_cells;
};

}
