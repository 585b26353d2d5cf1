#pragma once

#include "core/command/fields.h"

namespace core {

enum class LegalStatus {
    Informal,
    S136,
    S135,
    S135Return,
    S5_2,
    S5_4,
    S2,
    S3,
    S4,
    Cto,
    S17Leave,
    Awol,
    Guardianship,
    PoliceProtection,
    Pace,
    Voluntary,
    None
};
template <>
inline constexpr const char* words<LegalStatus>[]
    = {"informal", "s136", "s135_1", "s135_2", "s5_2", "s5_4", "s2", "s3", "s4", "cto", "s17_leave",
        "awol", "guardianship", "police_protection", "pace", "voluntary", "none"};

/// Where somebody is. `PoliceStation` can be recorded as a fact, never planned for under 18.
/// CLK-04.
enum class PlaceKind {
    Home,
    Ed,
    Ward,
    Suite136,
    PoliceStation,
    Public,
    CareHome,
    Ambulance,
    Other,
    NotKnown
};
template <>
inline constexpr const char* words<PlaceKind>[] = {"home", "ed", "ward", "s136_suite",
    "police_station", "public", "care_home", "ambulance", "other", "not_known"};

enum class Stage {
    Received,
    Triage,
    Accepted,
    Allocated,
    Planned,
    InProgress,
    AwaitingBed,
    ApplicationMade,
    Conveying,
    Admitted,
    Closed
};
template <>
inline constexpr const char* words<Stage>[]
    = {"received", "triage", "accepted", "allocated", "planned", "in_progress", "awaiting_bed",
        "application_made", "conveying", "admitted", "closed"};

/// Outcome codes of an assessment or a case (records §2.3).
enum class Outcome {
    S2,
    S3,
    S4,
    InformalAdmission,
    CtoRecall,
    CtoRevoked,
    ForensicRecall,
    Guardianship,
    NotDetainedCrht,
    NotDetainedCmht,
    NotDetainedNfa,
    NotDetainedGp,
    Discharged136,
    NoBed,
    NoDoctor,
    NoAccess,
    Unfit,
    PoliceUnavailable,
    Withdrawn,
    NotAccepted,
    Transferred,
    Died,
    Duplicate,
    AdviceGiven,
    Completed
};
template <>
inline constexpr const char* words<Outcome>[] = {"s2", "s3", "s4", "informal_admission",
    "cto_recall", "cto_revoked_or_extended", "s37_41_recall", "guardianship", "not_detained_crht",
    "not_detained_cmht_other", "not_detained_nfa", "not_detained_gp", "discharged_from_s136",
    "not_completed_no_bed", "not_completed_no_doctor", "not_completed_no_access",
    "not_completed_unfit", "not_completed_police_unavailable", "withdrawn_by_referrer",
    "not_accepted_after_triage", "transferred", "died", "duplicate", "advice_given", "completed"};

/// Kinds of document a handover or a bed can wait for: kinds, not a count. HO-3.1b.
enum class DocumentKind {
    ReferralForm,
    AmhpReport,
    RiskAssessment,
    CarePlan,
    Warrant,
    A1,
    A2,
    A3,
    A4First,
    A4Second,
    A5,
    A6,
    A7,
    A8First,
    A8Second,
    A9,
    A10,
    A11,
    H1,
    H2,
    H3,
    RioRecord,
    Other
};
template <>
inline constexpr const char* words<DocumentKind>[]
    = {"referral_form", "amhp_report", "risk_assessment", "care_plan", "warrant", "A1", "A2", "A3",
        "A4_first", "A4_second", "A5", "A6", "A7", "A8_first", "A8_second", "A9", "A10", "A11",
        "H1", "H2", "H3", "rio_record", "other"};

enum class DocumentState { Attached, HeldElsewhere, ToFollow, Emailed, NotApplicable };
template <>
inline constexpr const char* words<DocumentState>[]
    = {"attached", "held_elsewhere", "to_follow", "emailed", "not_applicable"};

/// Least restrictive alternatives. COOP-2.4, 2.6.
enum class Alternative {
    Crht,
    Gp,
    Cmht,
    StreetTriage,
    CrisisHouse,
    InformalAdmission,
    Family,
    Respite,
    McaDols,
    Other
};
template <>
inline constexpr const char* words<Alternative>[] = {"crht", "gp", "cmht", "street_triage",
    "crisis_house", "informal_admission", "family", "respite", "mca_dols", "other"};

enum class AlternativeAnswer {
    Tried,
    Offered,
    Declined,
    NotSuitable,
    NotEligible,
    Used,
    ApplicationRequired
};
template <>
inline constexpr const char* words<AlternativeAnswer>[] = {"tried", "offered", "declined",
    "not_suitable", "not_eligible", "used", "application_clearly_required"};

/// Handover purposes and reasons. HO-1.5, HO-2.1a to g.
enum class HandoverPurpose { HandOver, Inform, Joint };
template <>
inline constexpr const char* words<HandoverPurpose>[] = {"hand_over", "inform", "joint"};

enum class HandoverReason {
    UnableToProgress,
    UnableToComplete,
    BetterInHours,
    OfficerBeyondHours,
    ShareInformation,
    ShareManagementPlan,
    JointPlan
};
template <>
inline constexpr const char* words<HandoverReason>[]
    = {"unable_to_progress", "unable_to_complete", "better_in_hours", "officer_beyond_hours",
        "share_information", "share_management_plan", "joint_plan"};

enum class ItemState {
    Proposed,
    ReadBack,
    AcceptedByTelephone,
    Accepted,
    Declined,
    Withdrawn,
    Informed
};
template <>
inline constexpr const char* words<ItemState>[] = {"proposed", "read_back", "accepted_by_telephone",
    "accepted", "declined", "withdrawn", "informed"};

}
