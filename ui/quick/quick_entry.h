#pragma once

#include "core/id.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace ui {

struct Answer;
class AlertLine;
class DeskService;

/// Type the call as it comes; Enter saves it with its words alone, Shift+Enter begins a new line.
/// The words stay until the store has them.
class QuickEntry : public QFrame {
    Q_OBJECT

public:
    explicit QuickEntry(DeskService& desk, QWidget* parent = nullptr);

    void focusLine();
    QString words() const;

signals:
    void logged(const core::ContactId& contact);
    void reported(const ui::Answer& answer, const QString& saved);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void save();
    void take(const Answer& answer);
    void keep();
    void fitHeight();

    DeskService& m_desk;
    QPlainTextEdit* m_edit;
    QLabel* m_state;
    AlertLine* m_alerts;
    bool m_sending = false;
};

}
