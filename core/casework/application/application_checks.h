#pragma once

#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// Under which status the signed application brings the person in, if there is one.
std::optional<LegalStatus> admittedUnder(const Case& record);
std::optional<LegalStatus> admittedUnder(const Application& made);

/// Detained in hospital: s2, s3, s4.
bool isInHospitalUnder(LegalStatus status);

/// What the law says against an admission at `admitted` on the signed application: examinations out
/// of their time, 24 hours of s4 that had passed, a recommendation that is missing. CLK-01, CLK-11,
/// CLK-16
std::optional<Flag> againstAdmission(const Case& record, Instant admitted);

/// What is told after the admission is judged as if it had been told before: what it brings against
/// it is flagged, and where it clears what was flagged, that is said. INV-6
void judgeAdmissionAgain(Decision& decision, const Case& before, const Case& after);

/// The same of each application, whose AMHP has seen the person: for s2 and s3 the day it is signed
/// is the last of fourteen that begin with that day, for s4 within 24 hours. CLK-15, INV-6
void judgeSightingAgain(Decision& decision, const Case& before, const Case& after);

}
