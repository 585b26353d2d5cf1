#include "ui/case/clock_strip.h"

#include "core/time/london.h"
#include "ui/theme/alarm_look.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QIcon alarmIcon(core::Alarm alarm, const QPalette& palette, int side)
{
    QPixmap image(side, side);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintAlarm(painter, QRectF(1, 1, side - 2, side - 2), alarm, coloursOf(palette));
    return image;
}

QString textOf(const core::Deadline& clock, core::Instant now)
{
    const core::Alarm alarm = alarmAt(clock, now);
    const bool said = alarm != core::Alarm::Warned && alarm != core::Alarm::Pressing;
    const QString state = stateText(clock, now);
    return u"%1\n%2"_s.arg(said ? state : u"%1: %2"_s.arg(alarmWord(alarm), state), clock.title);
}

// A long title is cut on the chip, never in its tip or its spoken name.
QString shownText(const QString& text, const QFontMetrics& metrics)
{
    const QString title
        = metrics.elidedText(text.section(u'\n', 1), Qt::ElideRight, metrics.height() * 17);
    return u"%1\n%2"_s.arg(text.section(u'\n', 0, 0), title);
}

QString tipOf(const core::Deadline& clock)
{
    return u"%1. Due %2. Started %3%4. %5"_s.arg(clock.title, core::dateTimeText(clock.due),
        core::dateTimeText(clock.start),
        clock.evidence.isEmpty() ? QString() : u" (%1)"_s.arg(clock.evidence), clock.clause);
}

}

ClockStrip::ClockStrip(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Clocks of this case"));
    (new FlowLayout(this))->setContentsMargins(0, 0, 0, 0);
}

void ClockStrip::show(const std::vector<core::Deadline>& clocks, core::Instant now)
{
    clear(layout());
    m_clocks = clocks;
    for (const core::Deadline& clock : m_clocks) {
        auto* chip = button({}, u"clock."_s + clock.kind, "clock");
        chip->setToolTip(tipOf(clock));
        connect(chip, &QPushButton::clicked, this, [this, clock] { emit opened(clock); });
        layout()->addWidget(chip);
    }
    setVisible(!m_clocks.empty());
    tick(now);
}

// Shapes and the length of the titles follow the theme.
void ClockStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    for (auto* chip : findChildren<QPushButton*>())
        chip->setAccessibleName({});
    tick(m_shown);
}

void ClockStrip::tick(core::Instant now)
{
    m_shown = now;
    const int side = fontMetrics().height();
    for (int i = 0; i < layout()->count(); ++i) {
        const core::Deadline& clock = m_clocks[static_cast<std::size_t>(i)];
        auto* chip = static_cast<QPushButton*>(layout()->itemAt(i)->widget());
        const QString text = textOf(clock, now);
        if (chip->accessibleName().startsWith(text.section(u'\n', 0, 0) + u". "_s))
            continue;
        chip->setText(shownText(text, chip->fontMetrics()));
        chip->setAccessibleName(u"%1. %2"_s.arg(text.section(u'\n', 0, 0), tipOf(clock)));
        chip->setIcon(alarmIcon(alarmAt(clock, now), palette(), side));
        chip->setIconSize(QSize(side, side));
    }
}

}
