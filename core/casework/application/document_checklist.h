#pragma once

#include "core/casework/application/printed_form.h"
#include "core/casework/case.h"
#include "core/command/decision.h"

namespace core {

/// What the documents are for: the handover call, or the application that goes to the hospital.
enum class ChecklistPurpose { Handover, Application };
template <>
inline constexpr const char* words<ChecklistPurpose>[] = {"handover", "application"};

enum class ChecklistState {
    Missing,
    ToFollow,
    Present,
    HeldElsewhere,
    Emailed,
    NotApplicable,
    NotYetHere, ///< attached elsewhere; the file has not arrived at this desk
    Stale ///< the referral form changed since it was last e-mailed
};
template <>
inline constexpr const char* words<ChecklistState>[] = {"missing", "to_follow", "present",
    "held_elsewhere", "emailed", "not_applicable", "not_yet_here", "stale"};

/// One kind of document that the case needs or has.
struct ChecklistRow {
    DocumentKind kind = DocumentKind::Other;
    QString title;
    ChecklistState state = ChecklistState::Missing;
    std::optional<Document> document; ///< what is on the record; of the form the promise to send it
};

/// The documents by what the case is: kinds, not a count. s2: A2 with A3 or two A4; s3: A6 with A7
/// or two A8; s4: A10 with A11. What else is on the record follows. What is attached counts as here
/// unless its file is `awaited`. HO-3.1b.
std::vector<ChecklistRow> documentChecklist(const Case& record, ChecklistPurpose purpose,
    FormState form, const QSet<QString>& awaited = {});

/// The hashes of the case's attached files that have not arrived at this desk.
QSet<QString> filesAwaited(const Case& record, const Records& records);

/// The checklist for the handover call, with the form as it prints now.
std::vector<ChecklistRow> handoverChecklist(
    const Case& record, const Records& records, const Profile& profile);

/// What the checklist leaves owed; asked at the call, never barring it. HO-3.1b, HO-3.5.
std::vector<Owed> owedDocuments(const std::vector<ChecklistRow>& rows);

}
