#include "ui/sheet/sheet_view.h"

#include "ui/sheet/sheet_delegate.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/word_header.h"

#include <QAction>
#include <QEvent>

namespace ui {

SheetView::SheetView(const QString& name, const QString& spoken,
    std::vector<core::GridColumn> columns, QWidget* parent)
    : QTableView(parent)
    , m_sheet(new SheetModel(std::move(columns), this))
    , m_cells(new SheetDelegate(this))
{
    setObjectName(name);
    setAccessibleName(spoken);
    setModel(m_sheet);
    setItemDelegate(m_cells);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(EditKeyPressed);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setHorizontalHeader(new WordHeader(this));
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (!m_sheet->row(index.row()).heading)
            emit opened(m_sheet->row(index.row()));
    });
}

void SheetView::setRows(std::vector<SheetRow> rows)
{
    const SheetRow* before = current();
    const QString key = before ? before->key : QString();
    const int column = std::max(currentIndex().column(), 0);
    m_sheet->setRows(std::move(rows));
    spanHeadings();
    fit();
    const int row = m_sheet->rowOf(key);
    setCurrentIndex(m_sheet->index(row >= 0 ? row : m_sheet->firstRow(), column));
    emit currentRowChanged();
}

const SheetRow* SheetView::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && !m_sheet->row(index.row()).heading ? &m_sheet->row(index.row())
                                                                 : nullptr;
}

void SheetView::select(const QString& key)
{
    if (const int row = m_sheet->rowOf(key); row >= 0)
        setCurrentIndex(m_sheet->index(row, std::max(currentIndex().column(), 0)));
}

QAction* SheetView::addKey(const QString& name, const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    return action;
}

void SheetView::spanHeadings()
{
    clearSpans();
    const int columns = m_sheet->columnCount();
    for (int row = 0; columns > 1 && row < m_sheet->rowCount(); ++row)
        if (m_sheet->row(row).heading)
            setSpan(row, 0, 1, columns);
}

void SheetView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void SheetView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void SheetView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        emit currentRowChanged();
}

void SheetView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!current() && m_sheet->firstRow() >= 0)
        setCurrentIndex(m_sheet->index(m_sheet->firstRow(), 0));
}

void SheetView::fit()
{
    std::vector<int> shares;
    for (const core::GridColumn& column : m_sheet->columns())
        shares.push_back(column.weight);
    fitColumns(*this,
        wishesOf(*this, shares, [](const QModelIndex& index) { return index.data().toString(); }));
}

}
