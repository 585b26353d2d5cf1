#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/handover/item_events.h"
#include "core/profile/profile.h"
#include "core/records.h"

namespace core {

/// The item is of a warrant, with what was agreed on it; nothing changes where none is told. HO-3.8
void tellWarrant(HandoverItem& item, const std::optional<WarrantAgreement>& warrant);

/// An entry warrant not yet used: a warrant among the documents or asked for by a contact, and no
/// s135 detention since. HO-3.8.
bool hasOpenWarrant(const Case& record, const Records& records);

/// Whether `to` is the service that the profile has on duty out of hours alone for such work.
bool isOutOfHoursService(const QString& to, const QString& kindOfWork, const Profile& profile);

/// Said to be a warrant, or one by the record, that goes to the service on duty out of hours alone.
bool isWarrantOutOfHours(bool said, const Case& record, const QString& to, const Context& context);

/// A warrant is not routinely handed over out of hours: lead and on-call manager, both times and
/// the agreed actions are all named, and they are two people, or it is kept. HO-3.8.
std::optional<Refusal> refuseWarrant(const WarrantAgreement& agreement);

/// A talk with the lead or the manager that is still to come. DESK-2
std::optional<Refusal> refuseAgreementToCome(
    const std::optional<WarrantAgreement>& agreement, const Context& context);

/// An agreement on a warrant that is not handed to the service on duty out of hours alone. HO-3.8.
std::optional<Refusal> refuseAgreementUnasked(const std::optional<WarrantAgreement>& agreement,
    const Case& record, const QString& to, const Context& context);

/// The warrant that an acceptance takes over and the proposal told nothing of: what `told` says was
/// agreed on it, empty where nothing was. None without one. HO-3.8.
std::optional<WarrantAgreement> warrantAccepted(const std::optional<WarrantAgreement>& told,
    const Case& record, const HandoverItem& item, const Context& context);

/// Of a warrant's item: "agreed by … and …: actions", or that no agreement is on record. HO-3.8.
QString warrantText(const HandoverItem& item);

/// What was handed over as a warrant is said: who agreed, or what is missing. HO-3.8.
void flagWarrant(Decision& decision, const std::optional<WarrantAgreement>& agreement);

}
