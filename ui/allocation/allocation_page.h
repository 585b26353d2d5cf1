#pragma once

#include "core/paper/allocation_sheet.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class DeskService;
class EmptyState;
class FormHost;
class PeriodPicker;
class SheetView;
class SpokenList;
struct SheetRow;

/// The Daily Allocation Sheet: the day's cases, who has them and how far they are, both edited in
/// the cell; its sign-off and its paper.
class AllocationPage : public Page {
    Q_OBJECT

public:
    explicit AllocationPage(DeskService& desk, QWidget* parent = nullptr);

    void focusFirst() override;
    void entered() override;
    QString heading() const override;
    std::optional<core::Paper> paper() const override;

private:
    QWidget* makeHead();
    QWidget* makeMain();
    void makeKeys();
    void connectParts();
    void take(const std::vector<core::Subject>& changed);
    void fillDays();
    void refresh();
    void showSignOff();
    void editCell(int column);
    void change(const SheetRow& row, int column, const QString& value);
    void addNote();
    void signOff();
    QDate shownDay() const;
    std::optional<core::AllocationSheet> sheetNow() const;

    DeskService& m_desk;
    QString m_service; ///< whose sheet this is
    std::vector<QDate> m_days;
    std::optional<core::AllocationSheet> m_sheet;
    PeriodPicker* m_day;
    QLabel* m_summary;
    QLabel* m_state;
    SheetView* m_view;
    SpokenList* m_spoken; ///< below the cases
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    FormHost* m_forms;
    QPushButton* m_allocate;
    QPushButton* m_stage;
    QPushButton* m_note;
    QPushButton* m_sign;
};

}
