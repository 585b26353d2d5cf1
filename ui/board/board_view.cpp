#include "ui/board/board_view.h"

#include "ui/board/board_delegate.h"
#include "ui/board/board_filter.h"
#include "ui/board/board_model.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/word_header.h"

#include <QEvent>

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Columns that the board shows from a width on: shares of it; 0 is a column that stands below
/// another. Who is responsible is always shown. INV-1
struct Layout {
    int from = 0; ///< line heights
    bool stacked = true;
    std::array<int, BoardModel::ColumnCount> shares{};
};

constexpr std::array<Layout, 4> layouts{{
    {92, false, {7, 13, 6, 9, 12, 10, 9, 14, 11, 15, 22}},
    {46, true, {7, 16, 0, 0, 15, 0, 12, 16, 0, 17, 21}},
    {38, true, {10, 19, 0, 0, 18, 0, 15, 19, 0, 22, 0}},
    {0, true, {14, 26, 0, 0, 0, 0, 0, 26, 0, 34, 0}},
}};

int leastOf(const std::vector<ColumnWish>& columns)
{
    return std::accumulate(columns.begin(), columns.end(), 0,
        [](int sum, const ColumnWish& each) { return sum + (each.share > 0 ? each.least : 0); });
}

}

BoardView::BoardView(BoardFilter& board, QWidget* parent)
    : QTableView(parent)
    , m_delegate(new BoardDelegate(this))
{
    setObjectName(u"board"_s);
    setAccessibleName(tr("Open cases, the next clock first"));
    setModel(&board);
    setItemDelegate(m_delegate);
    setHorizontalHeader(new WordHeader(this));
    horizontalHeader()->setSectionsClickable(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setSortingEnabled(true);
    sortByColumn(BoardModel::NextClock, Qt::AscendingOrder);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&board, signal, this, [this] { fit(); });
    connect(&board, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
            if (roles.isEmpty())
                fit();
        });
    connect(&board, &QAbstractItemModel::modelReset, this, [this] { fit(); });
    connect(&board, &QAbstractItemModel::layoutChanged, this, [this] { fit(); });
}

void BoardView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void BoardView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

std::vector<ColumnWish> BoardView::wishes(const std::vector<int>& shares) const
{
    std::vector<ColumnWish> columns = wishesOf(
        *this, shares, [this](const QModelIndex& index) { return m_delegate->wordsOf(index); });
    for (std::size_t at = 0; at < columns.size(); ++at)
        columns[at].least += BoardDelegate::indentOf(fontMetrics(), static_cast<int>(at));
    return columns;
}

// The most columns for which there is room, each with its longest word.
void BoardView::fit()
{
    const int width = viewport()->width();
    for (const Layout& layout : layouts) {
        if (width < layout.from * fontMetrics().height())
            continue;
        m_delegate->setStacked(layout.stacked);
        const std::vector<ColumnWish> columns
            = wishes({layout.shares.begin(), layout.shares.end()});
        if (&layout != &layouts.back() && leastOf(columns) > width)
            continue;
        return fitColumns(*this, columns);
    }
}

}
