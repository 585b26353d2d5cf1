#pragma once

#include "ui/desk/answer.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

/// The line at the foot of the window: what was saved, what is owed, what was refused and how to
/// mend it. It takes no focus and stays until the next message or Escape.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showAnswer(const Answer& answer, const QString& saved);
    void say(const QString& words);
    void showTrouble(const QString& text, const QString& mend);
    /// Trouble that lasts: it stands under every other message and stays when that is dismissed.
    /// Empty: it is over. A damaged store is `offered` a fresh one by a button.
    void stand(const QString& trouble, bool offered);
    void dismiss();
    /// What is shown now, for a screen reader and for tests.
    QString text() const;

signals:
    void freshRequested();

private:
    void set(const char* role, const QString& sign, const QString& words);
    void showStanding();

    QLabel* m_sign;
    QLabel* m_words;
    QPushButton* m_fresh;
    QPushButton* m_dismiss;
    QString m_message; ///< without what stands under it
    QString m_standing;
};

/// "Saved as E-2026-11-18-003. Still owed: the council, the age (COOP-3.9)."
QString summaryOf(const Answer& answer, const QString& saved);

}
