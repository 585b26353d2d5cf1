#pragma once

#include <QFontMetricsF>
#include <QTextLayout>

#include <vector>

class QPainter;

namespace ui {

/// Words over as many lines as a width asks for. A line ends at a space alone: a reference, a name
/// or a time stays whole unless it is wider than the line by itself.
class WordLines {
public:
    WordLines(QString text, const QFont& font, const QList<QTextLayout::FormatRange>& inks = {},
        Qt::Alignment side = Qt::AlignLeft);

    /// Breaks the lines for a width in pixels; the height of all.
    double setWidth(double width);
    int count() const { return m_layout.lineCount(); }
    /// Where a line begins in the text.
    int startOf(int line) const { return m_layout.lineAt(line).textStart(); }
    void draw(QPainter& painter, const QPointF& at) const { m_layout.draw(&painter, at); }

private:
    struct Word {
        int begin = 0;
        double from = 0; ///< in its paragraph, unbroken
        double to = 0;
        bool first = false; ///< of its paragraph
    };

    double layOut(const QString& text, const QTextOption& option, double width);
    std::vector<Word> words() const;

    QString m_text;
    Qt::Alignment m_side;
    QTextLayout m_layout;
};

/// The widest word of a text in pixels, rounded up.
int longestWord(const QString& text, const QFontMetricsF& metrics);

}
