#pragma once

#include "core/duty/duty_owed.h"

#include <QWidget>

class QLabel;

namespace ui {

class SheetView;

/// What the shown duty still owes. Enter opens the form that settles a line.
class DutyOwedList : public QWidget {
    Q_OBJECT

public:
    explicit DutyOwedList(QWidget* parent = nullptr);

    void show(std::vector<core::DutyOwed> owed);

signals:
    void chosen(const core::DutyOwed& owed);

private:
    std::vector<core::DutyOwed> m_owed;
    QLabel* m_heading;
    SheetView* m_view;
};

}
