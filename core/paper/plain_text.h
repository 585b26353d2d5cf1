#pragma once

#include "core/paper/chronicle.h"
#include "core/profile/calendar.h"

namespace core {

// Text to be pasted into another records system: headings, one fact a line, every time with its
// date, no tabs and no characters that such systems mangle. Corrections and late entries are
// marked. ESC-6.5, HO-4.4b

/// `person` may be null.
QString contactText(const Contact& contact, const Person* person, const Profile& profile);

/// The assessment of a case with alternatives, doctors, bed and application; what is not yet known
/// is left out.
QString assessmentText(const Case& record, const Person* person, const Profile& profile);

/// What happened on one case in [from, to), for that person's record.
QString caseChronologyText(
    const Case& record, const Person* person, const DutyPeriod& period, const Profile& profile);

/// The night of one service: its contacts and calls in the order they happened, then each case it
/// held, with what was done.
QString nightChronologyText(
    const DutyPeriod& period, const Records& records, const Profile& profile);

/// The same words with plain quotes, dashes and spaces; letters of any script stay.
QString plainText(const QString& text);

}
