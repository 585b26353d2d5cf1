#pragma once

#include <QModelIndex>
#include <QString>

#include <functional>
#include <vector>

class QTableView;

namespace ui {

/// What a column asks for.
struct ColumnWish {
    int share = 0; ///< of the width; 0 hides it
    int least = 0; ///< pixels for its longest word and that of its heading
    int whole = 0; ///< pixels for its heading on one line
};

/// How wide each column is in `width` pixels: its share, but not less than its longest word; those
/// with room to spare give way. Headings stay on one line where that leaves the widest column half
/// its share. Wider than `width` only where the longest words are: then the table scrolls.
std::vector<int> columnWidths(const std::vector<ColumnWish>& columns, int width);

/// What the columns of a table ask for by their words now, rows that span it left out. `words` is
/// all that a cell shows; an address or a fingerprint that is very long is broken after all.
std::vector<ColumnWish> wishesOf(const QTableView& table, const std::vector<int>& shares,
    const std::function<QString(const QModelIndex&)>& words);

/// Gives the columns their widths and hides those without a share.
void fitColumns(QTableView& table, const std::vector<ColumnWish>& columns);

}
