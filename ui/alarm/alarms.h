#pragma once

#include "ui/alarm/alarm_book.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace ui {

class ClockModel;
class DeskService;

/// Tells the officer about clocks: the strip over any page, one tray notice and one sound for all
/// that rose together. It takes no focus, and is one soft tone while somebody is typing.
class Alarms : public QObject {
    Q_OBJECT

public:
    Alarms(DeskService& desk, ClockModel& clocks, QWidget* window);

    const AlarmBook::Told& told() const { return m_told; }
    void askSnooze(const core::Deadline& clock);
    void snooze(const core::Deadline& clock, const AlarmBook::Snooze& wanted);

signals:
    void toldChanged();
    void openRequested(const core::Deadline& deadline);
    void said(const QString& words);

private:
    void look();
    void sound(core::Alarm level);
    void notify();
    void writeDown(const core::Deadline& clock, const AlarmBook::Snooze& wanted);

    DeskService& m_desk;
    ClockModel& m_clocks;
    QWidget* m_window;
    QSystemTrayIcon* m_tray = nullptr;
    AlarmBook m_book;
    AlarmBook::Told m_told;
};

}
