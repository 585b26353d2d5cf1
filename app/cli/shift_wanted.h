#pragma once

#include "app/cli/papers.h"
#include "core/profile/calendar.h"

#include <optional>
#include <variant>

namespace cli {

/// The shift of `service` that begins on `date` and runs now, else the last of them that ended,
/// else the first that is still to come; a day on which none begins leads to the next that does.
std::optional<core::DutyPeriod> shiftOn(
    const core::ServiceCalendar& calendar, const QString& service, QDate date, core::Instant now);

/// The shift that runs at `which`, "20:00", "day" (at noon) or "night" (at midnight), of `date`; of
/// an invalid date: the last one that has begun. No paper: what to write instead.
std::variant<core::DutyPeriod, NoPaper> shiftNamed(
    const PaperSources& sources, const QString& service, const QString& which, QDate date);

}
