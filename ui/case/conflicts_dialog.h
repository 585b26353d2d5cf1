#pragma once

#include "ui/desk/answer.h"

#include <QDialog>

class QLabel;

namespace ui {

class ConflictsPanel;
class DeskService;
class FormHost;

/// Every open conflict of this desk, whatever record it stands on, each to be settled here: some
/// records (users, duties, windows) have no page of their own.
class ConflictsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ConflictsDialog(DeskService& desk, QWidget* parent = nullptr);

signals:
    void reported(const ui::Answer& answer, const QString& saved);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void goOn();

    DeskService& m_desk;
    ConflictsPanel* m_conflicts;
    FormHost* m_forms;
    QLabel* m_none;
};

}
