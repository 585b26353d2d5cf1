#pragma once

#include <QDialog>

class QTextBrowser;

namespace ui {

/// The user guide, the same text as docs/guide.md.
class HelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// Puts the chapter of a page ("desk", "handover") at the top of the window, which is shown.
    void showTopic(const QString& page);

private:
    void find(const QString& words);

    QTextBrowser* m_text;
};

}
