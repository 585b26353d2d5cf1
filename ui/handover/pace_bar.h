#pragma once

#include "core/handover/pace.h"

#include <QWidget>

namespace ui {

/// Slot and limit of a handover as a line: where the slot ends, where the limit is, where one is
/// now, and the call. The same is said in words beside it.
class PaceBar : public QWidget {
    Q_OBJECT

public:
    explicit PaceBar(QWidget* parent = nullptr);

    void show(const core::WindowTimes& times, const core::Window* window, core::Instant now);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int xOf(core::Instant at) const;

    core::WindowTimes m_times;
    std::optional<core::Instant> m_callFrom;
    core::Instant m_callTo;
    core::Instant m_now;
};

}
