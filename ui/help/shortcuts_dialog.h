#pragma once

#include <QDialog>

#include <vector>

namespace ui {

/// One key: what it does and on which page, or everywhere.
struct KeyLine {
    QString key;
    QString what;
    QString place;
};

/// Every key of the window: its actions and the underlined letters of its pages' buttons.
std::vector<KeyLine> keyLines(const QWidget& window);

/// Every key of the window, made from its actions, so that the list is never out of date.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget& window);
};

}
