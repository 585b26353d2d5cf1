#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/contact/contact.h"

namespace core {

/// The half of a contact that was passed on to the acting service while another has the contact;
/// none where it turned out to be all that there is. S3-R1
std::optional<Half> halfOfActor(const Contact& contact, const Context& context);

/// S3-R1, INV-1: who took a half over has that: the contact is accepted for the other.
std::optional<Refusal> refuseHalfTaken(const Contact& contact, const Context& context);

/// S3-vii, INV-1: a case of a contact is opened by the service that has it.
std::optional<Refusal> refuseOthersContact(const Contact& contact, const Context& context);

/// S3-vii, S3-R1, INV-1: what a service says came of a contact that another has, or of the half
/// that was passed on to it, ends nothing of the rest: it is noted, and flagged where nothing was
/// passed on. Answers whether it was so. Whoever has the contact, or its case, ends it; what call
/// care has any officer does.
bool noteOfAnothers(
    Decision& decision, const Contact& contact, const QString& words, const Context& context);

/// S3-R1, S3-iii: a call of the service that took a half over keeps no promise but its own: what
/// is noted of it instead on a promise of the service `promiser`; none where it keeps the promise.
std::optional<QString> callOfHalf(
    const Contact& contact, const QString& promiser, const QString& words, const Context& context);

/// The same for the case that the half is on: written on the contact, which it leaves as it is.
void noteHalfOnCase(Decision& decision, const Contact& contact, Half half, const QString& ref,
    const Context& context);

/// HO-3.6a: why a half is on no second case.
std::optional<Refusal> refuseHalfOnCase(const Contact& contact, const Context& context);

}
