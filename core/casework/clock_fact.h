#pragma once

#include "core/casework/enums.h"
#include "core/clock/deadline.h"

namespace core {

/// A legal status from its start, with who says so.
struct StatusEpisode {
    PartId id;
    LegalStatus status = LegalStatus::None;
    Instant start;
    QString evidence;
    std::optional<Instant> ended;
    QString endReason;
    PartId clock; ///< the clock it started, may be none
};

/// An account of a clock's start beside the one that counts. clocks §1.1
struct OtherStart {
    Instant at;
    QString evidence;
};

/// A fact from which a clock that renews counted anew: a check, a review, a sighting. CLK-03,
/// CLK-60
struct Renewal {
    Instant at;
    QString evidence;
    Instant recorded;
    QString by;
    QString lateReason; ///< why it was written down late, may be empty
};

/// How long a clock was let run, and by whom. CLK-08, CLK-54, CLK-60
struct ClockExtension {
    Instant until;
    QString by;
    QString reason;
    Instant at; ///< when it was authorised
};

/// A clock that was started by a recorded fact: the numbers that decide used, kept for good.
struct ClockFact {
    PartId id;
    QString kind; ///< deadline kind, "s136"
    QString title;
    Instant start;
    QString evidence;
    Instant due;
    std::vector<Instant> warnings;
    ClockState state = ClockState::Running;
    Instant endedAt;
    std::optional<Instant> supersededAt; ///< by a complete application; it goes on. CLK-01
    QString outcome;
    QString clause;
    QString lawVersion;
    int extendedHours = 0; ///< s136B: 0 to 12
    QString extendedBy;
    QString extensionReason;
    std::optional<Instant> extendedAt; ///< when it was authorised
    std::vector<OtherStart> otherStarts; ///< disputed starts; the earliest runs
    std::vector<Renewal> renewals; ///< by time, as each was told
    OtherStart began; ///< how it first began, once it was begun anew
    Instant firstDue; ///< by the start that stands, before anything let it run longer
    std::vector<ClockExtension> extensions; ///< to a time, each as it was told; not those by hours
    bool awaitsAdmission() const { return state == ClockState::Superseded && supersededAt; }
    /// Whether its outcome is still to be told.
    bool stands() const { return state == ClockState::Running || awaitsAdmission(); }
};

/// Who says when it started, with every other account: "police log; 22:40 by another account (…)".
/// clocks §1.1
QString startEvidence(const ClockFact& clock);

}
