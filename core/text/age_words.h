#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace core {

/// The age in whole years that words name: "15", "15yo", "sixteen", "8 months" (0), "turns 18 next
/// week" (17), "under 18" (17). None where they name none, or leave open which side of 18 it is
/// ("mother 42, son 5", "over 16", "turns 18 today", "18?", "maybe 19", "about 18"). How many
/// people there are, and a date, are no ages. S3-R6
std::optional<int> ageIn(const QString& words);

/// Whether the words say nothing but an age: "12", "aged 12", "about 12 years old". S3-R6
bool isAgeAlone(const QString& words);

/// Whether whoever the words name may be under 18 on that day, and nobody grown up is named beside:
/// "17½", "16-18", "turns 18 tomorrow", "teenager", "Y10", "foster child", "DOB 12/03/2010", "18?",
/// "80 year old about a 10 year old". Not "around 40, son 12". S3-R6
bool mayBeMinor(const QString& words, QDate today);

}
