#pragma once

#include "core/escalation/escalation.h"

namespace core {

/// What one closed concern teaches, for one group that watches it: nothing that names a person or a
/// case. ESC-1.9, ESC-3.4
struct ThemeLine {
    LearningGroup group = LearningGroup::EdtGovernance;
    QString quarter; ///< "2026-Q4", by when it was closed, London time
    QString ground; ///< the first
    QString theme;
    QString route; ///< key of the profile's route, or empty
    int level = 0; ///< how far it went
    int audits = 0; ///< joint audits planned. ESC-3.4
};

/// One line for each group that hears of it; none while it is open or signposted. ESC-3.4
std::vector<ThemeLine> themeLines(const Escalation& record);

}
