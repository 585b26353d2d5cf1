#pragma once

#include "core/journal/subject.h"
#include "core/paper/paper.h"

#include <QAbstractTableModel>

#include <set>
#include <vector>

namespace ui {

/// A row of a sheet on screen: the same words in the same inks as on paper.
struct SheetRow {
    QString key; ///< what names it from one reading to the next
    std::vector<core::Words> cells; ///< one a column
    core::Subject opens; ///< the record behind it; null id: none
    core::PartId part;
    bool heading = false; ///< names the rows below it, in its first cell

    bool operator==(const SheetRow&) const = default;
};

/// The rows of a sheet. Reads no record: a page hands it what core made of them.
class SheetModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { HeadingRole = Qt::UserRole, RightRole };

    explicit SheetModel(std::vector<core::GridColumn> columns, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    const SheetRow& row(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    const core::Words& cell(const QModelIndex& index) const;
    const std::vector<core::GridColumn>& columns() const { return m_columns; }
    int rowOf(const QString& key) const;
    /// The first that is no heading, or -1.
    int firstRow() const;

    void setRows(std::vector<SheetRow> rows);
    /// Cells of these columns are edited in place.
    void setEditable(std::set<int> columns) { m_editable = std::move(columns); }

private:
    std::vector<core::GridColumn> m_columns;
    std::vector<SheetRow> m_rows;
    std::set<int> m_editable;
};

}
