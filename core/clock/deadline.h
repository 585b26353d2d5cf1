#pragma once

#include "core/command/fields.h"
#include "core/journal/subject.h"
#include "core/time/instant.h"

#include <QString>

#include <vector>

namespace core {

/// Superseded: another clock took its place (an application ends s136); it stays visible, silent.
enum class ClockState { Running, Ended, Superseded };
template <>
inline constexpr const char* words<ClockState>[] = {"running", "ended", "superseded"};

/// How loud a clock is at one instant. Expired stays until somebody records the outcome.
enum class Alarm { Calm, Warned, Pressing, Expired, Silent };
template <>
inline constexpr const char* words<Alarm>[] = {"calm", "warned", "pressing", "expired", "silent"};

/// A legal or agreed clock: a pure function of its record, computed from stored instants; nothing
/// ticks.
struct Deadline {
    Subject subject; ///< the record it stands on
    PartId part; ///< the clock fact, task, document … on it
    CaseId caseId; ///< none for a clock of a contact or a duty
    QString kind; ///< "s136", "task", "document_to_follow" …: profile warnings are by this key
    QString title; ///< "s136 detention", "Second recommendation to follow"
    Instant start;
    QString evidence; ///< who or what says when it started
    Instant due;
    std::vector<Instant> warnings; ///< earliest first
    ClockState state = ClockState::Running;
    Instant endedAt; ///< when ended or superseded
    QString outcome;
    QString clause; ///< clause or section it comes from
    QString lawVersion;
    QString who; ///< who must act, as words
    QString service; ///< responsible for acting now

    bool operator==(const Deadline&) const = default;
};

/// Calm before the first warning, Warned after it, Pressing after the last, Expired from `due` on.
Alarm alarmAt(const Deadline& deadline, Instant now);

/// "3 h 20 min left", "expired 09:40, 12 min ago", "ended 19:35".
QString stateText(const Deadline& deadline, Instant now);

}
