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
const auto watchedKey = u"desk:watched"_s;
constexpr auto shortest = 2min; ///< a gap in the watch that is worth a word
constexpr std::size_t mostNamed = 3;

bool typing()
{
    const QWidget* focus = QApplication::focusWidget();
    return focus && focus->testAttribute(Qt::WA_InputMethodEnabled);
}

}

int tonesOf(core::Alarm level, bool typing)
{
    return typing ? 1 : level == core::Alarm::Expired ? 3 : level == core::Alarm::Pressing ? 2 : 1;
}

Alarms::Alarms(DeskService& desk, ClockModel& clocks, QWidget* window)
    : QObject(window)
    , m_desk(desk)
    , m_clocks(clocks)
    , m_window(window)
{
    m_book.read(desk.draft(snoozesKey));
    if (const QJsonValue at = desk.draft(watchedKey).value(u"at"_s); at.isDouble())
        m_watched = core::fromMillis(at.toInteger());
    listen();
    connect(&desk, &DeskService::userChanged, this, &Alarms::listen);
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_tray = new QSystemTrayIcon(QApplication::windowIcon(), this);
        m_tray->show();
        connect(m_tray, &QSystemTrayIcon::messageClicked, window, [window] {
            window->showNormal();
            window->raise();
        });
    }
    connect(&clocks, &ClockModel::modelReset, this, &Alarms::look);
    connect(&desk, &DeskService::ticked, this, &Alarms::look);
    // The window must stand before it can be told what it missed.
    QMetaObject::invokeMethod(this, &Alarms::look, Qt::QueuedConnection);
}

void Alarms::listen()
{
    const auto user = m_desk.user();
    m_book.listen(
        user ? user->login : QString(), m_desk.profile().duration(u"alarm_repeat"_s, 10min));
}

void Alarms::acknowledge()
{
    m_book.acknowledge();
    emit said(tr("The alarms are quiet for you until another clock rises. They stay in view."));
}

QString Alarms::whose(const core::Deadline& clock) const
{
    return m_clocks.whose(clock);
}

core::Instant Alarms::now() const
{
    return m_desk.now();
}

void Alarms::rememberWatch()
{
    m_desk.keepDraft(watchedKey, {{u"at"_s, core::toMillis(m_desk.now())}});
}

// After sleep, a crash or a closed window: one line for all that came due meanwhile.
void Alarms::tellMissed(const std::vector<core::Deadline>& clocks)
{
    const core::Instant now = m_desk.now();
    const auto since = std::exchange(m_watched, now);
    if (!since || now - *since < shortest)
        return;
    QStringList missed;
    for (const core::Deadline& clock : clocks)
        if (clock.due > *since && clock.due <= now)
            missed.append(
                u"%1, %2, %3"_s.arg(clock.title, whose(clock), core::timeText(clock.due)));
    if (missed.isEmpty())
        return;
    const auto count = static_cast<std::size_t>(missed.size());
    QString names = missed.mid(0, mostNamed).join(u"; "_s);
    if (count > mostNamed)
        names += tr("; and %1 more on the clock rail").arg(count - mostNamed);
    emit said(tr("Nothing watched the clocks since %1 (%2). Came due meanwhile: %3.")
                  .arg(core::dateTimeText(*since), core::durationText(now - *since), names));
}

void Alarms::look()
{
    std::vector<core::Deadline> clocks;
    for (int row = 0; row < m_clocks.rowCount(); ++row)
        clocks.push_back(m_clocks.deadline(row));
    tellMissed(clocks);
    m_told = m_book.look(clocks, m_desk.now());
    if (m_told.sounding > core::Alarm::Calm)
        sound(m_told.sounding);
    if (m_told.risen > core::Alarm::Calm)
        notify();
    emit toldChanged();
}

void Alarms::sound(core::Alarm level)
{
    const int tones = tonesOf(level, typing());
    emit sounded(tones);
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
