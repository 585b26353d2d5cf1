#pragma once

#include "ui/alarm/alarm_book.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace ui {

/// For how long an alarm is to be quiet, and why. Never past the clock's due time.
class SnoozeDialog : public QDialog {
    Q_OBJECT

public:
    SnoozeDialog(const core::Deadline& clock, core::Instant now, QWidget* parent = nullptr);

signals:
    void chosen(const AlarmBook::Snooze& snooze);

private:
    void decide();

    core::Instant m_now;
    QComboBox* m_length;
    QLineEdit* m_reason;
    QLabel* m_problem;
};

}
