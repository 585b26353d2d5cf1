#pragma once

#include "core/command/catalogue.h"
#include "core/command/refusals.h"
#include "core/escalation/escalation_rules.h"
#include "core/journal/new_event.h"

namespace core {

/// The open escalation that a command names, or none and a refusal in the decision.
std::shared_ptr<const Escalation> openEscalation(
    Decision& decision, const EscalationId& id, const Context& context);

/// The same also when it was closed: what came after is a fact; a flag tells that it stays closed.
std::shared_ptr<const Escalation> heardEscalation(
    Decision& decision, const EscalationId& id, const QString& clause, const Context& context);

/// One that the user may see and that is no signpost, open or closed; refused otherwise.
std::shared_ptr<const Escalation> seenEscalation(
    Decision& decision, const EscalationId& id, const Context& context);

/// No route of the profile has that key. ESC-4.1
std::optional<Refusal> refuseRoute(const Profile& profile, const QString& key);

std::vector<CommandSpec> escalationUpdateCommands(); ///< what it was raised without
std::vector<CommandSpec> escalationEndCommands(); ///< answer, learn, close, audits

}
