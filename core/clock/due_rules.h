#pragma once

#include "core/clock/catalogue.h"

#include <QString>

#include <vector>

namespace core {

/// A deadline by a name that can be typed: every kind of the catalogue under its key, the names
/// that say their length ("s2_28d"), and the few rules that no case clock stands for.
struct DueRule {
    QString name; ///< "s136", "s2_28d"
    ClockKind kind;
    QString setting; ///< the profile duration that replaces the length, empty for none
};

const std::vector<DueRule>& dueRules();

/// The rule called `name`, or none.
const DueRule* dueRule(const QString& name);

/// Whether the rule has a length: the due time of a task or of a call-back is typed by a person.
bool hasLength(const DueRule& rule);

/// When something that started at `start` is due. Throws BeyondHolidays for working days far
/// outside the table.
DueTime dueOf(const DueRule& rule, Instant start, const ServiceCalendar& calendar);

/// "H", "D", "D-gap", "W" or "-": how the length is counted.
QString ruleLetter(Span span);

/// "24 h", "28 days, the first counted", "7 working days after the day of receipt" …
QString lengthText(const ClockKind& kind);

}
