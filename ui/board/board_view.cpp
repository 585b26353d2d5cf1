#include "ui/board/board_view.h"

#include "ui/board/board_delegate.h"
#include "ui/board/board_filter.h"
#include "ui/board/board_model.h"

#include <QEvent>
#include <QHeaderView>

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Shares of the width by column; 0 is a column that stands below another.
using Shares = std::array<int, BoardModel::ColumnCount>;

constexpr Shares allColumns{7, 13, 6, 9, 12, 10, 9, 14, 11, 15, 22};
constexpr Shares stackedColumns{7, 16, 0, 0, 15, 0, 12, 16, 0, 17, 21};
constexpr Shares fewestColumns{10, 19, 0, 0, 18, 0, 15, 19, 0, 22, 0};
constexpr Shares barestColumns{14, 26, 0, 0, 26, 0, 0, 0, 0, 34, 0};

constexpr int widthForAll = 92; // line heights
constexpr int widthForEntries = 46;
constexpr int widthForStages = 38;

const Shares& sharesFor(int width, int em)
{
    return width >= widthForAll * em    ? allColumns
        : width >= widthForEntries * em ? stackedColumns
        : width >= widthForStages * em  ? fewestColumns
                                        : barestColumns;
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
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setSortingEnabled(true);
    sortByColumn(BoardModel::NextClock, Qt::AscendingOrder);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(10);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&board, signal, this, [this] { resizeRowsToContents(); });
    connect(&board, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
            if (roles.isEmpty())
                resizeRowsToContents();
        });
    connect(&board, &QAbstractItemModel::modelReset, this, [this] { resizeRowsToContents(); });
    connect(&board, &QAbstractItemModel::layoutChanged, this, [this] { resizeRowsToContents(); });
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

// A column is as wide as its share, the last one takes what is left.
void BoardView::fit()
{
    const int width = viewport()->width();
    const Shares& shares = sharesFor(width, fontMetrics().height());
    m_delegate->setStacked(&shares != &allColumns);
    const int total = std::accumulate(shares.begin(), shares.end(), 0);
    int left = width;
    int last = 0;
    for (int column = 0; column < BoardModel::ColumnCount; ++column) {
        const int share = shares[static_cast<std::size_t>(column)];
        setColumnHidden(column, share == 0);
        if (share == 0)
            continue;
        setColumnWidth(column, width * share / std::max(1, total));
        left -= columnWidth(column);
        last = column;
    }
    setColumnWidth(last, columnWidth(last) + left);
    resizeRowsToContents();
}

}
