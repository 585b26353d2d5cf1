#pragma once

#include "core/duty/duty.h"
#include "ui/desk/answer.h"

#include <QFrame>
#include <QJsonObject>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

class DeskService;

/// "Rang the manager": the one number that is provided, on an open ladder that of its next rung,
/// and one key per result. ESC-6.1, 6.1b
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
    /// Whom one key logs as rung: on a ladder that is open who is next on it.
    struct Next {
        core::PartId ladder; ///< null: the manager of the duty
        QString who;
        QString number;
        QString text; ///< what is to be done on the ladder; empty: none is open
        bool climbs = false; ///< the ladder goes on to the rung of `who` first. ESC-6.1d
        bool oneNumber = false;
    };

    void fillCases(const core::Duty* duty);
    core::CaseId aboutCase() const;
    Next nextCall() const;
    void showNext();
    QString whyText() const;
    QJsonObject callRequest(const QString& call, core::AttemptResult result) const;
    void copyNumber();
    void log(core::AttemptResult result);

    DeskService& m_desk;
    QString m_number;
    QString m_manager;
    QString m_whyNot; ///< why no calls can be logged; empty: they can
    Next m_next;
    bool m_chosen = false; ///< the case was chosen by hand
    core::DutyId m_duty; ///< null while nobody has opened it
    QLabel* m_who;
    QLabel* m_why;
    QComboBox* m_about;
    QWidget* m_keys;
};

}
