#pragma once

#include "core/clock/deadline.h"

#include <QWidget>

#include <vector>

namespace ui {

/// The running clocks of one case in a row: shape, title, time left.
class ClockStrip : public QWidget {
    Q_OBJECT

public:
    explicit ClockStrip(QWidget* parent = nullptr);

    void show(const std::vector<core::Deadline>& clocks, core::Instant now);
    /// The same clocks at a later moment.
    void tick(core::Instant now);

signals:
    void opened(const core::Deadline& clock);

protected:
    void changeEvent(QEvent* event) override;

private:
    core::Instant m_shown; ///< the moment that is painted
    std::vector<core::Deadline> m_clocks;
};

}
