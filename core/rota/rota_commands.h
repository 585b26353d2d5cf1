#pragma once

#include "core/command/spec.h"
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

}
