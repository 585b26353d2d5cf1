#pragma once

#include "ui/desk/exchange.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace ui {

/// What an exchange is doing, with a way to stop it, and what the last one came to.
class NewsPanel : public QWidget {
    Q_OBJECT

public:
    explicit NewsPanel(QWidget* parent = nullptr);

    void showProgress(const QString& what, qint64 done, qint64 total);
    void show(const ExchangeNews& news);
    void focusReport();

signals:
    void stopRequested();

private:
    QWidget* m_running;
    QLabel* m_what;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QLabel* m_title;
    QPlainTextEdit* m_lines;
};

}
