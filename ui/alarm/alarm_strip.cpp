#include "ui/alarm/alarm_strip.h"

#include "ui/alarm/alarms.h"
#include "ui/theme/alarm_look.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/parts.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void addCount(QStringList& parts, std::size_t count, core::Alarm level)
{
    if (count > 0)
        parts.append(u"%1 %2"_s.arg(count).arg(alarmWord(level)));
}

}

AlarmStrip::AlarmStrip(Alarms& alarms, QWidget* parent)
    : QFrame(parent)
    , m_alarms(alarms)
    , m_mark(new QWidget)
    , m_words(label({}, "strong"))
    , m_open(button(tr("Open"), u"openAlarm"_s))
    , m_heard(button(tr("Heard"), u"heardAlarm"_s))
    , m_snooze(button(tr("Snooze…"), u"snoozeUrgent"_s))
{
    setProperty("role", u"bar"_s);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_mark);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_open);
    layout->addWidget(m_heard);
    layout->addWidget(m_snooze);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const core::Deadline* clock = mostUrgent())
            emit m_alarms.openRequested(*clock);
    });
    addKey(u"openUrgent"_s, tr("Open what the most urgent alarm is about"), QKeySequence(u"F5"_s),
        m_open);
    addKey(u"heardAlarms"_s, tr("Alarms heard: quiet for me"), QKeySequence(u"Ctrl+F5"_s), m_heard);
    addKey(u"snoozeUrgentKey"_s, tr("Snooze the most urgent alarm"), QKeySequence(u"Shift+F5"_s),
        m_snooze);
    connect(m_heard, &QPushButton::clicked, &m_alarms, &Alarms::acknowledge);
    connect(m_snooze, &QPushButton::clicked, this, [this] {
        if (const core::Deadline* clock = mostUrgent())
            m_alarms.askSnooze(*clock);
    });
    m_mark->setFixedWidth(fontMetrics().height() * 3 / 2);
    connect(&alarms, &Alarms::toldChanged, this, &AlarmStrip::refresh);
    refresh();
}

void AlarmStrip::addKey(
    const QString& name, const QString& text, const QKeySequence& key, QPushButton* pressed)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    addAction(action);
    pressed->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, pressed, &QPushButton::click);
}

void AlarmStrip::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_mark->setFixedWidth(fontMetrics().height() * 3 / 2);
}

QString AlarmStrip::text() const
{
    return m_words->text();
}

const core::Deadline* AlarmStrip::mostUrgent() const
{
    const AlarmBook::Told& told = m_alarms.told();
    for (const auto* level : {&told.expired, &told.pressing, &told.warned})
        if (!level->empty())
            return &level->front();
    return nullptr;
}

core::Alarm AlarmStrip::level() const
{
    const AlarmBook::Told& told = m_alarms.told();
    return !told.expired.empty() ? core::Alarm::Expired
        : !told.pressing.empty() ? core::Alarm::Pressing
                                 : core::Alarm::Warned;
}

// A warning alone stays on the clock rail: the strip is for what must be done now.
void AlarmStrip::refresh()
{
    const AlarmBook::Told& told = m_alarms.told();
    const core::Deadline* first = mostUrgent();
    if (!first || level() == core::Alarm::Warned) {
        hide();
        return;
    }
    QStringList parts;
    addCount(parts, told.expired.size(), core::Alarm::Expired);
    addCount(parts, told.pressing.size(), core::Alarm::Pressing);
    addCount(parts, told.warned.size(), core::Alarm::Warned);
    if (told.snoozed > 0)
        parts.append(tr("%1 snoozed").arg(told.snoozed));
    QStringList about{first->title, m_alarms.whose(*first),
        tr("due %1").arg(momentText(first->due, m_alarms.now()))};
    about.removeAll(QString());
    m_words->setText(tr("%1. First: %2").arg(parts.join(u", "_s), about.join(u", "_s)));
    m_snooze->setVisible(level() != core::Alarm::Expired);
    show();
    update();
}

void AlarmStrip::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const Colours& colours = coloursOf(palette());
    const int side = fontMetrics().height();
    painter.fillRect(0, 0, side / 4, height(), alarmColour(level(), colours));
    paintAlarm(painter, QRectF(side * 0.8, (height() - side) / 2.0, side, side), level(), colours);
}

}
