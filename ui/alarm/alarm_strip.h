#pragma once

#include "ui/alarm/alarm_book.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

class Alarms;

/// The alarms as one line over any page: how many of each level, and the most urgent by name.
class AlarmStrip : public QFrame {
    Q_OBJECT

public:
    explicit AlarmStrip(Alarms& alarms, QWidget* parent = nullptr);

    QString text() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void addKey(
        const QString& name, const QString& text, const QKeySequence& key, QPushButton* pressed);
    const core::Deadline* mostUrgent() const;
    core::Alarm level() const;

    Alarms& m_alarms;
    QWidget* m_mark; ///< room for the shape
    QLabel* m_words;
    QPushButton* m_open;
    QPushButton* m_heard;
    QPushButton* m_snooze;
};

}
