#include "ui/print/text_lines.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

namespace print {

namespace {

QTextCharFormat formatOf(core::Ink ink)
{
    QTextCharFormat format;
    switch (ink) {
    case core::Ink::Plain: break;
    case core::Ink::Strong:
    case core::Ink::Alert: format.setFontWeight(QFont::Bold); break;
    case core::Ink::Quiet: format.setForeground(quietColour()); break;
    case core::Ink::Struck:
        format.setFontStrikeOut(true);
        format.setForeground(quietColour());
        break;
    }
    return format;
}

}

TextLines::TextLines(
    const core::Words& what, Face face, qreal width, const Look& look, Qt::Alignment side)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const core::Run& run : what.runs) {
        if (run.ink != core::Ink::Plain)
            formats.append({static_cast<int>(text.size()), static_cast<int>(run.text.size()),
                formatOf(run.ink)});
        text += run.text;
    }
    text.replace(QChar(u'\n'), QChar(QChar::LineSeparator));
    const QFont font = look.font(face);
    m_lineHeight = QFontMetricsF(font, &look.device()).height() * 1.06;
    m_layout = std::make_shared<QTextLayout>(text, font, &look.device());
    QTextOption option(side);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setFormats(formats);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, 0});
    }
    m_layout->endLayout();
}

qreal TextLines::naturalWidth() const
{
    qreal widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return widest;
}

void TextLines::draw(QPainter& painter, QPointF topLeft, int first, int lines) const
{
    const int last = std::min(count(), first + lines);
    for (int i = first; i < last; ++i)
        m_layout->lineAt(i).draw(&painter, topLeft + QPointF(0, m_lineHeight * (i - first)));
}

}
