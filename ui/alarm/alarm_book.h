#pragma once

#include "core/clock/deadline.h"

#include <QJsonObject>

#include <map>
#include <vector>

namespace ui {

/// The clocks that ask for attention, grouped by level, and which of them have just begun to. Pure:
/// time comes in.
class AlarmBook {
public:
    struct Snooze {
        core::Instant until;
        QString reason;
    };

    /// What is to be told at one moment.
    struct Told {
        std::vector<core::Deadline> expired; ///< never snoozed: visible until the outcome is there
        std::vector<core::Deadline> pressing;
        std::vector<core::Deadline> warned;
        core::Alarm risen = core::Alarm::Calm; ///< the highest level that a clock has just reached
        int snoozed = 0;

        bool quiet() const { return expired.empty() && pressing.empty() && warned.empty(); }
    };

    /// The first look after a start tells everything once as `risen`.
    Told look(const std::vector<core::Deadline>& clocks, core::Instant now);

    /// Quietens a clock until `until` or until it is due, whichever comes first; false when it is
    /// due already.
    bool snooze(const core::Deadline& clock, const Snooze& wanted, core::Instant now);

    QJsonObject toJson() const;
    void read(const QJsonObject& json);

private:
    std::map<QString, core::Alarm> m_level; ///< last told, by part
    std::map<QString, Snooze> m_snoozed;
};

}
