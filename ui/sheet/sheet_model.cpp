#include "ui/sheet/sheet_model.h"

using namespace Qt::StringLiterals;

namespace ui {

SheetModel::SheetModel(std::vector<core::GridColumn> columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

int SheetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SheetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const core::Words& SheetModel::cell(const QModelIndex& index) const
{
    static const core::Words none;
    const SheetRow& each = row(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    return column < each.cells.size() ? each.cells[column] : none;
}

QVariant SheetModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: return cell(index).plain();
    case Qt::AccessibleTextRole:
        return row(index.row()).heading
            ? cell(index).plain()
            : u"%1: %2"_s.arg(m_columns[static_cast<std::size_t>(index.column())].title,
                cell(index).plain().replace(u'\n', u", "_s));
    case HeadingRole: return row(index.row()).heading;
    case RightRole:
        return m_columns[static_cast<std::size_t>(index.column())].side == core::Side::Right;
    default: return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const core::GridColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole && column.side == core::Side::Right)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

// The keyboard steps over headings.
Qt::ItemFlags SheetModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || row(index.row()).heading)
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return m_editable.contains(index.column()) ? usual | Qt::ItemIsEditable : usual;
}

int SheetModel::rowOf(const QString& key) const
{
    for (int at = 0; at < rowCount(); ++at)
        if (!row(at).heading && row(at).key == key)
            return at;
    return -1;
}

int SheetModel::firstRow() const
{
    for (int at = 0; at < rowCount(); ++at)
        if (!row(at).heading)
            return at;
    return -1;
}

void SheetModel::setRows(std::vector<SheetRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

}
