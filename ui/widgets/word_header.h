#pragma once

#include <QHeaderView>

namespace ui {

/// A table's headings, each over as many lines as its column asks for, broken at spaces.
class WordHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit WordHeader(QWidget* parent = nullptr);

    /// What a column needs for the longest word of its heading, and for its heading on one line.
    int leastWidth(int column) const;
    int wholeWidth(int column) const;

    QSize sizeHint() const override;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int column) const override;

private:
    QString headingOf(int column) const;
    QString brokenHeading(int column) const;
    QSize sizeOf(const QString& text) const;
    /// The arrow beside the heading by which the table is sorted.
    int arrowWidth(int column) const;
};

}
