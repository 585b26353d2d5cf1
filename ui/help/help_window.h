#pragma once

#include <QDialog>

class QTextBrowser;

namespace ui {

/// The user guide, the same text as docs/guide.md.
class HelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// Goes to the chapter of a page ("desk", "handover").
    void showTopic(const QString& page);

private:
    void find(const QString& words);

    QTextBrowser* m_text;
};

}
