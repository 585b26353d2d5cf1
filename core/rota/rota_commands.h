#pragma once

#include "core/command/spec.h"
#include "core/rota/cover.h"
#include "core/rota/shift_events.h"

namespace core {

std::vector<CommandSpec> rotaImportCommands();

/// Whom a shift is given to.
struct Filling {
    UserId user;
    QString person;
    QString number;
    std::optional<bool> amhp;
    std::optional<Fill> fill;
};

/// Writes the person into the plan: the user's name and warrant where a user is named. An AMHP's
/// shift is refused to a user without a warrant. COM-3.1
std::optional<Refusal> fillShift(RotaShift& plan, const Filling& filling, const Context& context);

/// COM-3.11c: says which people of these months work more shifts than their band does, once the
/// changed shifts stand. A plan may exceed the limit: it is flagged; a band not known is owed.
void flagLimits(
    Decision& decision, const std::map<ShiftId, RotaShift>& changed, const Context& context);

/// COM-3.1: says which parts of the period are without AMHP once the changed shifts stand.
void noteGaps(Decision& decision, const std::map<ShiftId, RotaShift>& changed,
    const Stretch& period, const Context& context);

}
