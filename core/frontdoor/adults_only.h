#pragma once

#include "core/casework/case.h"
#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/contact/contact.h"

namespace core {

/// Whether a contact is about somebody under 18: it says so, or its category is a child's; else by
/// the person's age at that moment, and where that is not known by the age in words. "Both" is not:
/// its adult's half is somebody of 18 or more.
bool concernsChild(const Contact& contact, const Records& records, Instant at);
bool concernsChild(const Contact& contact, const Person& person, Instant at);

/// S3-R1, S3-R6, INV-12: what an adults-only service asks before it takes a contact over, opens a
/// case from it or puts it on one: that it is no child's, and, where neither an age nor whom it
/// concerns is known, or the age in words may be a child's, that somebody confirms an adult, which
/// is written down. Nothing where the service serves both.
void judgeAge(Decision& decision, const Contact& contact, const QString& service,
    bool adultConfirmed, const Context& context);

/// The same for a case or a handover by its kind of work and its person. S3-R1, S3-R6, INV-12
std::optional<Refusal> refuseChildsCase(const QString& kindOfWork, const PersonId& person,
    const QString& service, const Context& context);
std::optional<Refusal> refuseChildsCase(const QString& kindOfWork, const Person& person,
    const QString& service, const Context& context);

/// What turns out to be a child's once it is recorded is a fact: flagged once on a case that an
/// adults-only service has, with whom it is passed on to (S3-R6), and where adult home treatment
/// was asked (COOP-3.9a). `record` is the case before the decision. INV-12
void judgeChild(Decision& decision, const Case& record, const Context& context);

/// The same of a contact, or the case that it is on; `before` is empty for a new one. S3-R6
void judgeChild(
    Decision& decision, const Contact& before, const ContactId& id, const Context& context);

}
