#include "ui/handover/pace_bar.h"

#include "core/time/london.h"
#include "ui/theme/colours.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

PaceBar::PaceBar(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Slot, limit and call on a line; the words beside say the same"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaceBar::show(const core::WindowTimes& times, const core::Window* window, core::Instant now)
{
    m_times = times;
    m_now = now;
    m_callFrom = window ? window->verbalStarted : std::nullopt;
    m_callTo = window ? window->verbalEnded.value_or(window->closedAt.value_or(now)) : now;
    update();
}

QSize PaceBar::sizeHint() const
{
    return {fontMetrics().height() * 14, fontMetrics().height() * 2};
}

// A quarter of an hour stands on either side of slot and limit.
int PaceBar::xOf(core::Instant at) const
{
    constexpr auto aside = std::chrono::minutes(10);
    const double all = static_cast<double>((m_times.breach - m_times.opens + 2 * aside).count());
    const double done = static_cast<double>((at - m_times.opens + aside).count());
    return static_cast<int>(std::clamp(done / all, 0.0, 1.0) * (width() - 4)) + 2;
}

void PaceBar::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursOf(palette());
    const int em = fontMetrics().height();
    const int thick = em / 3;
    const int y = height() - thick - em / 3;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, y, width(), thick), colours.line);
    painter.fillRect(
        QRect(QPoint(xOf(m_times.opens), y), QPoint(xOf(m_times.starts), y + thick - 1)),
        colours.calm);
    painter.fillRect(QRect(QPoint(xOf(m_times.starts) + 2, y + thick / 3),
                         QPoint(xOf(m_times.breach), y + thick - 1 - thick / 3)),
        colours.warned);
    if (m_callFrom)
        painter.fillRect(QRect(QPoint(xOf(*m_callFrom), y - thick),
                             QPoint(std::max(xOf(m_callTo), xOf(*m_callFrom) + 2), y - 2)),
            colours.accent);
    painter.setPen(colours.quiet);
    for (const core::Instant at : {m_times.opens, m_times.starts, m_times.breach}) {
        painter.drawLine(xOf(at), y - thick / 2, xOf(at), y + thick + 1);
        const QString text = core::timeText(at);
        painter.drawText(QRect(xOf(at) - em * 2, 0, em * 4, em), Qt::AlignHCenter, text);
    }
    const int now = xOf(m_now);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.text);
    painter.drawPolygon(QPolygon({QPoint(now - em / 3, height()), QPoint(now + em / 3, height()),
        QPoint(now, y + thick / 2)}));
}

}
