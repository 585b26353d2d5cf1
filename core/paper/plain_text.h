#pragma once

#include "core/paper/acceptances.h"
#include "core/paper/chronicle.h"

namespace core {

// Text to be pasted into another records system: headings, one fact a line, every time with its
// date, no tabs and no characters that such systems mangle. Corrections and late entries are
// marked. ESC-6.5, HO-4.4b

/// `person` may be null.
QString contactText(const Contact& contact, const Person* person, const Profile& profile);

/// The assessment of a case with alternatives, doctors, bed and application; what is not yet known
/// is left out.
QString assessmentText(const Case& record, const Person* person, const Profile& profile);

/// What happened on one case in [from, to), for that person's record; of its handovers also what
/// the book of that duty carries from before and after it. HO-3.6c
QString caseChronologyText(const Case& record, const Person* person, const DutyPeriod& period,
    const ServiceCalendar& calendar);

/// The night of one service: its contacts and calls in the order they happened, then each case it
/// held, with what was done; handovers by the same rule.
QString nightChronologyText(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar);

/// The same words with plain quotes, dashes and spaces; letters of any script stay.
QString plainText(const QString& text);

}
