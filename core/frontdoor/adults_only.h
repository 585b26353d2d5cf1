#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/contact/contact.h"

namespace core {

/// Whether a contact is about somebody under 18: it says so, its category is a child's, or the
/// person's age at that moment is known. "Both" concerns an adult too.
bool concernsChild(const Contact& contact, const Records& records, Instant at);

/// S3-R1, S3-R6: an adults-only service takes no child on: not their contact, not a case of theirs,
/// not a handover. Nothing where the service serves both.
std::optional<Refusal> refuseChild(
    const Contact& contact, const QString& service, const Context& context);

/// The same for a case by its kind of work and its person. S3-R1, S3-R6, INV-12
std::optional<Refusal> refuseChildsCase(const QString& kindOfWork, const PersonId& person,
    const QString& service, const Context& context);

}
