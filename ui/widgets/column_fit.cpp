#include "ui/widgets/column_fit.h"

#include "ui/widgets/word_header.h"
#include "ui/widgets/word_lines.h"

#include <QSet>
#include <QTableView>

#include <numeric>

namespace ui {

namespace {

constexpr int longestKept = 14; // line heights

using Widths = std::vector<int>;

int sumOf(const Widths& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

Widths sharesOf(const std::vector<ColumnWish>& columns)
{
    Widths shares;
    for (const ColumnWish& each : columns)
        shares.push_back(each.share);
    return shares;
}

/// Column by column the larger of both where there is a share.
Widths floors(const std::vector<ColumnWish>& columns, bool whole)
{
    Widths least;
    for (const ColumnWish& each : columns)
        least.push_back(each.share == 0 ? 0
                : whole                 ? std::max(each.least, each.whole)
                                        : each.least);
    return least;
}

// Whoever would get less than its floor gets that, and the others share what is left.
Widths shared(Widths shares, const Widths& least, int width)
{
    Widths wide(shares.size(), 0);
    int rest = width;
    for (bool again = true; again;) {
        again = false;
        const int total = sumOf(shares);
        const int room = rest;
        for (std::size_t at = 0; at < shares.size(); ++at)
            if (shares[at] > 0 && room * shares[at] / total < least[at]) {
                wide[at] = least[at];
                rest -= least[at];
                shares[at] = 0;
                again = true;
            }
    }
    const int total = sumOf(shares);
    if (total == 0)
        return wide;
    const int room = rest;
    for (std::size_t at = 0; at < shares.size(); ++at)
        if (shares[at] > 0) {
            wide[at] = room * shares[at] / total;
            rest -= wide[at];
        }
    const auto widest = std::max_element(shares.begin(), shares.end()) - shares.begin();
    wide[static_cast<std::size_t>(widest)] += rest;
    return wide;
}

int longestIn(const QTableView& table, int column, const QFontMetricsF& metrics,
    const std::function<QString(const QModelIndex&)>& words)
{
    QSet<QString> seen;
    int longest = 0;
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (table.columnSpan(row, 0) > 1)
            continue;
        const QString text = words(table.model()->index(row, column));
        if (seen.contains(text))
            continue;
        seen.insert(text);
        longest = std::max(longest, longestWord(text, metrics));
    }
    return longest;
}

}

std::vector<int> columnWidths(const std::vector<ColumnWish>& columns, int width)
{
    const Widths shares = sharesOf(columns);
    const int total = sumOf(shares);
    Widths nothing(columns.size(), 0);
    if (total <= 0)
        return nothing;
    const Widths whole = shared(shares, floors(columns, true), width);
    const auto widest
        = static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
    if (sumOf(whole) <= width && whole[widest] >= width * shares[widest] / total / 2)
        return whole;
    return shared(shares, floors(columns, false), width);
}

std::vector<ColumnWish> wishesOf(const QTableView& table, const std::vector<int>& shares,
    const std::function<QString(const QModelIndex&)>& words)
{
    QFont strong = table.font();
    strong.setBold(true);
    const QFontMetricsF metrics(strong);
    const int line = table.fontMetrics().height();
    const auto* header = table.horizontalHeader()->isHidden()
        ? nullptr
        : qobject_cast<const WordHeader*>(table.horizontalHeader());
    std::vector<ColumnWish> wishes;
    for (int column = 0; column < static_cast<int>(shares.size()); ++column) {
        ColumnWish wish{shares[static_cast<std::size_t>(column)], 0, 0};
        if (wish.share > 0)
            wish.least = longestIn(table, column, metrics, words);
        wish.least = std::min(wish.least, longestKept * line) + line; // with the gaps beside it
        if (header) {
            wish.least = std::max(wish.least, header->leastWidth(column));
            wish.whole = header->wholeWidth(column);
        }
        wishes.push_back(wish);
    }
    return wishes;
}

void fitColumns(QTableView& table, const std::vector<ColumnWish>& columns)
{
    const std::vector<int> wide = columnWidths(columns, table.viewport()->width());
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const int column = static_cast<int>(at);
        table.setColumnHidden(column, columns[at].share == 0);
        if (columns[at].share > 0)
            table.setColumnWidth(column, wide[at]);
    }
    QMetaObject::invokeMethod(&table, "updateGeometries"); // headings may have more lines now
    table.resizeRowsToContents();
}

}
