#pragma once

#include "ui/alarm/alarm_book.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace ui {

class ClockModel;
class DeskService;

/// How many tones an alarm is: one for a warning, two when due soon, three when expired; always one
/// while somebody is typing.
int tonesOf(core::Alarm level, bool typing);

/// Tells the officer about clocks: the strip over any page, one tray notice and one sound for all
/// that rose together, again after the profile's `alarm_repeat` until this person has heard it. It
/// takes no focus. What came due while the machine slept is told as one line.
class Alarms : public QObject {
    Q_OBJECT

public:
    Alarms(DeskService& desk, ClockModel& clocks, QWidget* window);

    const AlarmBook::Told& told() const { return m_told; }
    void askSnooze(const core::Deadline& clock);
    void snooze(const core::Deadline& clock, const AlarmBook::Snooze& wanted);
    /// The person at the desk has heard what is told now.
    void acknowledge();
    /// Whose clock it is: "Aaron Lisle · C-2026-11-18-004".
    QString whose(const core::Deadline& clock) const;
    core::Instant now() const;
    /// Remembers until when the clocks were watched, for the next start.
    void rememberWatch();

signals:
    void toldChanged();
    void sounded(int tones);
    void openRequested(const core::Deadline& deadline);
    void said(const QString& words);

private:
    void look();
    void listen();
    void tellMissed(const std::vector<core::Deadline>& clocks);
    void sound(core::Alarm level);
    void notify();
    void writeDown(const core::Deadline& clock, const AlarmBook::Snooze& wanted);

    DeskService& m_desk;
    ClockModel& m_clocks;
    QWidget* m_window;
    QSystemTrayIcon* m_tray = nullptr;
    AlarmBook m_book;
    AlarmBook::Told m_told;
    std::optional<core::Instant> m_watched; ///< the last look at the clocks
};

}
