#pragma once

#include "core/duty/end_of_duty.h"
#include "ui/desk/answer.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace ui {

class DeskService;

/// What stands between the officer and going home: what is not written, what is not sent, what goes
/// to the reliever; then the sign-off. Each line has its one key.
class EndOfDutyDialog : public QDialog {
    Q_OBJECT

public:
    explicit EndOfDutyDialog(DeskService& desk, QWidget* parent = nullptr);

signals:
    void reported(const ui::Answer& answer, const QString& saved);
    void openRequested(const core::Subject& subject);
    void commandRequested(const QString& command);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void addUnwritten();
    void addUndistributed();
    void addOwed();
    void addUnconfirmed();
    void addSendings();
    void addLeaving();
    void addLine(const QString& text, const QString& action, std::function<void()> run);
    void markSent(const core::SendLine& line);
    void markAcknowledged(const core::SendLine& line);

    DeskService& m_desk;
    QVBoxLayout* m_lines;
    std::vector<QPushButton*> m_acts; ///< from top to bottom
};

}
