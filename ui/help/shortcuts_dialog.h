#pragma once

#include <QDialog>

namespace ui {

/// Every key of the window, made from its actions, so that the list is never out of date.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget& window);
};

}
