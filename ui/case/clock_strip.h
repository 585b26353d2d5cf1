#pragma once

#include "core/clock/deadline.h"

#include <QWidget>

#include <vector>

namespace ui {

/// The clocks of one case in a row: shape, title, time left. Ended ones follow, quiet.
class ClockStrip : public QWidget {
    Q_OBJECT

public:
    explicit ClockStrip(QWidget* parent = nullptr);

    void show(const std::vector<core::Deadline>& clocks, core::Instant now);
    /// The same clocks at a later moment.
    void tick(core::Instant now);

signals:
    void opened(const core::Deadline& clock);

private:
    std::vector<core::Deadline> m_clocks;
};

}
