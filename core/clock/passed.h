#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

#include <optional>

namespace core {

/// What is promised by a time that has passed stands as it was promised, and its clock alarms at
/// once: notes "`what` by …, which has passed: it is due now, until `until`."
void notePassed(Decision& decision, const QString& what, Instant by, const QString& until,
    const Context& context);

/// Says that `due`, which was counted in working days, was counted without bank holidays, where it
/// was. H15
void noteHolidays(Decision& decision, const std::optional<Instant>& due, const Context& context);

/// By when a call-back was promised: as told, else after the profile's "ring_back_within", 30
/// minutes where it says nothing. REC-2.2
Instant ringBackBy(const std::optional<Due>& told, const Context& context);

}
