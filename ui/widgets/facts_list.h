#pragma once

#include <QWidget>

class QGridLayout;

namespace ui {

/// Names and values one below the other, wrapped, never cut off.
class FactsList : public QWidget {
    Q_OBJECT

public:
    explicit FactsList(QWidget* parent = nullptr);

    void clear();
    /// Left out when `value` is empty; without a name the value has the whole width. `role` dresses
    /// the value (parts.h).
    void add(const QString& name, const QString& value, const char* role = "");
    bool empty() const { return m_rows == 0; }

private:
    QGridLayout* m_grid;
    int m_rows = 0;
};

}
