#pragma once

#include "core/duty/duty_bar.h"
#include "ui/desk/answer.h"

#include <QDialog>

class QLabel;
class QListWidget;

namespace ui {

class DeskService;

/// The out-of-hours numbers. Enter copies one and logs the attempt; a digit says what came of it.
/// ESC-5.2
class NumbersDialog : public QDialog {
    Q_OBJECT

public:
    explicit NumbersDialog(DeskService& desk, QWidget* parent = nullptr);

    /// Brings the line with this number forward.
    void choose(const QString& number);

signals:
    void reported(const ui::Answer& answer, const QString& saved);

private:
    void fill();
    void makeResults(QLayout* layout);
    void copy();
    void logResult(core::AttemptResult result);
    const core::ContactLine* current() const;

    DeskService& m_desk;
    std::vector<core::ContactLine> m_lines;
    QListWidget* m_list;
    QLabel* m_told;
    QString m_attempt; ///< identifier of the attempt that awaits a result
    QString m_attemptName;
};

/// "On-call manager, Anyshire: 01632 960101 (bleep 500). Not confirmed since …".
QString lineText(const core::ContactLine& line);

}
