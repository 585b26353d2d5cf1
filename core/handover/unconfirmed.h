#pragma once

#include "core/command/decision.h"
#include "core/profile/profile.h"
#include "core/records.h"

namespace core {

/// How far another team's EDT Handover Record has come: contact with an officer is the transfer.
/// HO-4.2a, HO-4.2b
/// Accepted: otherwise than in a logged call, as an older version could.
enum class EdtRecordState { Unconfirmed, Telephoned, Declined, Withdrawn, Accepted };
template <>
inline constexpr const char* words<EdtRecordState>[]
    = {"unconfirmed", "telephoned", "declined", "withdrawn", "accepted"};

EdtRecordState edtRecordState(const Case& record, const EdtRecord& received);

/// A record that came, of which nobody has telephoned yet: the team is responsible. HO-4.2a
struct Unconfirmed {
    CaseId caseId;
    QString ref;
    QString title;
    QString from; ///< service that is responsible, by its key
    QString transferNumber;
    EdtRecord received;

    /// "Sam Okafor of Adults north has not telephoned since …": what is owed, a sentence.
    QString text() const;
};

/// Of one open case; none once the worker has telephoned, or the case went on otherwise.
std::vector<Unconfirmed> unconfirmedOn(const Case& record);

/// Those that came for `service`, the oldest first. HO-4.2a
std::vector<Unconfirmed> unconfirmedFor(
    const QString& service, const Records& records, const Profile& profile);

/// What a case owes of them. HO-4.2a
std::vector<Owed> unconfirmedOwed(const Case& record);

}
