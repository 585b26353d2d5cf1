#pragma once

#include "core/command/fields.h"

namespace core {

/// What another team is asked for. COOP-2.2
enum class SupportKind {
    Advice,
    JointAssessment,
    CrisisIntervention,
    CaseResponsibility,
    AttendAssessment,
    EarlyDischarge,
    Other
};
template <>
inline constexpr const char* words<SupportKind>[] = {"advice", "joint_assessment",
    "crisis_intervention", "case_responsibility", "attend_assessment", "early_discharge", "other"};

enum class SupportAnswer { Asked, Agreed, Attended, Deferred, Declined, NotPossible };
template <>
inline constexpr const char* words<SupportAnswer>[]
    = {"asked", "agreed", "attended", "deferred", "declined", "not_possible"};

/// On what ground something about a person was told to another organisation. COOP-1.6
enum class SharingBasis { Consent, PublicTask, Safeguarding, VitalInterests, LegalDuty };
template <>
inline constexpr const char* words<SharingBasis>[]
    = {"consent", "public_task", "safeguarding", "vital_interests", "legal_duty"};

/// That another organisation was told something; in which words, its entry says. COOP-1.6
struct Disclosure {
    PartId id; ///< and of its entry
    QString to;
    std::optional<SharingBasis> basis;
};

/// A brief assessment of risk and care out of hours, and what it tells; its entry has the words.
/// COM-3.5a
struct NeedsAssessment {
    Instant at;
    bool risks = false;
    bool plan = false;
};

enum class MeetingMode { FaceToFace, Virtual, Telephone };
template <>
inline constexpr const char* words<MeetingMode>[] = {"face_to_face", "virtual", "telephone"};

/// What kind of team is asked, where the profile does not know it. COOP-3.9a
enum class TeamKind { Crht, Childrens, Other };
template <>
inline constexpr const char* words<TeamKind>[] = {"crht", "childrens", "other"};

/// Of what kind an older person's illness is: home treatment is for a functional one. COOP-4.1
enum class Illness { Functional, Organic, NotKnown };
template <>
inline constexpr const char* words<Illness>[] = {"functional", "organic", "not_known"};

/// What is told of an older person's suitability for CRHT. COOP-4
struct OlderRoute {
    std::optional<Illness> illness;
    QString organicExcludedBy; ///< of OPMH, or the GP
    std::optional<Instant> organicExcludedAt;
    std::optional<Instant> mdtAt; ///< when OPMH and CRHT discussed the person. COOP-4.2
    QString beforeOpmh; ///< why CRHT was asked in hours before they had
};

/// One answer of a team that was asked; the newest stands on the request too.
struct SupportReply {
    SupportAnswer answer = SupportAnswer::Asked;
    Instant at;
    QString words;
    QString by; ///< who wrote it down
    bool rescreened = false;
};

/// A request to another team: what, and why. COOP-2.1, COOP-2.2; to CRHT: COOP-3, COOP-4
struct SupportRequest {
    PartId id;
    SupportKind kind = SupportKind::Other;
    QString team; ///< the profile's key, or words
    QString what;
    QString why;
    bool crht = false;
    bool trusted = false; ///< no further screening by CRHT. COOP-3.2, COOP-4.2
    QString via; ///< "opmh" or "gp" where the request goes that way. COOP-4
    Instant askedAt;
    QString by;
    std::optional<Instant> plannedAt;
    std::optional<int> notice; ///< minutes from asking to the planned time. COOP-3.8
    QString noticeReason;
    SupportAnswer answer = SupportAnswer::Asked;
    std::optional<Instant> answeredAt;
    QString answerWords;
    QString discussion; ///< with whom it was discussed, and what was said. COOP-2.1
    std::optional<MeetingMode> mode; ///< COOP-3.5
    std::optional<Instant> rescreenedAt; ///< screened again against COOP-3.2
    bool shortNotice = false; ///< under the profile's notice when it was asked. COOP-3.8
    std::optional<Instant> gpSeenAt; ///< organic cause excluded by the GP. COOP-4.3
    std::optional<TeamKind> teamKind = {}; ///< as told, of a team that the profile does not know
    OlderRoute older = {};
    std::vector<SupportReply> replies = {}; ///< oldest first

    bool isCrisis() const; ///< asks CRHT, and not for a discharge
};

/// A High Risk Multi-Agency Discussion. HO-3.7, HO-4.5
struct HighRiskDiscussion {
    PartId id;
    Instant at;
    QString calledBy; ///< the leading service
    QString attendees;
    QString outcomes;
    QString contingency;
    QString sharedWith;
    Instant reviewDue;
    std::vector<Instant> warnings;
    std::optional<Instant> reviewedAt;
    QString review;
};

/// How far a disagreement went: between two managers, decided by both leads, by the team manager,
/// then as an escalation. HO-6.2, HO-6.3
enum class DisputeRung { Managers, JointDecision, TeamManager, Escalation };
template <>
inline constexpr const char* words<DisputeRung>[]
    = {"managers", "joint_decision", "team_manager", "escalation"};

struct DisputeStep {
    PartId dispute;
    DisputeRung rung = DisputeRung::Managers;
    QString names;
    QString decision;
    QString reason; ///< why a step was left out
    Instant at;
};

/// The EDT Handover Record of a day worker, with its own test of transfer. HO-4.1, HO-4.2
struct EdtRecord {
    PartId item; ///< the handover that it came with
    QString worker;
    QString team;
    QString telephone;
    QString manager; ///< who agreed that the handover is proportionate. HO-4.1a
    std::optional<Instant> managerAt;
    QString contingency;
    QString notToContact;
    QString feedbackTo;
    Instant receivedAt;
    std::optional<Instant> telephonedAt; ///< contact with an EDT officer: the transfer. HO-4.2b
    QString officer;
    QString clarification; ///< HO-4.3a
    QString declined;
};

/// To whom the record of the work goes. HO-5.1 to HO-5.4
struct Distribution {
    Instant at;
    QStringList teams; ///< the profile's keys; empty: the AMHP service clarifies. HO-5.3
    QString gp; ///< practice, or why none. HO-5.4
    QString outstanding;
    QString by;
};

/// An escalation that is about the case. HO-6.4
struct EscalationLink {
    EscalationId id;
    QString ref;
    QString transferNumber;
    Instant at;
};

}
