#pragma once

#include "core/clock/deadline.h"

#include <QJsonObject>

#include <map>
#include <set>
#include <vector>

namespace ui {

/// The clocks that ask for attention, grouped by level; which of them have just begun to, and which
/// are to be heard. Pure: time comes in.
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
        core::Alarm sounding = core::Alarm::Calm; ///< the highest level to be heard at this moment
        int snoozed = 0;

        bool quiet() const { return expired.empty() && pressing.empty() && warned.empty(); }
    };

    /// Who hears the alarms from now on, and after how long an unheard one sounds again.
    void listen(const QString& login, std::chrono::milliseconds repeatAfter);
    /// The listener has heard what was told last: for them it is silent until a clock rises again.
    void acknowledge();

    /// The first look after a start tells everything once as `risen`.
    Told look(const std::vector<core::Deadline>& clocks, core::Instant now);

    /// Quietens a clock until `until` or until it is due, whichever comes first; false when it is
    /// due already.
    bool snooze(const core::Deadline& clock, const Snooze& wanted, core::Instant now);

    QJsonObject toJson() const;
    void read(const QJsonObject& json);

private:
    struct Sound {
        core::Alarm level = core::Alarm::Calm;
        core::Instant at; ///< when it last sounded
        std::set<QString> heardBy; ///< at this level
    };

    bool isSnoozed(const QString& key, core::Instant now);
    bool sounds(const QString& key, core::Alarm level, core::Instant now);

    QString m_listener;
    std::chrono::milliseconds m_repeatAfter{std::chrono::minutes(10)};
    std::map<QString, Sound> m_sounds; ///< by part
    std::map<QString, core::Alarm> m_level; ///< last told, by part
    std::map<QString, Snooze> m_snoozed;
};

}
