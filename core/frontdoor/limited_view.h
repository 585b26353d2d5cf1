#pragma once

#include "core/command/decision.h"
#include "core/profile/profile.h"
#include "core/user/user.h"

namespace core {

/// What a user of a limited role looks at: calls, people, alerts, the rota and who is on duty. Of a
/// case they see that there is one, whose it is and which service is responsible, no more. S3-iii

/// Whether every role of the user limits them; nobody acting: no.
bool isLimited(const User* user, const Profile& profile);

/// Why the user may not read a record of this kind.
std::optional<Refusal> refuseToRead(const User* user, const Profile& profile, SubjectKind kind);

/// Why the user may not list this read table, by its word.
std::optional<Refusal> refuseToList(const User* user, const Profile& profile, const QString& table);

/// The fields of a contact or a person, as their commands and columns name them, that the user does
/// not see: of a contact those that their role does not record, of a person what is for officers.
QStringList hiddenFields(const User* user, const Profile& profile, SubjectKind kind);

/// Why the user may not have papers, pages and texts about cases.
std::optional<Refusal> refuseBooks(const User* user, const Profile& profile);

/// The columns of the table of cases that a limited user sees.
const QStringList& limitedCaseColumns();

}
