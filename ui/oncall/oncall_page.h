#pragma once

#include "core/duty/duty_owed.h"
#include "core/profile/calendar.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class DeskService;
class DutyOwedList;
class EmptyState;
class FormHost;
class ManagerStrip;
class PeriodPicker;
class ReconciliationLabel;
class SheetView;

/// The On-call Manager Record of a duty: its lines, the calls to the manager, what it owes, its
/// sign-off and its paper.
class OncallPage : public Page {
    Q_OBJECT

public:
    explicit OncallPage(DeskService& desk, QWidget* parent = nullptr);

    bool showRecord(const core::Subject& subject, const core::PartId& part) override;
    void focusFirst() override;
    void entered() override;
    QString heading() const override;
    std::optional<core::Paper> paper() const override;

private:
    QWidget* makeHead();
    QWidget* makeMain();
    QWidget* makeSide();
    void connectParts();
    /// The duty in which somebody went out on a visit, where its notes stand. COM-3.8
    bool showPeriodOf(const core::VisitId& id);
    void take(const std::vector<core::Subject>& changed);
    void tick();
    void fillPeriods();
    void refresh();
    void showSignOff(const core::Duty* duty);
    void showForm(const QString& command, QJsonObject preset);
    void settle(const core::DutyOwed& owed);
    void writeDecision(const core::PartId& call);
    void signOff();
    QString whyNoCalls() const;
    core::DutyId shownId() const;
    std::shared_ptr<const core::Duty> shownDuty() const;
    /// The duty chosen, taken up or not.
    std::optional<core::Duty> shownBook() const;

    DeskService& m_desk;
    QString m_service; ///< whose record this is
    std::vector<core::DutyPeriod> m_periods;
    PeriodPicker* m_period;
    QLabel* m_state;
    ReconciliationLabel* m_reconciliation;
    ManagerStrip* m_manager;
    SheetView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    FormHost* m_forms;
    DutyOwedList* m_owed;
    QPushButton* m_note;
    QPushButton* m_sign;
};

}
