#pragma once

#include "core/command/context.h"

namespace core {

/// The date that names the period of duty in which `at` lies: a night is called by the day on which
/// it began. Beyond the end of the holiday table the calendar date, so that a call is never lost.
QDate dutyDate(const Context& context, Instant at);

/// The next reference of this desk with the letter `letter` for that date, without gaps:
/// "E-2026-11-18-003"; on a desk with a mark "E-2026-11-18-B003".
QString nextReference(const Context& context, QChar letter, QDate date);

}
