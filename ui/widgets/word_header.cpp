#include "ui/widgets/word_header.h"

#include <QStyleOption>

namespace ui {

WordHeader::WordHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(10);
}

QString WordHeader::headingOf(int column) const
{
    return model()->headerData(column, orientation(), Qt::DisplayRole).toString();
}

// As the style draws it: its letters may be smaller than the view's.
QSize WordHeader::sizeOf(const QString& text) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.text = text;
    return style()->sizeFromContents(QStyle::CT_HeaderSection, &option, QSize(), this);
}

int WordHeader::arrowWidth(int column) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == column
        ? style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, this) + fontMetrics().height()
        : 0;
}

int WordHeader::leastWidth(int column) const
{
    int longest = 0;
    for (const QString& word : headingOf(column).split(u' ', Qt::SkipEmptyParts))
        longest = std::max(longest, sizeOf(word).width());
    return longest + arrowWidth(column);
}

int WordHeader::wholeWidth(int column) const
{
    return sizeOf(headingOf(column)).width() + arrowWidth(column);
}

QString WordHeader::brokenHeading(int column) const
{
    const int room = sectionSize(column) - arrowWidth(column);
    QString broken;
    QString line;
    for (const QString& word : headingOf(column).split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        const bool fits = line.isEmpty() || sizeOf(longer).width() <= room;
        if (!fits)
            broken += line + u'\n';
        line = fits ? longer : word;
    }
    return broken + line;
}

QSize WordHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    for (int column = 0; column < count(); ++column)
        if (!isSectionHidden(column))
            size.setHeight(std::max(size.height(), sizeOf(brokenHeading(column)).height()));
    return size;
}

void WordHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    option->text = brokenHeading(column);
}

}
