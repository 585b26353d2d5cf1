#pragma once

#include "core/handover/prepared_list.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace ui {

class CrossCheckModel;
class DeskService;
class EmptyState;
class ReconciliationLabel;

/// The third step: both books' lines with the same transfer number, and what is in neither yet.
class CrossCheckPanel : public QWidget {
    Q_OBJECT

public:
    explicit CrossCheckPanel(const DeskService& desk, QWidget* parent = nullptr);

    void show(const core::WindowTimes& times, const std::vector<core::PreparedItem>& lines,
        bool windowClosed);
    int mismatches() const;
    void focusTable();

signals:
    void caseRequested(const core::CaseId& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTable();
    void fit();
    void showVerdict(const std::vector<core::PreparedItem>& lines);

    const DeskService& m_desk;
    CrossCheckModel* m_model;
    QTableView* m_table;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QLabel* m_verdict;
    QLabel* m_unanswered;
    QLabel* m_staying;
    ReconciliationLabel* m_reconciliation;
};

}
