#pragma once

#include "core/paper/paper.h"
#include "ui/print/look.h"
#include "ui/print/pages.h"

#include <QPointF>

#include <functional>
#include <vector>

class QPainter;

namespace print {

/// A strip of a paper as wide as the page's text: its measures, and how it is drawn.
struct Piece : Extent {
    std::function<void(QPainter&, QPointF)> draw; ///< at its top left corner
    bool open = false; ///< a row goes on below it: at a page's end it is closed with a rule
};

/// Cuts papers into pieces of one width. The pieces draw with its measures: it outlives them.
class Cutter {
public:
    Cutter(const Look& look, qreal width, qreal pageHeight)
        : m_look(look)
        , m_width(width)
        , m_pageHeight(pageHeight)
    {
    }

    std::vector<Piece> cut(const core::Paper& paper);

private:
    void titles(const core::Paper& paper);
    void section(const core::Section& section);
    void add(const core::Paragraph& paragraph);
    void add(const core::Remark& remark);
    void add(const core::Facts& facts);
    void add(const core::Grid& grid);
    void add(const core::Checklist& list);
    void add(const core::Blanks& blanks);
    void addLines(const core::Words& what, Face face, qreal before);
    void addBox(const core::Words& what, Face face);
    void addRow(const core::TableRow& row, const core::Grid& grid, int head);
    int addHead(const core::Grid& grid);
    void push(Piece piece) { m_pieces.push_back(std::move(piece)); }

    const Look& m_look;
    qreal m_width;
    qreal m_pageHeight;
    std::vector<Piece> m_pieces;
};

}
