#pragma once

#include "core/casework/application/document_checklist.h"

namespace core {

class Records;

/// The I-PASS summary as far as the record knows it, to begin the proposal with; what to do if
/// things change is for the officer to write.
Ipass knownSummary(const Case& record, const Records& records, const Profile& profile, Instant now);

/// What is here and has not been e-mailed yet, the stale or unsent referral form first. HO-3.1b.
std::vector<DocumentKind> kindsToSend(const std::vector<ChecklistRow>& documents);

}
