#pragma once

#include "core/casework/case.h"

namespace core {

using CaseRules = EventRules<Case>;

// What each topic's events make of a case; evolved(Case) joins them.
CaseRules entryRules(); ///< opening, entries, closing, flags, and workRules()
CaseRules workRules(); ///< tasks, lead, allocation, stage
CaseRules statusRules(); ///< legal status, place, clocks, extension
CaseRules extensionRules(); ///< told before its clock
CaseRules correctionRules(); ///< an end that is taken back
CaseRules
assessmentRules(); ///< attendees, doctors, exams, alternatives, assessment, bed, application
CaseRules cooperationRules(); ///< support, high risk, disputes, EDT records, distribution
CaseRules courseRules(); ///< detention, child protection, nearest relative
CaseRules documentRules(); ///< referral form, its issues, documents
CaseRules handoverRules(); ///< discussion, items, acceptance, joint partners

/// Why an event that would change what a case is doing does not fit: it happened after the closing.
Applied afterClosing(const Case& record, const Event& event);

/// A legal clock of that kind began, became known or is due otherwise: what a receiver read back is
/// contradicted. Its words stay, and are asked for anew. HO-3.6b
void readBackNoLonger(Case& record, const QString& clock);

/// Moves a due time; what was read back of it counts no longer.
void setDue(Case& record, ClockFact& clock, Instant due);

/// The clock with that identifier, to be changed; or none.
ClockFact* clockWith(Case& record, const PartId& id);

/// What is said of an event about a clock that is not on the record.
QString noClock();

}
