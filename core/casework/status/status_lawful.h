#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/person/person.h"

namespace core {

/// CLK-11: an admission under s4 after its 24 hours.
std::optional<Flag> tooLateForEmergency(const Case& record, Instant admitted);

/// Police protection of somebody who is known to be 18 or over is recorded and flagged. CLK-53
void judgeProtection(
    Decision& decision, const Case& before, const Case& after, const Person* person);

/// A hold of the hospital's own staff over somebody who is learned only now to have been no
/// in-patient when it began is flagged, and what was flagged wrongly is told. CLK-12, CLK-13
void judgeHoldsAgain(Decision& decision, const Case& before, const Case& after);

/// A new application for s2 that is told after it takes the ground from the flag. CLK-10
void noteNewApplication(Decision& decision, const Case& before, const Case& after);

/// A warrant that is told after the entry on it is spent with it; an entry that is learned only now
/// to have been on one that had run out is flagged. CLK-05, CLK-07
void executeWarrant(
    Decision& decision, const Case& before, const PartId& clock, const Context& context);

/// What the law says against the legal statuses that are on `after` and was not said against those
/// on `before`, in whichever order they are told: they are facts, recorded and flagged. CLK-05,
/// CLK-07, CLK-10 to CLK-13
void judgeStatuses(Decision& decision, const Case& before, const Case& after);

/// The same of what is put right: also what was flagged against a status that is off the record, or
/// of a child in a police station who was not detained there, holds no longer. CLK-04, INV-4
void judgeCorrected(
    Decision& decision, const Case& before, const Case& after, const Context& context);

/// The same that no command flagged, since two desks told one half each: flagged by the record
/// itself as from the start of the status, once and alike on every desk. CLK-05, CLK-07, CLK-10 to
/// CLK-13
void deriveFlags(Case& record);
void dropDerivedFlags(Case& record);

/// Those of the status that began at `began` stay, though it is settled that the one before it does
/// not stand beside it. INV-10
void keepFlags(Decision& decision, const Case& record, Instant began);

}
