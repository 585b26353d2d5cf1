#include "ui/print/pieces.h"

#include "ui/print/text_lines.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace print {

using core::Ink;
using core::Words;

namespace {

void box(QPainter& painter, const QRectF& rect, qreal thickness)
{
    painter.setPen(QPen(ruleColour(), thickness, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.setPen(Qt::black);
}

void tick(QPainter& painter, const QRectF& rect, qreal thickness)
{
    painter.setPen(QPen(Qt::black, thickness));
    painter.drawPolyline(QPolygonF{{rect.left() + rect.width() * 0.2, rect.center().y()},
        {rect.left() + rect.width() * 0.43, rect.bottom() - rect.height() * 0.22},
        {rect.right() - rect.width() * 0.15, rect.top() + rect.height() * 0.2}});
}

}

std::vector<Piece> Cutter::cut(const core::Paper& paper)
{
    m_pieces.clear();
    titles(paper);
    for (const core::Section& each : paper.sections)
        section(each);
    return std::move(m_pieces);
}

void Cutter::titles(const core::Paper& paper)
{
    addLines(u"%1 %2"_s.arg(paper.title, paper.ref).trimmed(), Face::Title, 0);
    addLines(paper.service, Face::Body, m_look.mm(0.5));
    addLines(Words(u"%1 · version %2"_s.arg(printedText(paper), paper.version), Ink::Quiet),
        Face::Small, m_look.mm(0.5));
    if (!paper.standing.isEmpty())
        addBox(Words(paper.standing, Ink::Strong), Face::Body);
}

void Cutter::section(const core::Section& section)
{
    const auto first = m_pieces.size();
    if (!section.title.isEmpty()) {
        const TextLines aside(
            Words(section.aside), Face::Body, m_width / 2, m_look, Qt::AlignRight);
        const TextLines title(Words(section.title), Face::Heading,
            m_width - (section.aside.isEmpty() ? 0 : aside.naturalWidth() + m_look.mm(4)), m_look);
        Piece piece;
        piece.height = title.height() + m_look.mm(1.6);
        piece.before = m_look.mm(5);
        piece.withNext = true;
        piece.draw = [=, this](QPainter& painter, QPointF at) {
            title.draw(painter, at);
            const qreal drop = title.lineHeight() - aside.lineHeight();
            if (!section.aside.isEmpty())
                aside.draw(painter, at + QPointF(m_width / 2, drop));
            painter.fillRect(
                QRectF(at.x(), at.y() + title.height() + m_look.mm(0.3), m_width, m_look.mm(0.3)),
                Qt::black);
        };
        push(std::move(piece));
    }
    for (const core::Block& block : section.blocks)
        std::visit([this](const auto& what) { add(what); }, block);
    if (section.onNewPage && first < m_pieces.size())
        m_pieces[first].newPage = true;
}

void Cutter::add(const core::Paragraph& paragraph)
{
    addLines(paragraph.words, Face::Body, m_look.mm(1.5));
}

void Cutter::add(const core::Remark& remark)
{
    addBox(remark.words, Face::Body);
}

// A paragraph breaks between lines, but leaves no single line on either page.
void Cutter::addLines(const Words& what, Face face, qreal before)
{
    const TextLines lines(what, face, m_width, m_look);
    for (int i = 0; i < lines.count(); ++i) {
        Piece piece;
        piece.height = lines.lineHeight();
        piece.before = i == 0 ? before : 0;
        piece.withNext = lines.count() > 1 && (i == 0 || i == lines.count() - 2);
        piece.draw = [=](QPainter& painter, QPointF at) { lines.draw(painter, at, i, 1); };
        push(std::move(piece));
    }
}

void Cutter::addBox(const Words& what, Face face)
{
    const qreal pad = m_look.mm(2);
    const TextLines lines(what, face, m_width - 2 * pad, m_look);
    Piece piece;
    piece.height = lines.height() + m_look.mm(2.4);
    piece.before = m_look.mm(2);
    piece.draw = [=, this](QPainter& painter, QPointF at) {
        box(painter, QRectF(at.x(), at.y(), m_width, lines.height() + m_look.mm(2.4)),
            m_look.mm(0.25));
        painter.fillRect(
            QRectF(at.x(), at.y(), m_look.mm(1), lines.height() + m_look.mm(2.4)), Qt::black);
        lines.draw(painter, at + QPointF(pad, m_look.mm(1.2)));
    };
    push(std::move(piece));
}

void Cutter::add(const core::Facts& facts)
{
    const qreal column = facts.columns > 1 ? m_width / facts.columns : m_width;
    const qreal labels = std::min(m_look.mm(44), column * 0.42);
    const qreal gap = m_look.mm(3);
    const auto columns = static_cast<std::size_t>(std::max(1, facts.columns));
    for (std::size_t i = 0; i < facts.facts.size(); i += columns) {
        std::vector<std::pair<TextLines, TextLines>> cells;
        Piece piece;
        for (std::size_t c = i; c < std::min(i + columns, facts.facts.size()); ++c) {
            const core::Fact& fact = facts.facts[c];
            cells.emplace_back(
                TextLines(Words(fact.label, Ink::Quiet), Face::Body, labels - gap, m_look),
                TextLines(fact.value, Face::Body, column - labels - gap, m_look));
            piece.height = std::max(
                {piece.height, cells.back().first.height(), cells.back().second.height()});
        }
        piece.before = i == 0 ? m_look.mm(1.5) : m_look.mm(0.5);
        piece.withNext = i == 0 && facts.facts.size() > columns;
        piece.draw = [=](QPainter& painter, QPointF at) {
            for (const auto& [label, value] : cells) {
                label.draw(painter, at);
                value.draw(painter, at + QPointF(labels, 0));
                at += QPointF(column, 0);
            }
        };
        push(std::move(piece));
    }
}

void Cutter::add(const core::Checklist& list)
{
    const qreal side = m_look.mm(3);
    const qreal indent = side + m_look.mm(2.5);
    for (const core::Check& check : list.checks) {
        Words what(check.label, check.done ? Ink::Plain : Ink::Strong);
        if (!check.words.isEmpty())
            what.add(u"  "_s);
        what.runs.insert(what.runs.end(), check.words.runs.begin(), check.words.runs.end());
        const TextLines lines(what, Face::Body, m_width - indent, m_look);
        Piece piece;
        piece.height = lines.height();
        piece.before = m_look.mm(0.8);
        piece.draw = [=, this](QPainter& painter, QPointF at) {
            const QRectF square(
                at.x() + m_look.mm(0.2), at.y() + (lines.lineHeight() - side) / 2, side, side);
            box(painter, square, m_look.mm(0.25));
            if (check.done)
                tick(painter, square, m_look.mm(0.5));
            lines.draw(painter, at + QPointF(indent, 0));
        };
        push(std::move(piece));
    }
}

void Cutter::add(const core::Blanks& blanks)
{
    const qreal labels = m_look.mm(40);
    const qreal pad = m_look.mm(1.2);
    for (const core::Blank& blank : blanks.blanks) {
        const TextLines label(Words(blank.label, Ink::Quiet), Face::Body, labels - pad, m_look);
        const TextLines filled(blank.filled, Face::Body, m_width - labels - 2 * pad, m_look);
        const qreal height = std::max(
            {m_look.mm(7) * blank.lines, filled.height() + 2 * pad, label.height() + 2 * pad});
        Piece piece;
        piece.height = height;
        piece.before = m_look.mm(1);
        piece.draw = [=, this](QPainter& painter, QPointF at) {
            label.draw(painter, at + QPointF(0, pad));
            box(painter, QRectF(at.x() + labels, at.y(), m_width - labels, height), m_look.mm(0.2));
            filled.draw(painter, at + QPointF(labels + pad, pad));
        };
        push(std::move(piece));
    }
}

}
