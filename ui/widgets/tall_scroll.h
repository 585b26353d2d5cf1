#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

/// Gives its contents the whole width and at least the height they need; scrolls down where the
/// window is lower than that, so that nothing is squeezed at any zoom.
class TallScroll : public QScrollArea {
    Q_OBJECT

public:
    explicit TallScroll(QWidget* contents, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
};

/// The layout of a page that scrolls so: what is added to it stands in the page.
QVBoxLayout* tallLayout(QWidget* page);

/// The widget takes what height is left over, and never less than so many line heights at any zoom.
void takeLeftHeight(QWidget* widget, int lines);

}
