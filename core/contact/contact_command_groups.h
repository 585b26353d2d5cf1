#pragma once

#include "core/command/spec.h"
#include "core/contact/contact.h"

namespace core {

// The commands of a contact, by what they are about; contactCommands() joins them.
std::vector<CommandSpec> contactRecordCommands(); ///< log, describe, note, correct, link
std::vector<CommandSpec> contactOutcomeCommands(); ///< signpost, open or join a case
std::vector<CommandSpec> contactCloseCommands(); ///< close, also as left to the day
std::vector<CommandSpec> contactSendCommands(); ///< written, send, acknowledge
std::vector<CommandSpec> contactRingBackCommands(); ///< promise to ring back, rang back

/// The contact that a command names, or none and a refusal in the decision.
std::shared_ptr<const Contact> contactNamed(
    Decision& decision, const ContactId& id, const Context& context);

/// What the contact owes once the decision stands.
std::vector<Owed> owedAfter(
    const Contact& contact, const Decision& decision, const Context& context);

/// Says whom an officer is still to ring, of what is answered otherwise. S3-iii
void tellPromised(Decision& decision, const Contact& contact);

/// Links the person that is named, or adds the new one; none when neither is given. Refused when
/// both are, or when there is no such person.
PersonId personFor(Decision& decision, const PersonId& named,
    const std::optional<PersonDetails>& added, const Context& context);

}
