#pragma once

#include <QColor>
#include <QStyledItemDelegate>

namespace ui {

/// A cell of the board: its words over up to two lines, in a compact board its neighbour's words
/// below, and for the next clock the alarm's shape and colour.
class BoardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    struct Line {
        QString text;
        QColor colour;
        bool bold = false;
    };

    void setStacked(bool stacked) { m_stacked = stacked; }
    /// All that a cell shows.
    QString wordsOf(const QModelIndex& index) const;
    /// The room for the alarm's shape before the words.
    static int indentOf(const QFontMetrics& metrics, int column);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool showsSecond(int column) const;
    std::vector<Line> linesOf(
        const QStyleOptionViewItem& option, const QModelIndex& index, int width) const;

    bool m_stacked = false;
};

}
