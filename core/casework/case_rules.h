#pragma once

#include "core/casework/case.h"

namespace core {

using CaseRules = QHash<QString, EventRule<Case>>;

// What each topic's events make of a case; evolved(Case) joins them.
CaseRules entryRules(); ///< opening, entries, tasks, lead, allocation, closing, flags
CaseRules statusRules(); ///< legal status, place, clocks, extension
CaseRules
assessmentRules(); ///< attendees, doctors, exams, alternatives, assessment, bed, application
CaseRules documentRules(); ///< referral form, its issues, documents
CaseRules handoverRules(); ///< discussion, items, acceptance, joint partners, disputes

}
