#pragma once

#include "core/casework/case.h"

namespace core {

/// The 19 example grounds of an escalation, and any other. ESC-2.1
enum class Ground {
    ComplexSafeguarding,
    ComplexCase,
    MhaOutcomeDispute,
    StatutoryDelay,
    AppropriateAdult,
    ProfessionalDispute,
    ItAccess,
    ShiftCover,
    HealthAndSafety,
    Commissioning,
    Weather,
    Reputation,
    Media,
    OnCallManager,
    ServiceDelay,
    TransferOrBed,
    Conveyance,
    PaceBed,
    BusinessContinuity,
    Other
};
template <>
inline constexpr const char* words<Ground>[]
    = {"complex_safeguarding", "complex_case", "mha_referral_outcome_dispute",
        "delay_in_statutory_assessment", "appropriate_adult", "professional_dispute", "it_access",
        "shift_cover", "health_and_safety", "commissioning", "inclement_weather",
        "reputational_risk", "media_enquiry", "on_call_manager_difficulty", "service_delay",
        "transfer_of_care_or_bed", "conveyance", "pace_bed", "business_continuity", "other"};

/// Grounds that the record of a case itself suggests at `now`: a clock that ran out, a conveyance
/// that is late, a trusted request that CRHT screened again (COOP-3.2), a disagreement that is
/// open. ESC-2.1
std::vector<Ground> suggestedGrounds(const Case& record, Instant now);

}
