#pragma once

#include <QSplitter>

namespace ui {

/// A main part with a side part: beside it where there is room, below it where there is not.
class SideSplit : public QSplitter {
    Q_OBJECT

public:
    SideSplit(QWidget* main, QWidget* side, QWidget* parent = nullptr);
    /// Room for a table's heading and some lines at any zoom: the page scrolls rather.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool m_shared = false;
};

}
