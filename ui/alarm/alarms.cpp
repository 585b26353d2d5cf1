#include "ui/alarm/alarms.h"

#include "core/time/london.h"
#include "ui/alarm/snooze_dialog.h"
#include "ui/desk/desk_service.h"
#include "ui/form/record_field.h"
#include "ui/shell/clock_model.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

const auto snoozesKey = u"desk:snoozed"_s;

bool typing()
{
    const QWidget* focus = QApplication::focusWidget();
    return focus && focus->testAttribute(Qt::WA_InputMethodEnabled);
}

}

Alarms::Alarms(DeskService& desk, ClockModel& clocks, QWidget* window)
    : QObject(window)
    , m_desk(desk)
    , m_clocks(clocks)
    , m_window(window)
{
    m_book.read(desk.draft(snoozesKey));
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        m_tray->show();
        connect(m_tray, &QSystemTrayIcon::messageClicked, window, [window] {
            window->showNormal();
            window->raise();
        });
    }
    connect(&clocks, &ClockModel::modelReset, this, &Alarms::look);
    connect(&clocks, &ClockModel::dataChanged, this, &Alarms::look);
    look();
}

void Alarms::look()
{
    std::vector<core::Deadline> clocks;
    for (int row = 0; row < m_clocks.rowCount(); ++row)
        clocks.push_back(m_clocks.deadline(row));
    m_told = m_book.look(clocks, m_desk.now());
    if (m_told.risen > core::Alarm::Calm) {
        sound(m_told.risen);
        notify();
    }
    emit toldChanged();
}

// One tone for a warning, two when due soon, three when expired.
void Alarms::sound(core::Alarm level)
{
    const int tones = typing()           ? 1
        : level == core::Alarm::Expired  ? 3
        : level == core::Alarm::Pressing ? 2
                                         : 1;
    for (int i = 0; i < tones; ++i)
        QTimer::singleShot(i * 300ms, qApp, [] { QApplication::beep(); });
}

// Names stay off the tray: a notice shows over other programs and on a locked screen.
void Alarms::notify()
{
    if (!m_tray)
        return;
    QStringList lines;
    if (!m_told.expired.empty())
        lines.append(tr("%1 expired").arg(m_told.expired.size()));
    if (!m_told.pressing.empty())
        lines.append(tr("%1 due soon").arg(m_told.pressing.size()));
    if (!m_told.warned.empty())
        lines.append(tr("%1 coming up").arg(m_told.warned.size()));
    m_tray->showMessage(tr("Dutydesk clocks"), lines.join(u", "_s));
}

void Alarms::askSnooze(const core::Deadline& clock)
{
    if (alarmAt(clock, m_desk.now()) == core::Alarm::Expired) {
        emit said(tr("An expired clock stays in view until its outcome is recorded."));
        return;
    }
    auto* dialog = new SnoozeDialog(clock, m_desk.now(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SnoozeDialog::chosen, this,
        [this, clock](const AlarmBook::Snooze& wanted) { snooze(clock, wanted); });
    dialog->open();
}

void Alarms::snooze(const core::Deadline& clock, const AlarmBook::Snooze& wanted)
{
    if (!m_book.snooze(clock, wanted, m_desk.now()))
        return;
    m_desk.keepDraft(snoozesKey, m_book.toJson());
    writeDown(clock, wanted);
    look();
}

void Alarms::writeDown(const core::Deadline& clock, const AlarmBook::Snooze& wanted)
{
    const QString until = core::timeText(std::min(wanted.until, clock.due));
    emit said(tr("%1 is quiet until %2.").arg(clock.title, until));
    if (clock.caseId.isNull())
        return;
    QJsonObject note = presetFor(u"case.note"_s, core::subjectOf(clock.caseId));
    note.insert(u"do"_s, u"case.note"_s);
    note.insert(
        u"words"_s, u"Alarm for %1 snoozed until %2: %3"_s.arg(clock.title, until, wanted.reason));
    m_desk.submit(std::move(note), this, [](const Answer&) {});
}

}
