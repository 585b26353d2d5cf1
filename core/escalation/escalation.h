#pragma once

#include "core/escalation/grounds.h"
#include "core/journal/record.h"

namespace core {

/// Who raises it: the public goes the complaints' way, not this one. ESC-1.7
enum class Raiser { Officer, Partner, PersonUsingService, Family, Public };
template <>
inline constexpr const char* words<Raiser>[]
    = {"officer", "partner", "person_using_service", "family", "public"};

/// What it concerns. Professional practice is seen by managers alone. ESC-1.6
enum class Scope {
    Case,
    Practice,
    Provision,
    Resources,
    TransferOfCare,
    Conveyance,
    ComplexDiscussion,
    SeniorMatter,
    Other
};
template <>
inline constexpr const char* words<Scope>[] = {"case", "professional_practice", "provision",
    "resources", "transfer_of_care", "conveyance", "complex_discussion", "senior_matter", "other"};

/// The groups that watch what is learned. ESC-3.4
enum class LearningGroup { EdtGovernance, CrisisCareConcordat };
template <>
inline constexpr const char* words<LearningGroup>[] = {"edt_governance", "crisis_care_concordat"};

/// A discussion by which professionals try to settle it themselves. ESC-2.2
struct InformalAttempt {
    Instant at;
    QString by;
    QString with;
    QString outcome;
    bool resolved = false;
};

/// An agreement that was put in writing before another one came. ESC-2.2b
struct FollowUpSent {
    std::optional<Instant> due;
    std::vector<Instant> warnings;
    Instant at;
    QString words;
};

/// By when a level acknowledges and answers in writing, and when it did. ESC-2.3b, ESC-2.3c
struct LevelClocks {
    std::optional<Instant> acknowledgeDue;
    std::vector<Instant> acknowledgeWarnings;
    std::optional<Instant> acknowledgedAt;
    QString acknowledgedBy;
    std::optional<Instant> responseDue;
    std::vector<Instant> responseWarnings;
    std::optional<Instant> respondedAt;
    QString response;
};

/// One of the two clocks of a level: when it is due, and when what it waits for came.
struct LevelClock {
    std::optional<Instant> LevelClocks::*due;
    std::optional<Instant> LevelClocks::*heard;
};
inline constexpr LevelClock acknowledgement{
    &LevelClocks::acknowledgeDue, &LevelClocks::acknowledgedAt};
inline constexpr LevelClock writtenResponse{&LevelClocks::responseDue, &LevelClocks::respondedAt};

/// Who had it, from when: 0 practitioner, 1 manager, 2 senior manager, 3 director. ESC-3.2, ESC-3.3
struct EscalationLevel {
    int level = 0;
    Instant at;
    QString with;
    QString role;
    QString reason; ///< why a level was left out
    LevelClocks clocks;
};

struct JointAudit {
    PartId id;
    QDate on;
    QString with;
    QString by;
};

/// A concern between organisations, about a case or about the service. ESC-2 to ESC-5
/// Its own clocks are those of the level it is on.
struct Escalation : RecordBase, LevelClocks {
    EscalationId id;
    QString ref; ///< "X-2026-11-18-001"
    QString service; ///< of the desk that received or raised it
    bool incoming = false;
    Raiser raiser = Raiser::Officer;
    QString raisedBy;
    QString raiserRole;
    QString organisation; ///< a route of the profile, or words
    Instant receivedAt;
    std::vector<Ground> grounds;
    std::optional<Scope> scope;
    UserId raisedByUser; ///< who wrote it down here
    QString about;
    QString mitigation; ///< what keeps the person safe meanwhile. ESC-1.8
    std::vector<CaseId> cases;
    QString transferNumber; ///< of the handover it is about. HO-6.4
    bool danger = false; ///< immediate danger: no informal attempt is asked for
    bool signposted = false; ///< to a complaints route: nothing else happens here
    std::vector<InformalAttempt> attempts;
    std::optional<Instant> followUpDue; ///< concern and agreement in writing. ESC-2.2b
    std::vector<Instant> followUpWarnings;
    std::optional<Instant> followedUpAt;
    QString followUp;
    std::vector<FollowUpSent> earlierFollowUps; ///< in writing before the agreement that runs now
    std::vector<EscalationLevel> levels; ///< oldest first; never empty once raised
    QString route; ///< key of the profile's route by which it went. ESC-4.1
    bool seriousIncident = false; ///< or a death: organisations' own processes first. ESC-3.5
    std::optional<Instant> incidentAt; ///< the last that is known
    std::optional<Instant> stageAllowedAt; ///< since then
    QString stageAllowedBy;
    std::vector<JointAudit> audits;
    std::optional<Instant> closedAt;
    QString outcome;
    QString theme; ///< learned. ESC-2.3d
    QString partners; ///< who was told, or why nobody
    std::vector<LearningGroup> groups; ///< that hear of it; none told: both. ESC-3.4

    int level() const { return levels.empty() ? 0 : levels.back().level; }
    /// Whether managers, and who raised it, alone see it. ESC-1.6
    bool restricted() const { return scope == Scope::Practice; }
    bool open() const { return exists() && !closedAt && !signposted; }
    bool auditLocked() const { return seriousIncident && !stageAllowedAt; }
};

/// The levels that had the concern at `at` and had not heard by then, whatever was told before:
/// what is said then answers them all, since whoever raised it waits from receipt. ESC-2.3b,
/// ESC-2.3c
std::vector<std::size_t> waitingAt(const Escalation& record, const LevelClock& clock, Instant at);

/// By when what is said at `at` was due on the first of those levels; none when none waits.
std::optional<Instant> dueAt(const Escalation& record, const LevelClock& clock, Instant at);

/// The same for what is waited for now, or else came last: going up moves no date.
std::optional<Instant> firstDue(const Escalation& record, const LevelClock& clock);

/// What each type of event makes of the record.
const EventRules<Escalation>& eventRules(const Escalation*);

Escalation evolved(Escalation escalation, const Event& event);

}
