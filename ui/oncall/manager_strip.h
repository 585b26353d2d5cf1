#pragma once

#include "core/duty/duty.h"
#include "ui/desk/answer.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

class DeskService;

/// "Rang the manager": the one number that is provided, and one key per result. ESC-6.1, 6.1b
class ManagerStrip : public QFrame {
    Q_OBJECT

public:
    explicit ManagerStrip(DeskService& desk, QWidget* parent = nullptr);

    /// Calls are logged on the duty that is on now; `why` says why they cannot be, empty: they can.
    void showDuty(const core::Duty* duty, const QString& why);

signals:
    void reported(const ui::Answer& answer, const QString& saved);
    /// A conversation was logged: what was decided comes next.
    void spoken(const core::PartId& call);

private:
    QWidget* makeResults();
    void fillCases();
    void copyNumber();
    void log(core::AttemptResult result);

    DeskService& m_desk;
    QString m_number;
    QString m_manager;
    core::DutyId m_duty; ///< null while nobody has opened it
    QLabel* m_who;
    QLabel* m_why;
    QComboBox* m_about;
    QWidget* m_keys;
};

}
