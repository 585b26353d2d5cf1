#pragma once

#include <QWidget>

class QLabel;

namespace ui {

/// What stands where a list is empty: that it is, and what to do next.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& what, const QString& next, QWidget* parent = nullptr);

    void setWords(const QString& what, const QString& next);

private:
    QLabel* m_what;
    QLabel* m_next;
};

}
