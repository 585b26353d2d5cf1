#include "ui/board/board_filter.h"

#include "ui/board/board_model.h"

namespace ui {

BoardFilter::BoardFilter(BoardModel& board, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_board(board)
{
    setSourceModel(&board);
    setSortRole(BoardModel::SortRole);
    setDynamicSortFilter(true);
    sort(BoardModel::NextClock);
}

void BoardFilter::setWords(const QString& words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void BoardFilter::setWhose(Whose whose, const QString& key)
{
    m_whose = whose;
    m_key = key;
    invalidateFilter();
}

bool BoardFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    const BoardRow& each = m_board.row(row);
    if (m_whose == Whose::Service && each.responsibleKey != m_key)
        return false;
    if (m_whose == Whose::Mine && each.allocatedLogin != m_key)
        return false;
    const QString text = m_board.index(row, 0).data(BoardModel::FilterRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
        [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}
