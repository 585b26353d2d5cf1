#pragma once

#include <QTableView>

namespace ui {

class BoardDelegate;
class BoardFilter;

/// The board's table: its columns always fit the width, and the less wide it is the more of them
/// stand below one another. Enter opens a case.
class BoardView : public QTableView {
    Q_OBJECT

public:
    explicit BoardView(BoardFilter& board, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    BoardDelegate* m_delegate;
};

}
