#include "ui/print/pieces.h"
#include "ui/print/text_lines.h"

#include <QPainter>

namespace print {

using core::Grid;
using core::GridColumn;
using core::Side;
using core::TableRow;
using core::Words;

namespace {

struct Cells {
    std::vector<TextLines> texts;
    std::vector<qreal> lefts;
    int lines = 0; ///< of the tallest
    qreal lineHeight = 0;

    void draw(QPainter& painter, QPointF at, int first, int count) const
    {
        for (std::size_t i = 0; i < texts.size(); ++i)
            texts[i].draw(painter, at + QPointF(lefts[i], 0), first, count);
    }
};

Cells cellsOf(
    const std::vector<Words>& what, const Grid& grid, Face face, const Look& look, qreal width)
{
    const qreal pad = look.mm(1.2);
    int total = 0;
    for (const GridColumn& column : grid.columns)
        total += column.weight;
    Cells cells;
    qreal left = 0;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const GridColumn& column = grid.columns[i];
        const qreal own = width * column.weight / total;
        cells.texts.emplace_back(i < what.size() ? what[i] : Words(), face, own - 2 * pad, look,
            column.side == Side::Right ? Qt::AlignRight : Qt::AlignLeft);
        cells.lefts.push_back(left + pad);
        cells.lines = std::max(cells.lines, cells.texts.back().count());
        cells.lineHeight = cells.texts.back().lineHeight();
        left += own;
    }
    return cells;
}

Face faceOf(const TableRow& row, const Grid& grid)
{
    if (row.heading)
        return Face::SmallStrong;
    return grid.dense ? Face::Small : Face::Body;
}

}

int Cutter::addHead(const Grid& grid)
{
    std::vector<Words> titles;
    for (const GridColumn& column : grid.columns)
        titles.emplace_back(column.title);
    const Cells cells = cellsOf(titles, grid, Face::SmallStrong, m_look, m_width);
    Piece piece;
    const qreal shade = cells.lines * cells.lineHeight + m_look.mm(1.6);
    piece.height = shade + m_look.mm(0.3);
    piece.before = m_look.mm(grid.caption.isEmpty() ? 2 : 0.8);
    piece.withNext = true;
    piece.draw = [=, this](QPainter& painter, QPointF at) {
        painter.fillRect(QRectF(at, QSizeF(m_width, shade)), shadeColour());
        cells.draw(painter, at + QPointF(0, m_look.mm(0.8)), 0, cells.lines);
        painter.fillRect(
            QRectF(at.x(), at.y() + shade - m_look.hairline(), m_width, m_look.hairline()),
            ruleColour());
    };
    push(std::move(piece));
    return static_cast<int>(m_pieces.size()) - 1;
}

void Cutter::addRow(const TableRow& row, const Grid& grid, int head)
{
    constexpr int linesTogether = 6;
    Grid shape = grid;
    if (row.heading)
        shape.columns = {GridColumn{}};
    const Cells cells = cellsOf(row.cells, shape, faceOf(row, grid), m_look, m_width);
    const qreal pad = m_look.mm(0.8);
    const bool whole = cells.lines * cells.lineHeight < m_pageHeight / 2;
    const int step = whole ? cells.lines : linesTogether;
    for (int first = 0; first < cells.lines; first += step) {
        const int count = std::min(step, cells.lines - first);
        const qreal above = first == 0 ? pad : 0;
        const bool ends = first + count == cells.lines;
        Piece piece;
        piece.height = above + count * cells.lineHeight + (ends ? pad : 0);
        piece.withNext = row.heading;
        piece.head = head;
        piece.open = !ends;
        piece.draw = [=, height = piece.height, this](QPainter& painter, QPointF at) {
            cells.draw(painter, at + QPointF(0, above), first, count);
            if (ends)
                painter.fillRect(
                    QRectF(at.x(), at.y() + height - m_look.hairline(), m_width, m_look.hairline()),
                    ruleColour());
        };
        push(std::move(piece));
    }
}

// The head stays with the first row, and no row stands alone on a page that others left.
void Cutter::add(const Grid& grid)
{
    if (!grid.caption.isEmpty()) {
        addLines(Words(grid.caption, core::Ink::Strong), Face::Body, m_look.mm(3));
        m_pieces.back().withNext = true;
    }
    if (grid.rows.empty())
        return addLines(Words(grid.whenEmpty, core::Ink::Quiet), Face::Body, m_look.mm(1.5));
    const int head = addHead(grid);
    const auto first = m_pieces.size();
    for (const TableRow& row : grid.rows)
        addRow(row, grid, head);
    if (m_pieces.size() - first == grid.rows.size() && grid.rows.size() > 2) {
        m_pieces[first].withNext = true;
        m_pieces[m_pieces.size() - 2].withNext = true;
    }
}

}
