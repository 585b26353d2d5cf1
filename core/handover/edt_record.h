#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The EDT Handover Record that a handover came with, or none. HO-4.1b
const EdtRecord* edtRecordOf(const Case& record, const PartId& item);

/// Whose case it is until the call: the acting user's own service, and of what came to the inbox of
/// the out-of-hours service the one named, or that of the day. HO-4.2b
QString givingService(const QString& named, const WorkKind& work, const Context& context);

/// The profile has no such giving service with a book, or it is the receiving one.
std::optional<Refusal> refuseGiver(
    const QString& from, const WorkKind& work, const Profile& profile);

/// Between the AMHP service and EDT cases go by proposal, discussion and read-back. HO-1.4b
std::optional<Refusal> refuseHandoverRoute(
    const QString& from, const WorkKind& work, const Profile& profile);

/// The day team itself hands over without its manager's agreement. HO-4.1a; what EDT enters of what
/// came to its inbox is a fact, and owes it.
std::optional<Refusal> refuseWithoutManager(
    const QString& manager, const QString& from, const Context& context);

/// The handover, named or the newest, that was declined in the call and is taken up again when the
/// worker rings once more; none while another awaits its answer. HO-4.2b
const HandoverItem* declinedInCall(const Case& record, const PartId& item);

/// The handover, named or the newest, that was withdrawn after the given time of a call: that
/// nobody has logged or, of an acceptance, that was declined before; none where another was
/// proposed by then. HO-4.2b
const HandoverItem* withdrawnAfterCall(
    const Case& record, const PartId& item, bool declines, const Context& context);

/// The handover, named or the newest of the given time of a call, that is answered otherwise than
/// that call says; none where the call is the second one, or is logged already. HO-4.2b
const HandoverItem* answeredBesideCall(
    const Case& record, const PartId& item, bool declines, const Context& context);

/// The call that was before the withdrawal, or before the one that was logged, was the transfer:
/// the receiver had the case from then until that, and the giver has what was withdrawn since.
/// HO-4.2b, INV-1
void holdUntilWithdrawn(Case& record, const HandoverItem& item, Instant call, Instant recorded);

/// A second call about what was declined, named or the newest: the giver has the case no longer, or
/// it was before that; the refusal names the handover that the call's time means. HO-4.2b
std::optional<Refusal> refuseSecondCall(
    const Case& record, const PartId& named, const HandoverItem& declined, const Context& context);

/// A handover that came with a record is answered in the telephone call alone. HO-4.2b
std::optional<Refusal> refuseNotTelephoned(const Case& record, const HandoverItem& item);

/// The acting user's roles do not let them accept. HO-3.6b
std::optional<Refusal> refuseRoleToAccept(const Context& context);

/// The next transfer number after `base`, of this desk.
QString transferNumber(const QString& base, const Context& context);

}
