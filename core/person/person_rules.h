#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"
#include "core/person/person.h"

namespace core {

/// Adds a new person to the decision: the event, what the checks say, and who may be the same.
/// Never refused for a doubtful identifier, only for an impossible date or age.
PersonId addPerson(Decision& decision, const PersonId& wanted, const PersonDetails& details,
    const Context& context);

/// Changes fields of a person in the decision, checked in the same way.
void updatePerson(
    Decision& decision, const Person& person, const PersonDetails& changes, const Context& context);

/// What is still missing about a person, with the step at which each is asked (records §2.1).
std::vector<Owed> owedOf(const Person& person);

/// The person as known once the decision's events stand.
Person personAfter(const Decision& decision, const PersonId& id, const Context& context);

/// Whether nothing at all is told.
bool isEmpty(const PersonDetails& details);

}
