#include "ui/widgets/word_lines.h"

#include <QWidget>

#include <cmath>

namespace ui {

namespace {

// No-break spaces hold words together.
bool endsWord(QChar letter)
{
    return letter.isSpace() && letter != QChar::Nbsp;
}

QTextOption option(Qt::Alignment side, QTextOption::WrapMode mode)
{
    QTextOption made(side);
    made.setWrapMode(mode);
    return made;
}

}

WordLines::WordLines(QString text, const QFont& font, const QList<QTextLayout::FormatRange>& inks,
    Qt::Alignment side)
    : m_text(text.replace(u'\n', QChar::LineSeparator))
    , m_side(side)
    , m_layout(m_text, font)
{
    m_layout.setFormats(inks);
}

double WordLines::layOut(const QString& text, const QTextOption& option, double width)
{
    m_layout.setText(text);
    m_layout.setTextOption(option);
    double bottom = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, bottom});
        bottom += line.height();
    }
    m_layout.endLayout();
    return bottom;
}

// Of the unbroken text: a line is a paragraph.
std::vector<WordLines::Word> WordLines::words() const
{
    std::vector<Word> found;
    for (int at = 0; at < m_layout.lineCount(); ++at) {
        const QTextLine line = m_layout.lineAt(at);
        const int end = line.textStart() + line.textLength();
        bool first = true;
        for (int begin = line.textStart(); begin < end; ++begin) {
            if (endsWord(m_text[begin]))
                continue;
            int stop = begin;
            while (stop < end && !endsWord(m_text[stop]))
                ++stop;
            found.push_back({begin, line.cursorToX(begin), line.cursorToX(stop), first});
            first = false;
            begin = stop;
        }
    }
    return found;
}

double WordLines::setWidth(double width)
{
    const double unbroken
        = layOut(m_text, option(Qt::AlignLeft, QTextOption::NoWrap), QWIDGETSIZE_MAX);
    QString broken = m_text;
    double lineFrom = 0;
    bool tooLong = false;
    for (const Word& word : words()) {
        // From right to left where the words are.
        const bool fits = std::abs(word.to - lineFrom) <= width;
        if (!word.first && !fits)
            broken[word.begin - 1] = QChar::LineSeparator;
        if (word.first || !fits)
            lineFrom = word.from;
        tooLong = tooLong || std::abs(word.to - word.from) > width;
    }
    const bool stands = broken == m_text && !tooLong && m_side == Qt::AlignLeft;
    if (stands)
        return unbroken;
    const auto wrap = tooLong ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap;
    return layOut(broken, option(m_side, wrap), width);
}

int longestWord(const QString& text, const QFontMetricsF& metrics)
{
    double longest = 0;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !endsWord(text[at]))
            continue;
        if (at > begin)
            longest = std::max(longest, metrics.horizontalAdvance(text.mid(begin, at - begin)));
        begin = at + 1;
    }
    return static_cast<int>(std::ceil(longest));
}

}
