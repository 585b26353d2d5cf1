#pragma once

#include "core/casework/application/document_checklist.h"

namespace core {

class Records;

/// The I-PASS summary as far as the record knows it, to begin the proposal with; what to do if
/// things change is for the officer to write.
Ipass knownSummary(const Case& record, const Records& records, const Profile& profile, Instant now);

/// What the on-call manager is told of a case, as far as its record knows: what, who with the age,
/// where, in law, the clocks that are next and what is to be done; and what it does not know.
/// ESC-6.2
struct ManagerBriefing {
    QString text;
    QStringList unknown;
};
ManagerBriefing managerBriefing(
    const Case& record, const Records& records, const Profile& profile, Instant now);

/// What is here and has not been e-mailed yet, the stale or unsent referral form first. HO-3.1b.
std::vector<DocumentKind> kindsToSend(const std::vector<ChecklistRow>& documents);

}
