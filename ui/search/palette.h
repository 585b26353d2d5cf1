#pragma once

#include "ui/search/hits.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace ui {

class MainWindow;

/// Ctrl+K: type, arrow, Enter. Finds what the window can do, cases, people, contacts and numbers.
class Palette : public QDialog {
    Q_OBJECT

public:
    explicit Palette(MainWindow& window);

signals:
    void recordChosen(const core::Subject& subject, const core::PartId& part);
    void commandChosen(const QString& command);
    void numbersChosen(const QString& number);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void choose();

    MainWindow& m_window;
    QLineEdit* m_edit;
    QListWidget* m_list;
    std::vector<Hit> m_hits;
};

}
