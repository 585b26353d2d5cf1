#pragma once

#include <QTableView>

#include <vector>

namespace ui {

class BoardDelegate;
class BoardFilter;
struct ColumnWish;

/// The board's table: the less wide it is for its words, the more columns stand below one another;
/// it scrolls sideways only where even the fewest have no room for their longest words. Enter opens
/// a case.
class BoardView : public QTableView {
    Q_OBJECT

public:
    explicit BoardView(BoardFilter& board, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
    std::vector<ColumnWish> wishes(const std::vector<int>& shares) const;

    BoardDelegate* m_delegate;
};

}
