#pragma once

#include "core/paper/paper.h"
#include "ui/print/look.h"

#include <QTextLayout>

#include <memory>

class QPainter;

namespace print {

/// Words broken into lines of one width, in device units.
class TextLines {
public:
    TextLines(const core::Words& what, Face face, qreal width, const Look& look,
        Qt::Alignment side = Qt::AlignLeft);

    int count() const { return m_layout->lineCount(); }
    qreal lineHeight() const { return m_lineHeight; }
    qreal height() const { return m_lineHeight * count(); }
    /// The width of the longest line.
    qreal naturalWidth() const;
    void draw(QPainter& painter, QPointF topLeft) const { draw(painter, topLeft, 0, count()); }
    /// Lines [first, first + lines), the first at `topLeft`.
    void draw(QPainter& painter, QPointF topLeft, int first, int lines) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    qreal m_lineHeight = 0;
};

}
