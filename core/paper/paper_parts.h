#pragma once

#include "core/paper/paper.h"
#include "core/records.h"

namespace core {

// Parts that several papers share.

/// Clocks with what is left of them when the paper is printed, by due time. With `cases` the case
/// of each is named, or the contact.
Grid clocksGrid(
    const std::vector<Deadline>& clocks, Instant printedAt, const Records* cases = nullptr);

/// Name, age or date of birth, NHS number.
void addIdentity(Facts& facts, const Person* person, Instant at);

/// "52, born 3 Mar 1974", "about 40 (police)"; empty while nothing is known.
QString ageText(const Person& person, Instant at);

/// "s136 since Thu 19 Nov 2026 03:10, police log"; empty while there is none.
QString statusText(const Case& record);

/// "emergency department, majors, since …"; empty while not known.
QString placeText(const Case& record);

/// The person's name, or the case's title while nobody is linked.
QString whoText(const Case& record, const Person* person);

/// Words that a later line corrects are ruled through.
Words wordsOf(const QString& text, bool corrected);

}
